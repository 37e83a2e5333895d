/** `loting_per_groep` (DOMAIN 4.15): places per group by lot, with a reserve list per group. Anybody can draw it again. */
import { lotOrder } from '../tally/lot.ts';
import type { Person } from './seating.ts';

/** What is published of a group, beside the seed. Ids are pseudonyms. */
export interface Drawn {
  group: string;
  /** how many took part in the lot */
  pool: number;
  places: number;
  /** in the order of the lot; fewer than `places` when the group is too small */
  drawn: readonly string[];
  reserve: readonly string[];
  declined: readonly string[];
}

/** Per group of `places` (group → how many), in that order. Other groups take no part. */
export function drawLots(people: readonly Person[], places: Readonly<Record<string, number>>, seed: string): Drawn[] {
  return Object.entries(places).map(([group, count]) => {
    const ids = people.filter((person) => person.group === group).map(({ id }) => id);
    const order = lotOrder(seed, ids);
    const [drawn, reserve] = [order.slice(0, count), order.slice(count)];
    return { group, pool: ids.length, places: count, drawn, reserve, declined: [] };
  });
}

/**
 * Somebody does not come: the next reserve of the same group moves up, to the end of those drawn. A reserve who declines
 * only leaves the list. Saying it twice, or somebody who is in no list, changes nothing.
 */
export function decline(groups: readonly Drawn[], id: string): Drawn[] {
  return groups.map((group) => {
    const wasDrawn = group.drawn.includes(id);
    if (!wasDrawn && !group.reserve.includes(id)) return group;
    const drawn = group.drawn.filter((other) => other !== id);
    const reserve = group.reserve.filter((other) => other !== id);
    const declined = [...group.declined, id];
    if (!wasDrawn) return { ...group, reserve, declined };
    return { ...group, drawn: [...drawn, ...reserve.slice(0, 1)], reserve: reserve.slice(1), declined };
  });
}
