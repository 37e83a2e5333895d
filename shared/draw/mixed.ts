/** `gemengd` (DOMAIN 4.14): every table a bit of everybody. Also pairs (`paren`): tables of two. */
import { lotOrder } from '../tally/lot.ts';
import type { Person } from './seating.ts';

/**
 * Groups from large to small (equal ones by id), inside a group in the order of the lot, each at the table with fewest of
 * that group, then fewest people, then the lowest number. That is dealing round like cards, one group after the other: so
 * the sizes of tables, and for every group its numbers over the tables, differ by at most one. `tables` is at least 1.
 */
export function mixed(people: readonly Person[], tables: number, seed: string): string[][] {
  const seating = Array.from({ length: tables }, (): string[] => []);
  const order = groupsBySize(people).flatMap((ids) => lotOrder(seed, ids));
  for (const [turn, id] of order.entries()) seating[turn % tables]!.push(id);
  return seating;
}

function groupsBySize(people: readonly Person[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const { id, group } of people) groups.set(group, [...(groups.get(group) ?? []), id]);
  const bySize = ([a, inA]: [string, string[]], [b, inB]: [string, string[]]) =>
    inB.length - inA.length || (a < b ? -1 : 1);
  return [...groups].sort(bySize).map(([, ids]) => ids);
}
