/** Dots on one scale: one dot is one dot, until there are too many; then one is 2, 5, 10 … and the page says so. Pure. */

/** A line of dots: filled column by column, so that length compares. */
export interface DotLine {
  columns: number;
  /** dots in the last, unfinished column */
  rest: number;
}

export interface Scale {
  unit: number;
  rows: number;
}

const mostColumns = 24;
const mostRows = 3;

export function scaleFor(highest: number): Scale {
  let unit = 1;
  for (let step = 0; highest / unit > mostColumns * mostRows; step++) unit = [2, 2.5, 2][step % 3]! * unit;
  return { unit, rows: Math.min(mostRows, Math.max(1, Math.ceil(highest / unit / mostColumns))) };
}

/** Ids of neighbours in the ranking that share their rank. */
export function tiedIn(ranking: readonly { id: string; rank: number }[]): Set<string> {
  const tied = ranking.filter(({ rank }, at) => ranking[at - 1]?.rank === rank || ranking[at + 1]?.rank === rank);
  return new Set(tied.map(({ id }) => id));
}

/** Anything above zero shows at least one dot. */
export function lineOf(value: number, { unit, rows }: Scale): DotLine {
  const dots = value > 0 ? Math.max(1, Math.round(value / unit)) : 0;
  return { columns: Math.floor(dots / rows), rest: dots % rows };
}
