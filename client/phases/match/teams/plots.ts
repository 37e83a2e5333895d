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

export interface Layout {
  columns: number;
  rows: number;
  /** type sizes: the name of a group, how many there are, and the rest; all four lines fit in a plot */
  sizes: readonly [title: number, facts: number, line: number];
  /** of a blade of grass, in px */
  grass: number;
}

export function layoutOf(count: number): Layout {
  if (count <= 2) return { columns: Math.max(1, count), rows: 1, sizes: [88, 56, 44], grass: 180 };
  if (count <= 4) return { columns: 2, rows: 2, sizes: [64, 42, 34], grass: 84 };
  if (count <= 6) return { columns: 3, rows: 2, sizes: [50, 36, 30], grass: 84 };
  return { columns: count <= 9 ? 3 : 4, rows: 3, sizes: [36, 30, 25], grass: 40 };
}

/** Of the drawing in one plot. */
export function plotWidth({ columns }: Pick<Layout, 'columns'>): number {
  return Math.floor((1_792 - 24 * (columns - 1)) / columns);
}
