/** The overview: how areas are divided, and one size of tile for the whole wall so that amounts compare honestly. */
import type { Box } from './density.ts';

export interface Grid {
  columns: number;
  rows: number;
  /** false: only names and counts fit */
  cards: boolean;
}

/** Equal areas for so many themes: 2 x 2, 3 x 2, 4 x 2, 5 x 2, then 6 wide without cards. */
export function gridFor(themes: number): Grid {
  if (themes <= 2) return { columns: Math.max(1, themes), rows: 1, cards: true };
  if (themes <= 4) return { columns: 2, rows: 2, cards: true };
  const columns = Math.min(6, Math.ceil(themes / 2));
  return { columns, rows: Math.ceil(themes / columns), cards: themes <= 10 };
}

export function areasOf(grid: Grid, whole: { width: number; height: number }, gap: number): Box[] {
  const width = (whole.width - gap * (grid.columns - 1)) / grid.columns;
  const height = (whole.height - gap * (grid.rows - 1)) / grid.rows;
  return Array.from({ length: grid.columns * grid.rows }, (_, n) => ({
    x: (n % grid.columns) * (width + gap),
    y: Math.floor(n / grid.columns) * (height + gap),
    width,
    height,
  }));
}

export interface Tile {
  width: number;
  height: number;
  gap: number;
  /** from one tile to the next in a row, so that rows reach the edge */
  step: number;
  perRow: number;
}

const sizes = [44, 36, 30, 26, 24, 22, 20, 18, 16, 14, 12, 11, 10, 8, 6, 5, 4, 3, 2] as const;

/** Above so many cards a tile is at most 30 wide: it stands for a card, it is not one. */
const many = 60;

/** The largest tile of the list at which the fullest theme fits. */
export function tileFor(fullest: number, all: number, box: { width: number; height: number }): Tile {
  const fitting = sizes
    .filter((size) => all <= many || size <= 30)
    .map((size) => tileOf(size, box.width))
    .find((tile) => heightOf(fullest, tile) <= box.height);
  return fitting ?? tileOf(sizes.at(-1)!, box.width);
}

export function heightOf(count: number, tile: Tile): number {
  const rows = Math.ceil(count / tile.perRow);
  return rows === 0 ? 0 : rows * (tile.height + tile.gap) - tile.gap;
}

export function tileAt(n: number, tile: Tile): { x: number; y: number } {
  return {
    x: (n % tile.perRow) * tile.step,
    y: Math.floor(n / tile.perRow) * (tile.height + tile.gap),
  };
}

/** How many example cards go below the tiles: one to three, as far as there is room. `lines` per card. */
export function examplesIn(room: number, lines: readonly number[], line: number, pad: number, gap: number): number {
  let used = 0;
  let count = 0;
  for (const of of lines) {
    used += of * line + pad + (count > 0 ? gap : 0);
    if (used > room && count > 0) break;
    count++;
  }
  return used > room && count === 1 && room < line + pad ? 0 : count;
}

/** How often a theme has changed at this turn: every turn one theme does, in the order of the themes. */
export function turnsOf(turn: number, theme: number, themes: number): number {
  return Math.floor((turn + themes - 1 - theme) / themes);
}

function tileOf(size: number, width: number): Tile {
  const gap = Math.max(1, Math.min(4, Math.round(size * 0.25)));
  const perRow = Math.max(1, Math.floor((width + gap) / (size + gap)));
  const step = perRow > 1 ? (width - size) / (perRow - 1) : size + gap;
  return { width: size, height: Math.round((size * 2) / 3), gap, step, perRow };
}
