/**
 * The board as plain data, the way every view, rule and export sees it. `document.ts` reads it out of the shared document.
 */
import type { Channel } from './channel.ts';
import type { Exposure } from './exposure.ts';
import type { Format } from './format.ts';
import type { Method, VoteCut } from './phases/vote.ts';
import type { Language } from './refusals.ts';
import type { Exact } from './tally/fraction.ts';
import type { Threshold, Verdict } from './tally/method.ts';
import type { Telling, WallPart } from './telling.ts';

export type Role = 'facilitator' | 'participant' | 'screen';

/** prepared: facilitators only. lobby: people come in. running: a phase is on. ended: reading and report. */
export type SessionState = 'prepared' | 'lobby' | 'running' | 'ended';

/** A timer never changes anything by itself; server time alone decides what was in time. */
export type Timer =
  | { state: 'off' }
  | { state: 'running'; endsAt: number; total: number }
  | { state: 'paused'; left: number; total: number };

/** What the projector shows: what the phase needs, or one of the things that are always one press away. */
export type ScreenMode = 'phase' | 'overview' | 'card' | 'black' | 'break';

/**
 * opening: the grace of the phase before still runs, `opensAt` in server time. collecting: closed for devices; what came on
 * paper and hands are still entered. aborted: ballots destroyed.
 */
export type VoteState = 'opening' | 'open' | 'collecting' | 'closed' | 'revealed' | 'aborted';

/** What the shared document says about one run of a vote; items and ballots are in the store. */
export interface VoteNotice {
  phase: string;
  run: number;
  state: VoteState;
  opensAt: number | null;
  /** revealed, and everybody can read the ballots; else the totals only */
  published?: true;
  /** while the wall tells the result; absent: all of it is there */
  telling?: Telling;
  /** what the wall shows of it instead */
  wall?: WallPart;
}

export interface Session {
  title: string;
  question: string;
  organiser: string;
  anchors: string[];
  language: Language;
  format: Format;
  state: SessionState;
  phase: string | null;
  /** counts how often this phase was held; 0 in the lobby */
  run: number;
  /** per phase id: how often it was held; a run that was left is never reused */
  runs: Record<string, number>;
  /** server time at which the phase began */
  phaseSince: number;
  /** the phase immediately before: what misses it by less than the grace still counts */
  before?: string | null;
  timer: Timer;
  paused: boolean;
  locked: boolean;
  doors: 'open' | 'shut';
  /** badge: only who has a badge comes in; absent: everybody with the code */
  admission?: 'open' | 'badge';
  screen: ScreenMode;
  spotlight: string | null;
  announcement: { id: string; text: string } | null;
  /** the code of the session this one rehearses; null for a real session */
  rehearsalOf: string | null;
  /** the session that this one goes on from; its title as it was */
  followsFrom?: { code: string; title: string } | null;
  showTables: boolean;
  /** address that people type or scan, without the code; null when the server only knows localhost */
  joinUrl: string | null;
  /** server time at which it ended; absent before, and when that was elsewhere */
  endedAt?: number;
  /** the wall may be heard: a tap near the end of a turn, the hammer of an auction */
  sounds?: boolean;
  /** server times: when it was made, and when it will be deleted if nothing more happens */
  createdAt: number;
  deleteAt: number;
}

/** hidden: by a facilitator, with a reason. withdrawn: by its writer. The content is in the store, not here. */
export type Gone = 'hidden' | 'withdrawn';

/** What a card says besides its title and text, by field id; every value is text. Ids may be unknown to the format. */
export type Fields = Readonly<Record<string, string>>;

export interface Card {
  id: string;
  kind: string;
  title: string;
  text: string;
  /** the theme as written; may be unknown, gone or merged: `placeOf` in document.ts says where the card lies */
  cluster: string | null;
  fields: Fields;
  /** the card it is a reaction to; may be gone */
  on: string | null;
  /** id of a column, or of what sort of reaction it is; may be unknown */
  column: string | null;
  /** order of arrival, from 1; 0 until the server has stamped it */
  number: number;
  /** server time of arrival; 0 until stamped */
  at: number;
  phase: string | null;
  run: number;
  table: number | null;
  /** entered from paper by a facilitator, or admitted after its phase */
  via: 'paper' | 'late' | null;
  gone: Gone | null;
  mergedFrom: string[];
  mergedInto: string | null;
}

export interface Cluster {
  id: string;
  name: string;
  /** A, B, C … given by the server in order of making; never changes */
  letter: string;
  order: number;
  /** dissolved: its cards are in "Nog te plaatsen" until it is restored */
  gone: boolean;
  mergedInto: string | null;
}

/** One line of a result; `rank` is shared by items that tie before the lot. */
export interface RankedItem {
  id: string;
  title: string;
  rank: number;
  /** the first of what it is ranked by: to draw, and exact where it is a whole number */
  value: number;
  voters: number;
  wins: boolean;
  /** all it is ranked by, exactly, in the order of the result's `keys`; dots and approval say it with the two above */
  values?: Exact[];
  /** whole euros */
  cost?: number;
  /** bought with equal shares: by how many, and what each of them paid at most */
  supporters?: number;
  price?: Exact;
}

/** The ballots that came one way, counted on their own: what each item got of them, by id, as in `RankedItem`. */
export interface Column {
  of: Channel;
  ballots: number;
  blank: number;
  lines: Record<string, Required<Pick<RankedItem, 'value' | 'voters' | 'values'>>>;
}

/** What a count gives, and all that is needed to explain it and to do it again by hand. */
export interface Result {
  phase: string;
  run: number;
  method: Method;
  items: 'cards' | 'clusters';
  ranking: RankedItem[];
  top: number;
  cut: VoteCut;
  /** what `values` of a line are */
  keys?: readonly string[];
  threshold?: Threshold;
  /** per item, where there is a threshold */
  verdicts?: Verdict[];
  /** ids that tie for the last place: a second round chooses among them */
  again?: string[];
  /** a ballot is one table's */
  per?: 'table';
  /** every ballot needed a ticket or a badge: people were counted, and not devices */
  tickets?: true;
  electorate: number;
  ballots: number;
  blank: number;
  /** published at close; `commit` before the vote opened (DOMAIN 4.3) */
  seed: string;
  commit: string;
  /** ids that were ordered by lot, in that order */
  lots: string[][];
  /** the ballots of groups that do not decide; absent when there are too few to show apart */
  apart?: { ranking: RankedItem[]; ballots: number; blank: number };
  /** where some ballots came on paper, or were hands: each way on its own */
  columns?: Column[];
  /** of a long list: how often its items came first on a ballot */
  exposure?: Exposure;
  papers?: PaperCount;
}

/** What became of the ballots that were printed. waiting: entered by one person only, so not counted. */
export interface PaperCount {
  printed: number;
  counted: number;
  aside: number;
  waiting: number;
}
