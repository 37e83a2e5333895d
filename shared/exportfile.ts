/**
 * The export of a whole session as one JSON file, version 1. Complete: importing it makes an equal session again. It holds
 * no participant, no token and no author; of votes only those whose result was revealed, with their ballots, so that
 * anybody can count again; of hidden and held cards the words only when the facilitator chose so.
 * Times are server times in ms since 1970.
 */
import * as v from 'valibot';
import { formatSchema } from './sound.ts';
import { ballotSchema, isBallotOf } from './ballots.ts';
import { channels, channelSchema } from './channel.ts';
import { sourceSchema } from './phases/common.ts';
import { methodSchema, voteSettings } from './phases/vote.ts';
import { mostCompared } from './compared.ts';
import { limits } from './limits.ts';
import { matchingShape } from './matched.ts';
import { lotNotice } from './lots.ts';
import { planEntry } from './planfile.ts';
import { rankingSchema } from './rankingfile.ts';
import { seatingNotice } from './seating.ts';
import { spokenShape } from './spoken.ts';
import { otherIds } from './tally/others.ts';

export const exportVersion = 1;

const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const list = <T extends v.GenericSchema>(item: T, most: number) => v.pipe(v.array(item), v.maxLength(most));
const time = whole(Number.MAX_SAFE_INTEGER);
const id = v.pipe(v.string(), v.regex(/^[0-9a-z]{8,32}$/, 'an id'));
const phaseId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/, 'the id of a phase'));
const run = whole(10_000);
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex'));
const money = whole(1_000_000_000);
/** A fraction in full; of shares of a budget it can be long. */
const exact = v.pipe(text(100_000), v.regex(/^-?\d+(\/\d+)?$/, 'a whole number or a fraction'));
const people = whole(limits.participantsPerSession * 10);
/** Crossing edits may add up, so shared text can be longer than its form allows. */
const sharedText = text(limits.textLength * limits.sharedTextSlack);
const title = text(limits.titleLength);

const session = v.strictObject({
  title: v.pipe(text(limits.sessionTitleLength), v.nonEmpty()),
  question: text(limits.questionLength),
  organiser: text(limits.organiserLength),
  anchors: list(text(limits.anchorLength), limits.anchors),
  language: v.picklist(['nl', 'en']),
  format: formatSchema,
  state: v.picklist(['prepared', 'lobby', 'running', 'ended']),
  phase: v.nullable(phaseId),
  run,
  runs: v.record(phaseId, run),
  doors: v.picklist(['open', 'shut']),
  locked: v.boolean(),
  showTables: v.boolean(),
  endedAt: v.optional(time),
  followsFrom: v.optional(v.nullable(v.strictObject({ code: text(9), title: text(limits.sessionTitleLength) }))),
});

const cluster = v.strictObject({
  id,
  name: text(limits.clusterNameLength * limits.sharedTextSlack),
  letter: v.pipe(v.string(), v.regex(/^[A-Z]{1,3}$/)),
  order: whole(limits.cardsPerSession),
  gone: v.boolean(),
  mergedInto: v.nullable(id),
});

const rest = {
  fields: v.optional(v.record(v.pipe(v.string(), v.maxLength(40)), sharedText), {}),
  on: v.optional(v.nullable(id), null),
  column: v.optional(v.nullable(text(40)), null),
};

const card = v.strictObject({
  id,
  /** empty when the card is gone and its words are not in this file */
  kind: text(40),
  title,
  text: sharedText,
  cluster: v.nullable(id),
  ...rest,
  number: whole(1_000_000),
  at: time,
  phase: v.nullable(phaseId),
  run,
  table: v.nullable(whole(limits.tableNumber)),
  via: v.nullable(v.picklist(['paper', 'late'])),
  gone: v.nullable(v.picklist(['hidden', 'withdrawn'])),
  /** why it was hidden; only with the words */
  reason: v.optional(text(limits.reasonLength)),
  mergedFrom: list(id, limits.cardsPerMerge),
  mergedInto: v.nullable(id),
});

const held = v.strictObject({
  id,
  kind: text(40),
  title,
  text: sharedText,
  ...rest,
  at: time,
  state: v.picklist(['waiting', 'declined']),
});

const item = v.strictObject({
  id,
  title: text(limits.titleLength * limits.sharedTextSlack),
  text: text(1_000_000),
  letter: v.nullable(text(3)),
  originals: list(id, limits.cardsPerSession),
  struck: v.boolean(),
  cost: v.optional(money),
});

const rankedItem = v.strictObject({
  id,
  title: text(limits.titleLength * limits.sharedTextSlack),
  rank: whole(limits.cardsPerSession),
  value: v.pipe(v.number(), v.finite(), v.minValue(0)),
  voters: people,
  wins: v.boolean(),
  values: v.optional(list(exact, 20)),
  cost: v.optional(money),
  supporters: v.optional(people),
  price: v.optional(exact),
});

