import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budget, type BudgetBallot, type BudgetSettings } from '../../../shared/tally/budget.ts';
import { add, compare, divide, floor, fraction, multiply, type Fraction } from '../../../shared/tally/fraction.ts';
import { lotOrder } from '../../../shared/tally/lot.ts';
import type { Poll } from '../../../shared/tally/method.ts';
import { ids, pollOf } from '../../support/polls.ts';

type BudgetPoll = Poll<BudgetSettings, BudgetBallot>;

const polls = pollOf('budget');
const equal = (poll: BudgetPoll, completion: BudgetSettings['completion'] & string): BudgetPoll => ({
  ...poll,
  method: { ...poll.method, rule: 'equal-shares', completion, utility: 'cost' },
});
const costsOf = ({ items }: BudgetPoll) => new Map(items.map(({ id, cost }) => [id, cost!]));
const costOf = (poll: BudgetPoll, chosen: readonly string[]) =>
  chosen.reduce((sum, id) => sum + costsOf(poll).get(id)!, 0);

describe('a budget', () => {
  it('is never overspent, and nothing without votes is chosen', () => {
    fc.assert(
      fc.property(polls, (poll) => {
        const { winners, spent, ranking } = budget.count(poll);
        expect(costOf(poll, winners)).toBeLessThanOrEqual(poll.method.budget);
        expect(spent).toBe(`${costOf(poll, winners)}`);
        const votes = new Map(ranking.map(({ id, values }) => [id, Number(values[0])]));
        for (const id of winners) expect(votes.get(id)).toBeGreaterThan(0);
      }),
    );
  });

  it('has nothing left that would still fit, after add1u, u and greedy', () => {
    const rules = [{ completion: 'add1u' }, { completion: 'u' }, { rule: 'greedy' }] as const;
    fc.assert(
      fc.property(polls, fc.constantFrom(...rules), (poll, rule) => {
        const full = { ...poll, method: { ...poll.method, rule: 'equal-shares' as const, ...rule } };
        const { winners, ranking } = budget.count(full);
        const left = poll.method.budget - costOf(poll, winners);
        const wanted = ranking.filter(({ values, wins }) => values[0] !== '0' && !wins).map(({ id }) => id);
        for (const id of wanted) expect(costsOf(poll).get(id)).toBeGreaterThan(left);
      }),
    );
  });
});

describe('equal shares', () => {
  it('comes out as by the book, with a fraction for every voter', () => {
    fc.assert(
      fc.property(polls, fc.constantFrom('none' as const, 'add1' as const), (poll, completion) => {
        const { winners, log } = budget.count(equal(poll, completion));
        if (log.some(({ step }) => step === 'all fit')) return;
        expect(winners).toEqual(byTheBook(poll, completion));
      }),
      { numRuns: 300 },
    );
  });

  // Peters, Pierczyński, Skowron: Proportional Participatory Budgeting with Additive Utilities (2021), theorem 2: extended
  // justified representation up to one project. A group that can pay for a set of projects with its own shares, all of it
  // approved by all of them, has somebody who gets as much as that set, or would with any one project more of it.
  it('protects every group that agrees and could pay for what it wants', () => {
    const approvals = fc.array(fc.subarray([...ids]), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(polls, approvals, fc.integer({ min: 1, max: 12 }), (some, wishes, each) => {
        const filled = wishes.filter((wish) => wish.length > 0);
        const sum = each * filled.length;
        const poll = {
          ...some,
          ballots: filled.map((approve) => ({ approve })),
          method: { ...some.method, budget: sum },
        };
        for (const completion of ['none', 'add1', 'add1u', 'u'] as const) {
          const won = new Set(budget.count(equal(poll, completion)).winners);
          for (const group of subsets(filled)) {
            const common = ids.filter((id) => group.length > 0 && group.every((wish) => wish.includes(id)));
            for (const set of subsets(common)) {
              if (set.length === 0 || costOf(poll, set) > each * group.length) continue;
              expect(group.some((wish) => isServed(poll, wish, set, won))).toBe(true);
            }
          }
        }
      }),
    );
  });

  it('counts 14,400 different voters and 60 projects', () => {
    const next = generator(7);
    const items = Array.from({ length: 60 }, (_, index) => {
      return { id: `p${index}`, title: `${index}`, cost: 1_000 + next(40_000) };
    });
    const ballots = Array.from({ length: 14_400 }, () => ({
      approve: items.filter(({ cost }) => next(60_000) > cost + 12_000).map(({ id }) => id),
    }));
    const method = { kind: 'budget', budget: 500_000, rule: 'equal-shares', completion: 'add1' } as const;
    const outcome = budget.count({ method, items, ballots, electorate: 14_400, top: 1, cut: 'lot', seed: 'x' });
    expect(Number(outcome.spent)).toBeLessThanOrEqual(500_000);
    expect(outcome.winners.length).toBeGreaterThan(10);
  }, 60_000);
});

