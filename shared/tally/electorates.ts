/** Several electorates in one vote (DOMAIN 3D): each gets its own result, and only those that count decide. */
import type { Outcome, Poll } from './method.ts';

/** Its poll without what all share. */
export interface Electorate<Ballot> {
  id: string;
  /** `telt: ja` */
  counts: boolean;
  /** how many had the right to vote */
  size: number;
  ballots: readonly Ballot[];
}

export interface Decision {
  /** the ballots of all electorates that count, together: one ballot, one vote. null when none counts */
  decided: Outcome | null;
  apart: { id: string; counts: boolean; outcome: Outcome }[];
}

export function countAll<Settings, Ballot>(
  count: (poll: Poll<Settings, Ballot>) => Outcome,
  poll: Omit<Poll<Settings, Ballot>, 'ballots' | 'electorate'>,
  electorates: readonly Electorate<Ballot>[],
): Decision {
  const counting = electorates.filter(({ counts }) => counts);
  const apart = electorates.map(({ id, counts, size, ballots }) => {
    return { id, counts, outcome: count({ ...poll, ballots, electorate: size }) };
  });
  if (counting.length === 0) return { decided: null, apart };
  if (counting.length === 1) return { decided: apart.find(({ counts }) => counts)!.outcome, apart };
  const ballots = counting.flatMap((one) => one.ballots);
  const electorate = counting.reduce((sum, { size }) => sum + size, 0);
  return { decided: count({ ...poll, ballots, electorate }), apart };
}
