/** Whose ballots decide (DOMAIN 3D): a group may vote and be counted apart, or not vote. */
import type { Duty, VotePhase } from './format.ts';

export type Electorate = Pick<VotePhase, 'electorate' | 'others' | 'duty'>;

/** decides: counts for the result. apart: counted, and shown beside it. none: has no vote. */
export type Standing = 'decides' | 'apart' | 'none';

/** `group`: id of the capacity in which somebody takes part; empty: none. */
export function standingOf(
  { electorate, others, duty }: Electorate,
  { group, duties }: { group: string; duties: readonly Duty[] },
): Standing {
  if (duty && !duties.includes(duty)) return 'none';
  if (!electorate || electorate.includes(group)) return 'decides';
  return others === 'apart' ? 'apart' : 'none';
}

/** Is there one ballot for each table, and not for each person? */
export function isPerTable({ method, per }: Pick<VotePhase, 'method' | 'per'>): boolean {
  return method.kind === 'tables' || per === 'table';
}
