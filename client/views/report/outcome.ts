/** What the report says about a result, worked out from the result alone. */
import type { Result } from '../../../shared/model.ts';
import { shownLines } from '../../phases/vote/outcome.ts';

export interface Tie {
  from: number;
  to: number;
  titles: string[];
}

/** Groups that the lot put in order, by place; those that begin below the last chosen one are only counted. */
export function tiesOf(result: Result): { shown: Tie[]; lower: number } {
  const at = new Map(result.ranking.map((item, index) => [item.id, { item, place: index + 1 }]));
  const ties = result.lots.flatMap((ids): Tie[] => {
    const found = ids.flatMap((id) => at.get(id) ?? []).sort((a, b) => a.place - b.place);
    const [first, last] = [found[0], found.at(-1)];
    return first && last && found.length > 1
      ? [{ from: first.place, to: last.place, titles: found.map(({ item }) => item.title) }]
      : [];
  });
  const lastChosen = result.ranking.reduce((last, { wins }, index) => (wins ? index + 1 : last), 0);
  const shown = ties.filter(({ from }) => from <= lastChosen).sort((a, b) => a.from - b.from);
  return { shown, lower: ties.length - shown.length };
}

/** Ranks that more than one item has. */
export function sharedRanks(result: Result): ReadonlySet<number> {
  const seen = new Set<number>();
  const shared = new Set<number>();
  for (const { rank } of shownLines(result)) {
    if (seen.has(rank)) shared.add(rank);
    seen.add(rank);
  }
  return shared;
}

/** "97", never 100 when somebody stayed away. */
export function percentage(part: number, whole: number): string {
  if (whole <= 0) return '0';
  const rounded = Math.round((part / whole) * 100);
  return String(part < whole ? Math.min(99, rounded) : rounded);
}
