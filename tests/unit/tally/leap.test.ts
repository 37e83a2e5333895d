import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalShares, type Completion, type Rule } from '../../../shared/tally/equalshares.ts';
import { makeInstance, sieve } from '../../../shared/tally/project.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

interface Poll {
  costs: number[];
  /** per ballot the points for each project, and how many gave it */
  ballots: { gives: number[]; voters: number }[];
  budget: number;
}

/** Small amounts tie all the time; large ones have long stretches in which nothing changes. */
const polls = fc.constantFrom(12, 60, 400, 3_000).chain((money) =>
  fc.record({
    costs: fc.array(fc.integer({ min: 0, max: money }), { minLength: 2, maxLength: names.length }),
    ballots: fc.array(
      fc.record({
        gives: fc.array(fc.constantFrom(0, 0, 1, 1, 2, 5), { minLength: names.length, maxLength: names.length }),
        voters: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 1, maxLength: 7 },
    ),
    budget: fc.integer({ min: Math.ceil(money / 2), max: money * 2 }),
  }),
);

function count({ costs, ballots, budget }: Poll, rule: Rule) {
  const items = costs.map((cost, n) => ({ id: names[n]!, title: names[n]!, cost }));
  const wishes = ballots.flatMap(({ gives, voters }) =>
    Array.from({ length: voters }, () => new Map(names.map((id, n) => [id, gives[n]!]))),
  );
  const instance = makeInstance(items, wishes, budget, wishes.length, 'kantelbord');
  return equalShares(instance, sieve(instance, items, { least: 0, support: false }).able, rule);
}

describe('equal shares that leap', () => {
  it('find what is found share by share, to the last word of the log', () => {
    const rules = fc.record({
      completion: fc.constantFrom<Completion>('add1', 'add1u'),
      utility: fc.constantFrom('cost' as const, 'points' as const),
      step: fc.constantFrom(1, 1, 1, 7),
    });
    fc.assert(
      fc.property(polls, rules, fc.constantFrom(0, 1, 5), (poll, rule, patience) => {
        expect(count(poll, { ...rule, patience })).toEqual(count(poll, { ...rule, patience: Infinity }));
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);

  it('count a thousand million for four voters in a few shares', () => {
    const gives = (place: number) => names.map((_, n) => (n === place ? 1 : 0));
    const budget = 999_999_999;
    const ballots = [0, 1].map((place) => ({ gives: gives(place), voters: 2 }));
    const tried: string[] = [];
    const progress = ({ share }: { share: string }) => tried.push(share);
    const rule = { completion: 'add1', utility: 'cost', step: 1, progress } as const;
    const { chosen, steps } = count({ costs: [budget, 900_000_000], ballots, budget }, rule);
    expect(tried.length).toBeLessThan(100);
    expect(chosen.map(({ id }) => id)).toEqual(['b']);
    expect(steps[0]).toEqual({
      step: 'raised',
      from: '249999999',
      to: '450000000',
      by: '1',
      times: 200_000_001,
      stop: 'full',
    });
  });
});
