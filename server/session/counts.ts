/** What is counted of a run, as plain data, so that it can be done in a thread. */
import type { Channel } from '../../shared/channel.ts';
import { limits } from '../../shared/limits.ts';
import type { Column } from '../../shared/model.ts';
import { columnsOf, comeBy } from '../../shared/tally/columns.ts';
import type { Outcome, Progress } from '../../shared/tally/method.ts';
import type { Kind } from '../../shared/tally/methods.ts';
import { outcomeOf, type Count } from '../../shared/tally/tally.ts';
import type { VoteRecord } from '../../shared/vote.ts';
import type { Kept } from './ballot.ts';

/** What decides, and what is shown beside it; null: nobody was counted apart. Plain data, for a thread. */
export interface Counts {
  decides: Count;
  apart: Count | null;
  /** how each of the ballots that decide came */
  channels: readonly Channel[];
}

export interface Outcomes {
  decides: Outcome;
  apart: Outcome | null;
  columns: Column[];
}

export interface Counter {
  /** `progress` hears how far it is, in percents; rejects when it can not be done there. */
  count(counts: Counts, progress: (percent: number) => void): Promise<Outcomes>;
  stop(): void;
}

/** Methods that only add up whole numbers. */
const quick: readonly Kind[] = ['approval', 'single', 'dots', 'points', 'tables'];

export function countHere({ decides, apart, channels }: Counts, progress?: (note: Progress) => void): Outcomes {
  return {
    decides: outcomeOf(decides, progress),
    apart: apart && outcomeOf(apart),
    columns: columnsOf(decides, comeBy(decides.ballots, channels)),
  };
}

export function countsOf({ settings, items, seed }: VoteRecord, cast: readonly Kept[], electorate: number): Counts {
  const { method, top, cut, threshold } = settings;
  const of = (apart: boolean): Count => ({
    method,
    top,
    cut,
    threshold,
    seed,
    electorate,
    items: items.flatMap(({ id, title, cost, struck }) => (struck ? [] : [{ id, title, ...(cost && { cost }) }])),
    ballots: cast.filter((one) => one.apart === apart).map(({ ballot }) => ballot),
  });
  const apart = of(true);
  return {
    decides: of(false),
    apart: apart.ballots.length > 0 ? apart : null,
    channels: cast.flatMap((one) => (one.apart ? [] : [one.channel])),
  };
}

/** Shares that are raised are counted many times. At the limit that takes 0.1 s, whatever the budget. */
const raised = 5;

/** So much that everybody would notice. */
export function isHeavy({ decides: { method, items, ballots } }: Counts): boolean {
  if (quick.includes(method.kind)) return false;
  return items.length * ballots.length * (raises(method) ? raised : 1) > limits.countAtOnce;
}

function raises(method: Count['method']): boolean {
  if (method.kind !== 'budget' || method.rule !== 'equal-shares') return false;
  return method.completion !== 'none' && method.completion !== 'u';
}
