/**
 * The HTTP API as data: what goes in and what comes out, by noun. The server validates with these schemas and writes its
 * OpenAPI document from them; the client takes its types from them. Paths are below `/api/sessions/:code` unless said.
 */
import * as v from 'valibot';
import { voteSettings } from './phases/vote.ts';
import { limits } from './limits.ts';
import { source } from './api/following.ts';
import { invitationToken } from './api/invitations.ts';
import { ballotSchema } from './ballots.ts';
import { slug } from './words.ts';

const line = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most));
const required = (most: number) => v.pipe(line(most), v.nonEmpty());
const id = v.pipe(v.string(), v.regex(/^[0-9a-z]{8,32}$/));
const language = v.picklist(['nl', 'en']);
const tableNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.tableNumber));
const anchors = v.pipe(v.array(required(limits.anchorLength)), v.maxLength(limits.anchors));
const phaseId = v.pipe(v.string(), v.maxLength(40));

// ── In ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** POST /api/sessions */
export const openSession = v.strictObject({
  /** id of one of the server's formats */
  format: v.optional(v.pipe(v.string(), v.maxLength(40))),
  /** a format of one's own instead, whole; a wrong one is refused as `bad_format` with the place and the reason */
  ownFormat: v.optional(v.looseObject({})),
  title: required(limits.sessionTitleLength),
  question: required(limits.questionLength),
  organiser: v.optional(line(limits.organiserLength)),
  anchors: v.optional(anchors),
  language: v.optional(language),
  /** false: made now, opened later; only facilitators come in until then */
  open: v.optional(v.boolean()),
  /** when the server asks for one (`KANTELBORD_CREATE_KEY`) */
  createKey: v.optional(v.pipe(v.string(), v.maxLength(200))),
});

/** PATCH (the session itself) */
export const editSession = v.strictObject({
  title: v.optional(required(limits.sessionTitleLength)),
  question: v.optional(required(limits.questionLength)),
  organiser: v.optional(line(limits.organiserLength)),
  anchors: v.optional(anchors),
  showTables: v.optional(v.boolean()),
  sounds: v.optional(v.boolean()),
  admission: v.optional(v.picklist(['open', 'badge'])),
  joinUrl: v.optional(v.pipe(v.string(), v.url(), v.regex(/^https?:/i), v.maxLength(200))),
});

/**
 * POST /participants. `id` is made and kept by the client, and is as secret as a token: the same id is the same person. A badge
 * has its code instead.
 */
export const join = v.strictObject({
  badge: v.optional(v.pipe(v.string(), v.maxLength(40))),
  id: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/))),
  name: v.optional(line(limits.nameLength)),
  group: v.optional(v.pipe(v.string(), v.maxLength(40))),
  table: v.optional(v.nullable(tableNumber)),
  /** the token of a link that gives a duty or a group */
  invitation: v.optional(invitationToken),
});

/** PATCH /me */
export const editMe = v.strictObject({
  name: v.optional(line(limits.nameLength)),
  group: v.optional(v.pipe(v.string(), v.maxLength(40))),
  table: v.optional(v.nullable(tableNumber)),
});

/** POST /facilitators */
export const signIn = v.strictObject({ token: v.pipe(v.string(), v.maxLength(200)) });
/** POST /facilitators/invitations */
export const invite = v.strictObject({ name: required(limits.nameLength) });

/** POST /phase. `vote` says what happens to a vote that is still open: without it, leaving one is refused. */
export const movePhase = v.strictObject({
  to: phaseId,
  from: v.optional(v.nullable(phaseId)),
  vote: v.optional(v.picklist(['abort', 'runOn'])),
});

/** POST /timer */
export const setTimer = v.variant('action', [
  v.strictObject({ action: v.literal('start'), seconds: seconds() }),
  v.strictObject({ action: v.literal('add'), seconds: seconds() }),
  v.strictObject({ action: v.picklist(['pause', 'resume', 'stop']) }),
]);

/** POST /screen: spotlight a card with `{mode: 'card', card}` */
export const setScreen = v.strictObject({
  mode: v.picklist(['phase', 'overview', 'card', 'black', 'break']),
  /** of a card, or of a plan */
  card: v.optional(id),
});
/** POST /lock */
export const setLock = v.strictObject({ locked: v.boolean() });
/** POST /pause: stops the clock and everything that moves on the wall */
export const setPause = v.strictObject({ paused: v.boolean() });
/** POST /doors */
export const setDoors = v.strictObject({ doors: v.picklist(['open', 'shut']) });
/** POST /announcement: null takes it away */
export const announce = v.strictObject({ text: v.nullable(required(limits.announcementLength)) });

/** By id of a field of the kind; values as text. */
const cardRest = {
  fields: v.optional(v.record(slug, v.pipe(v.string(), v.maxLength(limits.fieldLength)))),
  on: v.optional(v.nullable(id)),
  column: v.optional(v.nullable(slug)),
};

