/** `nieuwe_buren` (DOMAIN 4.14): another table, with nobody you sat with before while that can be avoided. */
import { lotOrder } from '../tally/lot.ts';
import { seatsAt, tableOf, type Person, type Seating } from './seating.ts';
import { Seats } from './seats.ts';
import { improve } from './swaps.ts';

export interface Round {
  /** who is there now: who left is not, who came late sat with nobody yet */
  people: readonly Person[];
  /** at least 1 */
  tables: number;
  /** the rounds before, the latest last */
  before: readonly Seating[];
  /** ids of hosts and table secretaries: they keep the table of the latest round */
  staying?: readonly string[];
  seed: string;
}

/**
 * In the order of the lot for this round everybody gets the free seat with, one after the other: fewest people they sat
 * with (each counted as often as they did), fewest of their own group, fewest people, lowest number. Then pairs change
 * seats (`swaps.ts`). Sizes differ by at most one.
 *
 * When it is certain that nobody meets twice: with T tables of s to S people, at most one of whom stays (h is 1, else 0),
 * and nobody having met more than D of the others, when (T - D)(s - h) > (S - 1)D. For take somebody who repeats a
 * meeting. At T - D other tables at least they know nobody. Of the people there at most (S - 1)D know somebody at the table
 * they leave, so there is one left to change seats with, and the repeat is gone. A thousand people at tables of five have
 * more than 25 such rounds. In tighter rooms it is tried.
 */
export function newNeighbours({ people, tables, before, staying = [], seed }: Round): string[][] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const order = lotOrder(`${seed}|${before.length + 1}`, [...byId.keys()]);
  const seats = new Seats(
    order.map((id) => byId.get(id)!),
    tables,
    before,
  );
  const free = Array.from({ length: tables }, (_, table) => seatsAt(table, order.length, tables));
  const sit = (person: number, table: number) => {
    seats.sit(person, table);
    free[table]!--;
  };

  const hosts = new Set(staying);
  const latest = tableOf(before.at(-1) ?? []);
  for (const [person, id] of order.entries()) {
    const table = hosts.has(id) ? latest.get(id) : undefined;
    if (table !== undefined && free[table]) sit(person, table);
  }
  const movers = [...order.keys()].filter((person) => seats.at[person] === -1);
  for (const person of movers) {
    const full = (table: number) => (free[table]! > 0 ? 0 : 1);
    const taken = (table: number) => seatsAt(table, order.length, tables) - free[table]!;
    const wishes = (a: number, b: number) =>
      full(a) - full(b) ||
      seats.known(person, a) - seats.known(person, b) ||
      seats.own(person, a) - seats.own(person, b) ||
      taken(a) - taken(b);
    sit(person, least(tables, wishes));
  }
  improve(seats, movers);

  const seating = Array.from({ length: tables }, (): string[] => []);
  for (const [person, id] of order.entries()) seating[seats.at[person]!]!.push(id);
  return seating;
}

/**
 * The table (from 0) for somebody who comes in during a round: of those with fewest people the one where they know fewest,
 * then with fewest of their group, then the lowest. So sizes never drift apart. `people` are those who are there.
 */
export function seatLate(
  person: Person,
  seating: Seating,
  people: readonly Person[],
  before: readonly Seating[],
): number {
  const others = people.filter(({ id }) => id !== person.id);
  const seats = new Seats([person, ...others], seating.length, before);
  const tables = tableOf(seating);
  for (const [index, { id }] of others.entries()) {
    const table = tables.get(id);
    if (table !== undefined) seats.sit(index + 1, table);
  }
  return least(
    seating.length,
    (a, b) =>
      seating[a]!.length - seating[b]!.length ||
      seats.known(0, a) - seats.known(0, b) ||
      seats.own(0, a) - seats.own(0, b),
  );
}

/** The lowest of the numbers 0 … count - 1 that no other comes before. */
function least(count: number, compare: (a: number, b: number) => number): number {
  let best = 0;
  for (let next = 1; next < count; next++) if (compare(next, best) < 0) best = next;
  return best;
}
