import { compare, type Fraction } from './fraction.ts';
import { lotPlaces } from './lot.ts';
import type { Item, Tie } from './method.ts';

/** An item with what it is ranked by: more is better, compared from the first value on. */
export interface Scored {
  item: Item;
  values: readonly Fraction[];
  /** has what it takes to win: some support */
  mayWin: boolean;
  /** false: comes after all others, whatever its values */
  ranked: boolean;
}

export interface Ranked extends Scored {
  /** shared by items that tie before the lot */
  rank: number;
}

/** Best first (DOMAIN 4.4): by the values in their order, then by lot. */
export function rankItems(scored: readonly Scored[], seed: string): Ranked[] {
  const lot = lotPlaces(
    seed,
    scored.map(({ item }) => item.id),
  );
  const sorted = [...scored].sort((a, b) => order(a, b) || lot.get(a.item.id)! - lot.get(b.item.id)!);
  const ranking: Ranked[] = [];
  for (const [index, one] of sorted.entries()) {
    const before = ranking[index - 1];
    ranking.push({ ...one, rank: before && order(before, one) === 0 ? before.rank : index + 1 });
  }
  return ranking;
}

/** Every tie on the first value among items that may win, and what ordered it; one tie for each key that had to. */
export function tiesIn(ranking: readonly Ranked[], keys: readonly string[]): Tie[] {
  const level = (group: readonly Ranked[], depth: number): Tie[] => {
    if (group.length < 2) return [];
    const ids = group.map(({ item }) => item.id);
    if (depth === keys.length) return [{ ids, by: 'lot' }];
    const parts = runs(group, (a, b) => compare(a.values[depth]!, b.values[depth]!) === 0);
    const here = depth > 0 && parts.length > 1 ? [{ ids, by: keys[depth]! }] : [];
    return [...here, ...parts.flatMap((part) => level(part, depth + 1))];
  };
  const able = ranking.filter(({ mayWin, ranked }) => mayWin && ranked);
  return level(able, 0);
}

function order(a: Scored, b: Scored): number {
  if (a.ranked !== b.ranked) return a.ranked ? -1 : 1;
  for (const [index, value] of a.values.entries()) {
    const difference = compare(b.values[index]!, value);
    if (difference !== 0) return difference;
  }
  return 0;
}

function runs<T>(list: readonly T[], same: (a: T, b: T) => boolean): T[][] {
  const parts: T[][] = [];
  for (const one of list) {
    const last = parts.at(-1);
    if (last && same(last[0]!, one)) last.push(one);
    else parts.push([one]);
  }
  return parts;
}
