/** Which working groups a wall shows, and in how many columns. */
import type { Group } from '../teams.ts';

const most = 12;

/** All while they fit; else those that have people (in the order of the ideas), and then the first of the rest. */
export function shownOf(groups: readonly Group[]): readonly Group[] {
  if (groups.length <= most) return groups;
  const filled = groups.filter(({ team }) => team !== null);
  const chosen = new Set([...filled, ...groups.filter(({ team }) => team === null)].slice(0, most));
  return groups.filter((group) => chosen.has(group));
}

export function layoutOf(count: number): { columns: number; rows: number } {
  if (count <= 2) return { columns: Math.max(1, count), rows: 1 };
  if (count <= 4) return { columns: 2, rows: 2 };
  if (count <= 6) return { columns: 3, rows: 2 };
  return { columns: count <= 9 ? 3 : 4, rows: 3 };
}
