/** How full the writing wall is, and what that means for its grid (LOOK part 5). All in px of the stage. */

export interface Density {
  /** from so many cards */
  from: number;
  columns: number;
  rows: number;
  gapX: number;
  gapY: number;
  /** type size of a card, and of the newest */
  title: number;
  newest: number;
  /** places the newest card takes, at the top left */
  stage: { columns: number; rows: number };
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const field = { width: 1792, height: 684 } as const;

export const densities: readonly Density[] = [
  { from: 0, columns: 3, rows: 5, gapX: 24, gapY: 16, title: 40, newest: 76, stage: { columns: 1, rows: 3 } },
  { from: 13, columns: 5, rows: 7, gapX: 18, gapY: 14, title: 32, newest: 68, stage: { columns: 2, rows: 3 } },
  { from: 31, columns: 7, rows: 9, gapX: 14, gapY: 10, title: 26, newest: 62, stage: { columns: 2, rows: 4 } },
];

/** How far the count must fall below a step before the wall gets coarser again: two people must not make it flap. */
const slack = 4;

/** The step for so many cards, coming from `current`. */
export function densityFor(count: number, current: Density | null): Density {
  const step = [...densities].reverse().find(({ from }) => count >= from) ?? densities[0]!;
  if (current && step.from < current.from && count > current.from - slack) return current;
  return step;
}

/** Places for cards, column by column, without those the newest card takes. */
export function placesOf(density: Density): Box[] {
  const boxes: Box[] = [];
  for (let column = 0; column < density.columns; column++) {
    for (let row = 0; row < density.rows; row++) {
      const taken = column < density.stage.columns && row < density.stage.rows;
      if (!taken) boxes.push(boxAt(density, column, row, 1, 1));
    }
  }
  return boxes;
}

/** Where the newest card stands. */
export function stageOf(density: Density): Box {
  return boxAt(density, 0, 0, density.stage.columns, density.stage.rows);
}

function boxAt(density: Density, column: number, row: number, columns: number, rows: number): Box {
  const { gapX, gapY } = density;
  const width = (field.width - gapX * (density.columns - 1)) / density.columns;
  const height = (field.height - gapY * (density.rows - 1)) / density.rows;
  return {
    x: Math.round(column * (width + gapX)),
    y: Math.round(row * (height + gapY)),
    width: Math.floor(width * columns + gapX * (columns - 1)),
    height: Math.floor(height * rows + gapY * (rows - 1)),
  };
}
