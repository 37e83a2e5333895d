/** What several methods do with ballots: adding up per item, and the checks that are the same for all. */
import { fraction } from './fraction.ts';
import type { Step } from './log.ts';
import type { Item } from './method.ts';
import { placesOf } from './places.ts';
import type { Scored } from './rank.ts';

export interface Gathered {
  total: number;
  voters: number;
}

/** Adds up what ballots give to items; an item a ballot names with 0 is not named. */
export function gather(given: readonly Record<string, number>[], items: readonly Item[]): Map<string, Gathered> {
  const sums = new Map<string, Gathered>(items.map(({ id }) => [id, { total: 0, voters: 0 }]));
  for (const ballot of given) {
    for (const [id, amount] of Object.entries(ballot)) {
      const sum = sums.get(id);
      if (!sum || amount === 0) continue;
      sum.total += amount;
      sum.voters += 1;
    }
  }
  return sums;
}

/** Ranked by whole numbers; what has nothing of the first may not win. */
export function scoredBy(items: readonly Item[], values: (id: string) => readonly number[]): Scored[] {
  return items.map((item) => {
    const numbers = values(item.id);
    return { item, values: numbers.map((one) => fraction(one)), mayWin: numbers[0]! > 0, ranked: true };
  });
}

/** The ids on a ballot as amounts of 1, each once. */
export function ones(ids: readonly string[]): Record<string, number> {
  return Object.fromEntries(ids.map((id) => [id, 1]));
}

export function isKnown(ids: readonly string[], items: readonly Item[]): boolean {
  const places = placesOf(items);
  return ids.every((id) => places.has(id));
}

export function total(amounts: Record<string, number>): number {
  return Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
}

/** Per item that got something: how many voters gave 1, 2, … */
export function spread(given: readonly Record<string, number>[], items: readonly Item[]): (Step & { id: string })[] {
  const byItem = new Map<string, Map<number, number>>(items.map(({ id }) => [id, new Map()]));
  for (const ballot of given) {
    for (const [id, amount] of Object.entries(ballot)) {
      const counts = byItem.get(id);
      if (counts && amount > 0) counts.set(amount, (counts.get(amount) ?? 0) + 1);
    }
  }
  return [...byItem].flatMap(([id, counts]) => {
    if (counts.size === 0) return [];
    const told = [...counts].sort(([a], [b]) => a - b).map(([amount, voters]) => [`${amount}`, `${voters}`]);
    return [{ step: 'item' as const, id, counts: Object.fromEntries(told) as Record<string, string> }];
  });
}
