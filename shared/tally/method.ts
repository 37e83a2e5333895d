/**
 * The one shape of all vote methods (DOMAIN 3D): settings, items, electorate, ballots and seed in; result out. A method is
 * pure and exact: the same poll gives the same outcome, in whatever order the ballots and the items are given.
 */
import type * as v from 'valibot';
import type { Cut } from './cut.ts';
import type { Exact } from './fraction.ts';
import type { Step } from './log.ts';

/** What is voted on. `cost` in whole units of money, where a method needs it. */
export interface Item {
  id: string;
  title: string;
  cost?: number;
  /** why a check (`toetsen`) keeps it out of a budget vote */
  barred?: string;
}

/**
 * What an item needs besides its place (DOMAIN 4.6): strictly more than this share of the votes cast, or of the electorate.
 * `quorum`: the least turnout, as a share of the electorate.
 */
export interface Threshold {
  moreThan: Exact;
  basis: 'cast' | 'electorate';
  quorum?: Exact;
}

export interface Poll<Settings, Ballot> {
  method: Settings;
  items: readonly Item[];
  /** may name only known items; anything else is a bug of the caller, and not counted */
  ballots: readonly Ballot[];
  /** how many had the right to vote */
  electorate: number;
  top: number;
  cut: Cut;
  threshold?: Threshold;
  /** published at close; ties are ordered by it (DOMAIN 4.3) */
  seed: string;
  /** hears how far a long count is */
  progress?: (note: Progress) => void;
}

/** The share of every voter that was tried last, and what would be spent with it. */
export interface Progress {
  share: Exact;
  spent: Exact;
  budget: Exact;
}

/** One item in the ranking; the best is first. */
export interface Line {
  id: string;
  title: string;
  /** shared by items that tie before the lot */
  rank: number;
  /** what it was ranked by, in the order of `Outcome.keys` */
  values: Exact[];
  wins: boolean;
}

/** Items equal on the first value, in their order after it, and what gave that order: one of the keys, or the lot. */
export interface Tie {
  ids: string[];
  by: string;
}

/** Whether an item passes the threshold, with the sum that says so: `yes` of `of` is `share`. */
export interface Verdict {
  id: string;
  yes: number;
  of: number;
  share: Exact;
  passes: boolean;
}

/** Plain data: it can be stored, sent to a worker and written as JSON. */
export interface Outcome {
  /** the names of the values a line is ranked by, in order; the lot comes after the last */
  keys: readonly string[];
  ranking: Line[];
  /** ids, the best first; of a budget in the order they were chosen */
  winners: string[];
  /** ids among which a second round chooses the last winners */
  again: string[];
  ties: Tie[];
  /** per item, when there is a threshold */
  verdicts: Verdict[];
  cast: number;
  /** ballots that choose nothing: they count for the turnout, and for nothing else */
  blank: number;
  /** of a budget: what the winners cost together */
  spent?: Exact;
  log: Step[];
}

/** Settings and ballots are given by their schemas; a later vote phase takes these as they are. */
export interface Method<Settings extends v.GenericSchema, Ballot extends v.GenericSchema> {
  settings: Settings;
  ballot: Ballot;
  /** the setting that this ballot breaks; null when it is lawful on these items */
  breach(ballot: v.InferOutput<Ballot>, settings: v.InferOutput<Settings>, items: readonly Item[]): string | null;
  isBlank(ballot: v.InferOutput<Ballot>): boolean;
  count(poll: Poll<v.InferOutput<Settings>, v.InferOutput<Ballot>>): Outcome;
}