/** POST /cards. From a facilitator: from paper. From a participant: as if written on the board; `late`: hand in after the phase. */
export const addCard = v.strictObject({
  id: v.optional(id),
  kind: v.optional(v.pipe(v.string(), v.maxLength(40))),
  title: required(limits.titleLength),
  text: v.optional(line(limits.textLength)),
  ...cardRest,
  table: v.optional(v.nullable(tableNumber)),
  late: v.optional(v.boolean()),
});
/** POST /cards/:id/hide */
export const hideCard = v.strictObject({ reason: required(limits.reasonLength) });
/** POST /cards/merge */
export const mergeCards = v.strictObject({
  id: v.optional(id),
  cards: v.pipe(v.array(id), v.minLength(2), v.maxLength(limits.cardsPerMerge)),
  title: required(limits.titleLength),
  text: v.optional(line(limits.textLength)),
});
/** POST /clusters/:id/merge */
export const mergeCluster = v.strictObject({ into: id });
/** PATCH /votes/:phase: how the vote will be held; possible until it is */
export const setVote = v.strictObject(voteSettings);
/** PUT /ballots/:phase */
export const castBallot = ballotSchema;

// ── Out ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export const problem = v.object({ code: v.string(), message: v.string(), detail: v.optional(v.string()) });
export const done = v.object({ ok: v.literal(true) });
export const made = v.object({ id });

/** GET /api/formats?language= */
export const formatList = v.array(
  v.object({
    id: v.string(),
    title: v.string(),
    summary: v.string(),
    /** how many it is made for; empty: any number */
    people: v.string(),
    /** what leaves the room */
    yields: v.array(v.string()),
    minutes: v.number(),
    phases: v.array(
      v.object({
        id: v.string(),
        kind: v.string(),
        title: v.string(),
        minutes: v.number(),
        when: v.optional(v.picklist(['before', 'after'])),
      }),
    ),
  }),
);

/** GET /api/server: what the start page needs */
export const serverInfo = v.object({ createKey: v.boolean(), retentionDays: v.number() });

export const links = v.object({
  participants: v.string(),
  wall: v.string(),
  facilitator: v.string(),
  console: v.string(),
});
/** `facilitatorToken` is in no other answer, ever; `links.facilitator` carries it in the fragment. */
export const opened = v.object({ code: v.string(), facilitatorToken: v.string(), links });

const counts = v.object({ joined: v.number(), here: v.number(), cards: v.number() });
/** GET (the session itself), for anybody with the code */
export const sessionInfo = v.object({
  code: v.string(),
  title: v.string(),
  question: v.string(),
  organiser: v.string(),
  anchors: v.array(v.string()),
  language,
  state: v.picklist(['prepared', 'lobby', 'running', 'ended']),
  phase: v.nullable(v.string()),
  run: v.number(),
  phases: v.array(v.object({ id: v.string(), kind: v.string(), title: v.string(), minutes: v.number() })),
  groups: v.array(v.object({ id: v.string(), title: v.string() })),
  counts,
  doors: v.picklist(['open', 'shut']),
  admission: v.picklist(['open', 'badge']),
  rehearsal: v.boolean(),
  /** the session that this one goes on from */
  followsFrom: v.nullable(source),
  createdAt: v.number(),
  deleteAt: v.number(),
});

export const phaseMoved = v.object({ phase: v.nullable(v.string()), run: v.number(), state: v.string() });

const voteItem = v.object({
  id: v.string(),
  title: v.string(),
  text: v.string(),
  letter: v.nullable(v.string()),
  originals: v.array(v.string()),
  struck: v.boolean(),
  cost: v.optional(v.number()),
});
/** GET /ballots/:phase. `ballot` is one's own, until the close; null: none, or not a voter. */
export const ballotPaper = v.object({
  phase: v.string(),
  run: v.number(),
  state: v.picklist(['opening', 'open', 'collecting', 'closed', 'revealed', 'aborted']),
  opensAt: v.number(),
  method: v.any(),
  /** a ballot is one table's */
  per: v.optional(v.literal('table')),
  commit: v.string(),
  items: v.array(voteItem),
  ballot: v.nullable(ballotSchema),
  eligible: v.boolean(),
  /** whether one's ballot decides, is counted apart, or one has none */
  standing: v.picklist(['decides', 'apart', 'none']),
  /** without one, one has no vote here */
  needs: v.optional(v.literal('ticket')),
  /** of a long list: the places in `items`, from 0, of what one sees first; those were seen least */
  first: v.optional(v.array(v.number())),
});

/** PUT /ballots/:phase: what counts now. Not the whole paper: a hall votes at once, and everybody has that. */
export const ballotTaken = v.object({ phase: v.string(), run: v.number(), ballot: ballotSchema });

/** POST /facilitators/invitations */
export const invited = v.object({ id: v.string(), token: v.string(), link: v.string() });

export type OpenSession = v.InferInput<typeof openSession>;
export type EditSession = v.InferInput<typeof editSession>;
export type Join = v.InferInput<typeof join>;
export type AddCard = v.InferInput<typeof addCard>;
export type MergeCards = v.InferInput<typeof mergeCards>;
export type MovePhase = v.InferInput<typeof movePhase>;
export type SetVote = v.InferInput<typeof setVote>;
export type SetTimer = v.InferInput<typeof setTimer>;
export type SetScreen = v.InferInput<typeof setScreen>;
export type FormatList = v.InferOutput<typeof formatList>;
export type ServerInfo = v.InferOutput<typeof serverInfo>;
export type Opened = v.InferOutput<typeof opened>;
export type SessionInfo = v.InferOutput<typeof sessionInfo>;
export type BallotPaper = v.InferOutput<typeof ballotPaper>;
export type BallotTaken = v.InferOutput<typeof ballotTaken>;
export type Invited = v.InferOutput<typeof invited>;

function seconds() {
  return v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.timerMax / 1000));
}
