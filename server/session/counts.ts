/** What is counted of a run, as plain data, so that it can be done in a thread. */
import { limits } from '../../shared/limits.ts';
import type { Outcome } from '../../shared/tally/method.ts';
import type { Kind } from '../../shared/tally/methods.ts';
import { outcomeOf, type Count } from '../../shared/tally/tally.ts';
import type { Ballot, VoteRecord } from '../../shared/vote.ts';

/** What decides, and what is shown beside it; null: nobody was counted apart. Plain data, for a thread. */
export interface Counts {
  decides: Count;
  apart: Count | null;
}

export interface Outcomes {
  decides: Outcome;
  apart: Outcome | null;
}

export interface Counter {
  /** `progress` hears how far it is, in percents; rejects when it can not be done there. */
  count(counts: Counts, progress: (percent: number) => void): Promise<Outcomes>;
  stop(): void;
}

/** Methods that only add up whole numbers. */
const quick: readonly Kind[] = ['approval', 'single', 'dots', 'points', 'tables'];
export function countHere({ decides, apart }: Counts): Outcomes {
  return { decides: outcomeOf(decides), apart: apart && outcomeOf(apart) };
}

export function countsOf(
  { settings, items, seed }: VoteRecord,
  cast: readonly { ballot: Ballot; apart: boolean }[],
  electorate: number,
): Counts {
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
  return { decides: of(false), apart: apart.ballots.length > 0 ? apart : null };
}

/** So much that everybody would notice. */
export function isHeavy({ decides: { method, items, ballots } }: Counts): boolean {
  return !quick.includes(method.kind) && items.length * ballots.length > limits.countAtOnce;
}
