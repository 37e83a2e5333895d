/**
 * What the living votes ask: ballots of dots or approvals in, the lines of a result out. Everything else a count finds is in
 * the `Outcome` of `method.ts`.
 */
import type { Cut } from '../phases/common.ts';
import type { Method } from '../phases/vote.ts';
import type { RankedItem } from '../model.ts';
import type { Ballot } from '../vote.ts';
import { approval } from './approval.ts';
import { dots } from './dots.ts';
import type { Outcome } from './method.ts';

export interface Count {
  method: Method;
  items: readonly { id: string; title: string }[];
  ballots: readonly Ballot[];
  top: number;
  cut: Cut;
  /** published at close; ties are ordered by it (DOMAIN 4.3) */
  seed: string;
}

export interface Counted {
  ranking: RankedItem[];
  /** ballots that choose nothing: they count for the turnout, and for nothing else */
  blank: number;
  /** groups of chosen ids that tied on everything and were ordered by lot, in that order */
  lots: string[][];
}

/** Counts one run by its method. Ballots may name only known items; unknown ones are a bug of the caller and ignored. */
export function tally(count: Count): Counted {
  const { ranking, blank, ties } = outcomeOf(count, 0);
  return {
    ranking: ranking.map(({ id, title, rank, values: [value, voters = value], wins }) => {
      return { id, title, rank, value: Number(value), voters: Number(voters), wins };
    }),
    blank,
    lots: ties.filter(({ by }) => by === 'lot').map(({ ids }) => ids),
  };
}

/** With every step. A living vote has no threshold: the size of the electorate is only told. */
export function outcomeOf({ method, ballots, ...rest }: Count, electorate: number): Outcome {
  const poll = { ...rest, electorate };
  return method.kind === 'dots'
    ? dots.count({ ...poll, method, ballots: ballots.filter((ballot) => 'dots' in ballot) })
    : approval.count({ ...poll, method, ballots: ballots.filter((ballot) => 'approve' in ballot) });
}
