/** Where something goes in a list: in front, one step, or to the place of another. */
export type Place = 'first' | 'up' | 'down' | { at: string };

/** The ids with this one in its new place; who is named as target moves out of the way. */
export function moved(ids: readonly string[], id: string, place: Place): string[] {
  const from = ids.indexOf(id);
  if (from === -1) return [...ids];
  const rest = ids.filter((one) => one !== id);
  const to = { first: 0, up: Math.max(0, from - 1), down: from + 1 };
  const index = typeof place === 'string' ? to[place] : ids.indexOf(place.at);
  return index === -1 ? [...ids] : [...rest.slice(0, index), id, ...rest.slice(index)];
}
