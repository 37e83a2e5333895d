import * as v from 'valibot';
import { add, compare, floor, fraction, mean, multiply, write, zero, type Fraction } from './fraction.ts';
import { isKnown, total } from './gather.ts';
import { lotPlaces } from './lot.ts';
import type { Step } from './log.ts';
import type { Item, Method } from './method.ts';
import { rankItems } from './rank.ts';
import { amounts } from './schema.ts';
import { allocateSettings as settings } from './settings.ts';

/** Whole percents; together 100. */
const ballot = v.strictObject({ percent: amounts(100) });

/**
 * Verdelen (DOMAIN 4.11): the mean percentage of each item over tables or persons, and that share of the budget: rounded
 * down, the units that are left to the largest fractions, ties by lot. Blank ballots do not count. What gets money wins.
 */
export const allocate: Method<typeof settings, typeof ballot> = {
  settings,
  ballot,
  breach({ percent }, _settings, items) {
    if (!isKnown(Object.keys(percent), items)) return 'items';
    return [0, 100].includes(total(percent)) ? null : 'percent';
  },
  isBlank: ({ percent }) => total(percent) === 0,
  count(poll) {
    const { items, seed } = poll;
    const filled = poll.ballots.map(({ percent }) => sharesOf(percent, items)).filter((shares) => shares !== null);
    const means = new Map(
      items.map(({ id }) => {
        const given = filled.map((shares) => shares.get(id) ?? zero);
        return [id, given.length === 0 ? zero : mean(given)];
      }),
    );
    const exact = new Map(items.map(({ id }) => [id, multiply(means.get(id)!, fraction(poll.method.budget, 100))]));
    const { amounts, extra, ties } = roundOut(exact, seed);
    const scored = items.map((item) => {
      const values = [fraction(amounts.get(item.id)!), means.get(item.id)!];
      return { item, values, mayWin: amounts.get(item.id)! > 0n, ranked: true };
    });
    const ranking = rankItems(scored, seed);
    const blank = poll.ballots.length - filled.length;
    return {
      keys: ['amount', 'mean'],
      ranking: ranking.map(({ item: { id, title }, rank, values, mayWin }) => {
        return { id, title, rank, values: values.map(write), wins: mayWin };
      }),
      winners: ranking.filter(({ mayWin }) => mayWin).map(({ item }) => item.id),
      again: [],
      ties,
      verdicts: [],
      cast: poll.ballots.length,
      blank,
      log: [
        { step: 'ballots', cast: poll.ballots.length, blank, electorate: poll.electorate },
        ...ranking.map(({ item: { id }, values: [amount, average] }): Step => {
          const told = { mean: write(average!), exact: write(exact.get(id)!), amount: write(amount!) };
          return { step: 'amount', id, ...told, extra: extra.has(id) };
        }),
        ...ties.map(({ ids }): Step => ({ step: 'tie', ids, by: 'rest' })),
      ],
    };
  },
};

/** Percents of the items that are in the poll, made to add up to 100 again when one was withdrawn; null when none is left. */
function sharesOf(percent: Record<string, number>, items: readonly Item[]): Map<string, Fraction> | null {
  const known = new Set(items.map(({ id }) => id));
  const given = Object.entries(percent).filter(([id]) => known.has(id));
  const together = given.reduce((sum, [, share]) => sum + share, 0);
  if (together === 0) return null;
  return new Map(given.map(([id, share]) => [id, fraction(share * 100, together)]));
}

/** Largest remainders; the ties are those in which the lot gave one unit and withheld another. */
function roundOut(exact: ReadonlyMap<string, Fraction>, seed: string) {
  const lot = lotPlaces(seed, [...exact.keys()]);
  const down = new Map([...exact].map(([id, amount]) => [id, floor(amount)]));
  const rest = new Map([...exact].map(([id, amount]) => [id, add(amount, fraction(-down.get(id)!))]));
  const left = Number(floor([...rest.values()].reduce(add, zero)));
  const order = [...rest.keys()].sort((a, b) => compare(rest.get(b)!, rest.get(a)!) || lot.get(a)! - lot.get(b)!);
  const extra = new Set(order.slice(0, left));
  const [last, next] = [order[left - 1], order[left]];
  const split = last !== undefined && next !== undefined && compare(rest.get(last)!, rest.get(next)!) === 0;
  const tied = split ? order.filter((id) => compare(rest.get(id)!, rest.get(last)!) === 0) : [];
  return {
    amounts: new Map([...down].map(([id, amount]) => [id, amount + (extra.has(id) ? 1n : 0n)])),
    extra,
    ties: tied.length > 0 ? [{ ids: tied, by: 'lot' }] : [],
  };
}
