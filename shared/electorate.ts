/** Whose ballots decide (DOMAIN 3D): a group may vote and be counted apart, or not vote. */
import type { Duty, Format, VotePhase } from './format.ts';

export type Electorate = Pick<VotePhase, 'electorate' | 'others' | 'duty'> & { tickets?: true };

/** decides: counts for the result. apart: counted, and shown beside it. none: has no vote. */
export type Standing = 'decides' | 'apart' | 'none';

/**
 * `group`: id of the capacity in which somebody takes part; empty: none. `ticket`: they have what a vote with tickets asks for.
 */
export function standingOf(
  { electorate, others, duty, tickets }: Electorate,
  { group, duties, ticket }: { group: string; duties: readonly Duty[]; ticket?: boolean },
): Standing {
  if (tickets && !ticket) return 'none';
  if (duty && !duties.includes(duty)) return 'none';
  if (!electorate || electorate.includes(group)) return 'decides';
  return others === 'apart' ? 'apart' : 'none';
}

/** Is there one ballot for each table, and not for each person? */
export function isPerTable({ method, per }: Pick<VotePhase, 'method' | 'per'>): boolean {
  return method.kind === 'tables' || per === 'table';
}

/** Does each ballot need a ticket? A table and a jury are known already: they vote without. */
export function asksTicket(
  { tickets }: Pick<Format, 'tickets'>,
  phase: Pick<VotePhase, 'method' | 'per' | 'duty'>,
): boolean {
  return tickets === true && !phase.duty && !isPerTable(phase);
}