/** Gets at least as much as the whole set costs, or more than that with any one project of it that was not chosen. */
function isServed(
  poll: BudgetPoll,
  wish: readonly string[],
  set: readonly string[],
  won: ReadonlySet<string>,
): boolean {
  const gets = costOf(
    poll,
    wish.filter((id) => won.has(id)),
  );
  const worth = costOf(poll, set);
  return gets >= worth || set.some((id) => !won.has(id) && gets + costsOf(poll).get(id)! > worth);
}

function subsets<T>(list: readonly T[]): T[][] {
  return list.reduce<T[][]>((all, one) => [...all, ...all.map((some) => [...some, one])], [[]]);
}

/** DOMAIN 2E line by line, slow and plain: one fraction for every voter. */
function byTheBook(poll: BudgetPoll, completion: 'none' | 'add1'): string[] {
  const { items, ballots, seed, method } = poll;
  const length = method.max ?? items.length;
  const wishes = ballots.map((ballot): Record<string, number> => {
    if ('points' in ballot) return ballot.points;
    if ('approve' in ballot) return Object.fromEntries(ballot.approve.map((id) => [id, 1]));
    return Object.fromEntries(ballot.ranking.map((id, index) => [id, length - index]));
  });
  const voters = wishes.filter((wish) => Object.values(wish).some((points) => points > 0));
  const votes = (id: string) => voters.reduce((sum, wish) => sum + (wish[id] ?? 0), 0);
  const lot = lotOrder(
    seed,
    items.map(({ id }) => id),
  );
  const able = items.filter(({ id, cost }) => cost! <= method.budget && votes(id) > 0);
  const first = (a: { id: string; cost?: number }, b: { id: string; cost?: number }) =>
    a.cost! - b.cost! || votes(b.id) - votes(a.id) || lot.indexOf(a.id) - lot.indexOf(b.id);

  const run = (share: Fraction): string[] => {
    const money = voters.map(() => share);
    const chosen = able
      .filter(({ cost }) => cost === 0)
      .sort(first)
      .map(({ id }) => id);
    for (;;) {
      const offers = able
        .filter(({ id }) => !chosen.includes(id))
        .flatMap((item) => {
          const price = priceOf(
            fraction(item.cost!),
            money,
            voters.map((wish) => wish[item.id] ?? 0),
          );
          return price === null ? [] : [{ item, price, effective: divide(fraction(item.cost!), price) }];
        })
        .sort((a, b) => compare(b.effective, a.effective) || first(a.item, b.item));
      const best = offers[0];
      if (!best) return chosen;
      chosen.push(best.item.id);
      for (const [index, wish] of voters.entries()) {
        const due = multiply(best.price, fraction(wish[best.item.id] ?? 0));
        money[index] =
          compare(due, money[index]!) > 0 ? fraction(0) : add(money[index]!, fraction(-due.top, due.bottom));
      }
    }
  };

  const plain = fraction(method.budget, Math.max(1, voters.length));
  if (completion === 'none') return run(plain);
  for (let share = floor(plain); ; share += 1n) {
    const chosen = run(fraction(share));
    const left = method.budget - costOf(poll, chosen);
    const full = able.every(({ id, cost }) => chosen.includes(id) || cost! > left);
    if (full || costOf(poll, run(fraction(share + 1n))) > method.budget) return chosen;
  }
}

/** The smallest price at which these pay the cost together: tried at every number of people who pay all they have. */
function priceOf(cost: Fraction, money: readonly Fraction[], gives: readonly number[]): Fraction | null {
  const supporters = money.map((has, index) => ({ has, gives: gives[index]! })).filter((one) => one.gives > 0);
  const limit = (one: { has: Fraction; gives: number }) => divide(one.has, fraction(one.gives));
  supporters.sort((a, b) => compare(limit(a), limit(b)));
  let rest = cost;
  let points = supporters.reduce((sum, one) => sum + one.gives, 0);
  for (const one of supporters) {
    const price = divide(rest, fraction(points));
    if (compare(price, limit(one)) <= 0) return price;
    rest = add(rest, fraction(-one.has.top, one.has.bottom));
    points -= one.gives;
  }
  return null;
}

/** Whole numbers below `most`, the same every time. */
function generator(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * most);
  };
}
