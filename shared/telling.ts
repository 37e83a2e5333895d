/**
 * How the wall tells a result: place by place, from the last that was chosen to the first. What it shows is in the document,
 * so that every screen shows the same and a wall that is loaded again goes on where it was.
 */

/** press: `told` places so far, and the next when the facilitator says so. itself: one each `tellEvery` since then. */
export type Telling = { by: 'press'; told: number } | { by: 'itself'; since: number };

/** Instead of the result itself: how it came about, by page; or what another rule would have given. */
export type WallPart = { shows: 'steps'; page: number } | { shows: 'other'; other: string };

/** the most places on the wall; what more was chosen is on the phones */
export const mostTold = 5;
/** ms */
export const tellEvery = 2_500;

/** The places that are told, the first first. */
export function placesOf<T extends { wins: boolean }>({ ranking }: { ranking: readonly T[] }): T[] {
  return ranking.filter(({ wins }) => wins).slice(0, mostTold);
}

/** How many of so many places have been told; absent: all. `now` in server time. */
export function toldOf(telling: Telling | undefined, places: number, now: number): number {
  if (!telling) return places;
  const told = telling.by === 'press' ? telling.told : Math.floor((now - telling.since) / tellEvery);
  return Math.min(places, Math.max(0, told));
}
