/** The columns of a result: what each way gave to each item, beside what all gave together. Pure, for phone, wall and report. */
import type { Channel } from '../../../shared/channel.ts';
import type { Column, RankedItem, Result } from '../../../shared/model.ts';

type Line = Column['lines'][string];

/** sum: the columns add up to the total. firsts: they do, and say first choices only. mean: each is a count of its own. */
export function waysKind({ method }: Pick<Result, 'method'>): 'sum' | 'firsts' | 'mean' {
  switch (method.kind) {
    case 'ranked':
      return method.count === 'runoff' ? 'firsts' : 'sum';
    case 'approval':
    case 'single':
    case 'dots':
    case 'points':
    case 'budget':
    case 'tables':
      return 'sum';
    default:
      return 'mean';
  }
}

/** What one way gave to an item; null: nobody who came that way said anything of it. */
export function lineIn({ lines }: Column, id: string, kind: ReturnType<typeof waysKind>): Line | null {
  const line = lines[id];
  if (!line) return null;
  return kind === 'mean' && line.voters === 0 ? null : line;
}

/** What all gave: the value it was ranked by, but of first choices their sum. */
export function togetherOf(result: Result, item: RankedItem): Pick<RankedItem, 'value' | 'voters' | 'values'> {
  if (waysKind(result) !== 'firsts') return item;
  const value = (result.columns ?? []).reduce((sum, { lines }) => sum + (lines[item.id]?.value ?? 0), 0);
  return { value, voters: value, values: [`${value}`] };
}

/** All ways in one: so few came one way that nothing is told apart. */
export function isTooFew(columns: readonly { of: Channel }[]): boolean {
  return columns.length === 1 && columns[0]!.of === 'mixed';
}
