import type { RankedItem, Result } from '../../../../shared/model.ts';
import { words } from '../../../text/language.svelte.ts';
import { methods } from '../../../text/methods.ts';
import { waysText } from '../../../text/ways.ts';
import { lineIn, waysKind } from '../ways.ts';

/**
 * Beside a title on the wall: what each way gave, where there was more than one; else what else it is ranked by. Only the first
 * has room for words: the others have the numbers, in the order of the first.
 */
export function aboutOf(result: Result, item: RankedItem, first: boolean): string[] {
  const m = words(methods);
  const { columns = [], method } = result;
  const each = [m.each(method, item)].filter((note) => note !== '');
  // in a row there is room for one sum: what it cost each says more
  if (columns.length < 2) return first || each.length === 0 ? [...m.detail(method, item).slice(0, 2), ...each] : each;
  const kind = waysKind(result);
  const given = columns.map((column) => {
    const line = lineIn(column, item.id, kind);
    return { of: column.of, short: line ? m.short(method, line) : '–' };
  });
  if (first) return [...given.map(({ of, short }) => words(waysText).part(of, short)), ...each];
  return [given.map(({ short }) => short).join(kind === 'mean' ? ' · ' : ' + ')];
}
