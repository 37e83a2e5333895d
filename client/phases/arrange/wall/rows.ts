/** How large rows of themes are on the wall: few are large, many stand in two columns. */

export interface RowScale {
  columns: 1 | 2;
  /** in one column */
  rows: number;
  /** px */
  row: number;
  name: number;
  value: number;
}

const gap = 12;

export function scaleOf(count: number, height: number): RowScale {
  const columns = count > 6 ? 2 : 1;
  const rows = Math.max(columns === 2 ? Math.ceil(count / 2) : count, 4);
  const row = Math.min(132, Math.floor((height + gap) / rows) - gap);
  const name = Math.min(columns === 1 ? 56 : 42, Math.round(row * 0.4));
  return { columns, rows, row, name, value: Math.min(78, Math.round(row * 0.6)) };
}

/** More do not fit at a size that is read from the back row. */
export const mostRows = 16;
