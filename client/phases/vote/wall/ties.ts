/** Which places of a result were shared, and what settled them. Pure, so that a table of cases can test it. */
import type { Result } from '../../../../shared/model.ts';

export interface Tie {
  from: number;
  to: number;
  count: number;
  /** false: they share the place */
  byLot: boolean;
}

/** Ties that touch those who won; ties far below are nobody's news. */
export function tiesOf(result: Pick<Result, 'ranking' | 'cut'>): Tie[] {
  const ties: Tie[] = [];
  const { ranking } = result;
  for (let at = 0; at < ranking.length;) {
    const rank = ranking[at]!.rank;
    let count = 1;
    while (ranking[at + count]?.rank === rank) count++;
    const same = ranking.slice(at, at + count);
    if (count > 1 && same.some((item) => item.wins)) {
      ties.push({ from: rank, to: rank + count - 1, count, byLot: result.cut === 'lot' });
    }
    at += count;
  }
  return ties;
}