/** The ballots that came one way, counted on their own; by id of an item. */
const column = v.strictObject({
  of: channelSchema,
  ballots: people,
  blank: people,
  lines: v.record(
    id,
    v.strictObject({ value: v.pipe(v.number(), v.finite(), v.minValue(0)), voters: people, values: list(exact, 1) }),
  ),
});

const verdict = v.strictObject({ id, yes: people, of: people, share: exact, passes: v.boolean() });

/** What another rule would have given. */
const compared = v.strictObject({
  other: v.picklist(otherIds),
  method: methodSchema,
  wins: list(id, limits.cardsPerSession),
  ranking: list(rankedItem, mostCompared),
});

/** One run of a vote, revealed. */
const vote = v.strictObject({
  phase: phaseId,
  run,
  opensAt: time,
  settings: v.strictObject({
    ...voteSettings,
    of: v.optional(sourceSchema),
    tickets: v.optional(v.literal(true)),
  }),
  items: list(item, limits.cardsPerSession),
  electorate: people,
  /** in random order; nothing says whose they were, or when they came */
  ballots: list(ballotSchema, limits.participantsPerSession * 10),
  /** why people said no, by item; only with the words of hidden cards */
  reasons: v.optional(v.record(id, list(text(limits.fieldLength), limits.participantsPerSession * 10))),
  /** so many ballots are left out, as they would say whose they were: jurors of small groups, counted by group */
  withheld: v.optional(people),
  /** how each of them came, in the same order; absent: all digitally */
  channels: v.optional(list(channelSchema, limits.participantsPerSession * 10)),
  columns: v.optional(list(column, channels.length)),
  /** what became of the ballots that were printed */
  papers: v.optional(v.strictObject({ printed: people, counted: people, aside: people, waiting: people })),
  exposure: v.optional(v.strictObject({ opened: people, least: people, most: people })),
  ranking: list(rankedItem, limits.cardsPerSession),
  blank: people,
  lots: list(list(id, limits.cardsPerSession), limits.cardsPerSession),
  keys: v.optional(list(text(40), 20)),
  verdicts: v.optional(list(verdict, limits.cardsPerSession)),
  again: v.optional(list(id, limits.cardsPerSession)),
  seed: hash,
  commit: hash,
  /** everybody could read the ballots */
  published: v.optional(v.literal(true)),
  /** none of it decided */
  others: v.optional(list(compared, otherIds.length)),
  /** groups that do not decide; their ballots are in no file */
  apart: v.optional(
    v.strictObject({ ranking: list(rankedItem, limits.cardsPerSession), ballots: people, blank: people }),
  ),
});

export const exportFile = v.pipe(
  v.strictObject({
    kantelbord: v.literal(exportVersion),
    exportedAt: time,
    code: text(9),
    createdAt: time,
    session,
    /** heads per capacity; '' is no capacity given */
    people: list(v.strictObject({ group: text(40), joined: people }), 21),
    clusters: list(cluster, limits.clustersPerSession),
    cards: list(card, limits.cardsPerSession),
    held: list(held, limits.heldPerSession),
    votes: list(vote, 200),
    /** all that people drafted together, of every run */
    plans: v.optional(list(planEntry, limits.plansPerSession)),
    /** how many sat at each table, and how the lots were drawn: by number, nobody in person */
    seatings: v.optional(list(v.strictObject({ phase: phaseId, run, seating: seatingNotice }), 500)),
    draws: v.optional(
      list(v.strictObject({ phase: phaseId, run, lot: lotNotice, declined: list(whole(10_000), 10_000) }), 100),
    ),
    /** what was pitched, asked, checked and answered; absent in older files */
    ...spokenShape,
    /** what an arranging or a presenting found */
    rankings: v.optional(list(rankingSchema, 200)),
    /** teams, lots and bids as everybody could see them */
    matching: matchingShape,
  }),
  v.check(({ cards }) => isUnique(cards.map((one) => one.id)), 'cards: two have the same id'),
  v.check(({ clusters }) => isUnique(clusters.map((one) => one.id)), 'clusters: two have the same id'),
  v.check(({ cards, held: late }) => isUnique([...cards, ...late].map((one) => one.id)), 'held: an id that is taken'),
  v.check(({ plans }) => isUnique((plans ?? []).map((one) => one.id)), 'plans: two have the same id'),
  v.check(
    ({ votes }) => votes.every((one) => one.ballots.every((ballot) => isBallotOf(one.settings.method.kind, ballot))),
    'votes: a ballot that is not of this method',
  ),
  v.check(
    ({ votes }) => votes.every((one) => !one.channels || one.channels.length === one.ballots.length),
    'votes: not as many channels as ballots',
  ),
  v.check(({ votes }) => isUnique(votes.map((one) => `${one.phase}:${one.run}`)), 'votes: a run is there twice'),
  v.check(
    ({ session: { phase, format } }) => phase === null || format.phases.some((one) => one.id === phase),
    'session.phase: not in the format',
  ),
  v.check(
    ({ session: { phase, state } }) => state !== 'running' || phase !== null,
    'session.phase: a running session is in a phase',
  ),
);

export type ExportFile = v.InferOutput<typeof exportFile>;

function isUnique(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}
