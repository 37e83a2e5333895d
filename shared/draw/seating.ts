/** Who sits where (DOMAIN 4.14), and how good that is. */

/** Somebody to seat, in one of the groups of the session. */
export interface Person {
  id: string;
  group: string;
}

/** Per table, table 1 first: the ids of who sits there. */
export type Seating = readonly (readonly string[])[];

/**
 * How many tables these people fill: nobody gets a chair too many at a table of `size`, and nobody sits alone while
 * there is company (seven people in pairs are two pairs and a trio). `standing`: so many stand in the hall, and none of
 * them stays empty.
 */
export function tableCount(people: number, size: number, standing = 0): number {
  return Math.max(1, Math.min(Math.max(Math.ceil(people / size), standing), Math.floor(people / 2)));
}

/** Seats at table `index` (from 0), so that sizes differ by at most one: the first tables have one more. */
export function seatsAt(index: number, people: number, tables: number): number {
  return Math.floor(people / tables) + (index < people % tables ? 1 : 0);
}

/** Pairs at one table that sat together before, each counted as often as they did; 0: everybody has new neighbours. */
export function repeats(seating: Seating, before: readonly Seating[]): number {
  const earlier = before.map(tableOf);
  let count = 0;
  for (const table of seating) {
    for (const [index, one] of table.entries()) {
      for (const other of table.slice(index + 1))
        count += earlier.filter((round) => together(round, one, other)).length;
    }
  }
  return count;
}

/** The largest difference between two tables in people of one and the same group; at most 1: mixed as well as can be. */
export function spread(seating: Seating, people: readonly Person[]): number {
  const groupOf = new Map(people.map(({ id, group }) => [id, group]));
  const differences = [...new Set(groupOf.values())].map((group) => {
    const counts = seating.map((table) => table.filter((id) => groupOf.get(id) === group).length);
    return Math.max(...counts) - Math.min(...counts);
  });
  return Math.max(0, ...differences);
}

/** Id → index of the table. */
export function tableOf(seating: Seating): Map<string, number> {
  return new Map(seating.flatMap((ids, table) => ids.map((id) => [id, table] as const)));
}

function together(round: ReadonlyMap<string, number>, one: string, other: string): boolean {
  const table = round.get(one);
  return table !== undefined && table === round.get(other);
}
