/** What was measured, against its bound. */

export interface Row {
  screen: string;
  what: string;
  value: number;
  unit: 'ms' | 'a second' | '%';
  /** null: told, not judged */
  bound: number | null;
  /** of a longest task: ms of the processor that it really had, and the kinds of work in it */
  own?: number | undefined;
  why?: string;
}

/** Null where there is no bound. */
export function isKept({ unit, value, bound }: Row): boolean | null {
  if (bound === null) return null;
  return unit === 'ms' ? value <= bound : value >= bound;
}

export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.screen,
    row.what,
    `${Math.round(row.value)} ${row.unit}`,
    row.bound === null ? '' : `${row.unit === 'ms' ? 'at most' : 'at least'} ${row.bound}`,
    { true: 'kept', false: 'NOT KEPT', null: '' }[`${isKept(row)}`],
    row.own === undefined ? '' : `${Math.round(row.own)} ms`,
    row.why ?? '',
  ]);
  const all = [['screen', 'what', 'measured', 'bound', 'verdict', 'own CPU', 'in the longest task'], ...lines];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((line) => line[column]!.length)));
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Frames in the worst whole second; of less than a second, what that rate would be. */
export function worstSecond(gaps: readonly number[]): number {
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  if (total < 1000) return (gaps.length * 1000) / Math.max(1, total);
  let worst = Infinity;
  let from = 0;
  let span = 0;
  gaps.forEach((gap, to) => {
    span += gap;
    if (span < 1000) return;
    worst = Math.min(worst, to - from + 1);
    while (span >= 1000) span -= gaps[from++]!;
  });
  return worst;
}
