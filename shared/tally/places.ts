/**
 * Where in a list an item is, by its id. Made once for each list: a hall votes on 1,500 items, and going through them for every
 * ballot was most of what a ballot cost. Lists of items are never changed, only replaced.
 */
const known = new WeakMap<readonly { id: string }[], ReadonlyMap<string, number>>();

export function placesOf(items: readonly { id: string }[]): ReadonlyMap<string, number> {
  const there = known.get(items);
  if (there) return there;
  const places = new Map(items.map(({ id }, place) => [id, place]));
  known.set(items, places);
  return places;
}
