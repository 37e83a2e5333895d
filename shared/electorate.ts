/** Whose ballots decide (DOMAIN 3D): a group may vote and be counted apart, or not vote. */
import type { VotePhase } from './format.ts';

export type Electorate = Pick<VotePhase, 'electorate' | 'others'>;

/** decides: counts for the result. apart: counted, and shown beside it. none: has no vote. */
export type Standing = 'decides' | 'apart' | 'none';

/** `group`: id of the capacity in which somebody takes part; empty: none. */
export function standingOf({ electorate, others }: Electorate, group: string): Standing {
  if (!electorate || electorate.includes(group)) return 'decides';
  return others === 'apart' ? 'apart' : 'none';
}
