/** From the settings of a vote and its ballots to an outcome, and from an outcome to the lines of a result. */
import type { RankedItem } from '../model.ts';
import type { Ballot, VoteSettings } from '../vote.ts';
import { read } from './fraction.ts';
import type { Item, Line, Outcome, Progress } from './method.ts';
import { count, type Kind } from './methods.ts';

/** All that a count needs: plain data, so that it can be done elsewhere. */
export interface Count extends Pick<VoteSettings, 'method' | 'top' | 'cut' | 'threshold'> {
  items: readonly Item[];
  ballots: readonly Ballot[];
  electorate: number;
  /** published at close; ties are ordered by it (DOMAIN 4.3) */
  seed: string;
}

/** Counts one run by its method. Ballots may name only known items; unknown ones are a bug of the caller and ignored. */
export function outcomeOf({ threshold, ...poll }: Count, progress?: (note: Progress) => void): Outcome {
  return count<Kind>(poll.method.kind, { ...poll, ...(threshold && { threshold }), ...(progress && { progress }) });
}

/** What a result says of each item. Dots and approval are whole numbers, said in full by `value` and `voters`. */
export function linesOf({ ranking, keys, log }: Outcome, items: readonly Item[], whole: boolean): RankedItem[] {
  const costs = new Map(items.map(({ id, cost }) => [id, cost]));
  const bought = new Map(log.flatMap((step) => (step.step === 'bought' ? [[step.id, step] as const] : [])));
  return ranking.map((line) => {
    const { id, title, rank, values, wins } = line;
    const cost = costs.get(id);
    const paid = bought.get(id);
    return {
      id,
      title,
      rank,
      value: asNumber(values[0]!),
      voters: votersIn(line, keys),
      wins,
      ...(whole ? {} : { values }),
      ...(cost === undefined ? {} : { cost }),
      ...(paid && wins ? { price: paid.price, supporters: paid.supporters } : {}),
    };
  });
}

/** Groups of ids that tied on everything and were ordered by lot, in that order. */
export function lotsOf({ ties }: Outcome): string[][] {
  return ties.filter(({ by }) => by === 'lot').map(({ ids }) => ids);
}

/** Whether the lines of a result say all without their exact values. */
export function isWhole(kind: Kind): boolean {
  return kind === 'dots' || kind === 'approval';
}

function votersIn({ values }: Line, keys: readonly string[]): number {
  const key = ['voters', 'scores', 'comparisons'].map((name) => keys.indexOf(name)).find((at) => at >= 0) ?? 0;
  return Math.floor(asNumber(values[key]!));
}

function asNumber(exact: string): number {
  const { top, bottom } = read(exact);
  return Number(top) / Number(bottom);
}
