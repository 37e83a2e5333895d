import { describe, expect, it } from 'vitest';
import { differences } from '../../../shared/compared.ts';
import { otherCount, othersOf, type OtherId } from '../../../shared/tally/others.ts';
import { outcomeOf, type Count } from '../../../shared/tally/tally.ts';
import { everyMethod } from '../../support/methods.ts';

const seed = 'ab'.repeat(32);
const items = ['a', 'b', 'c'].map((id, n) => ({ id, title: id, cost: 100 * (n + 1) }));
const base = { top: 1, cut: 'along', threshold: undefined, items, electorate: 10, seed } as const;
const winners = (count: Count, id: OtherId) => outcomeOf(otherCount(count, id)!).winners;

describe('other rules', () => {
  it.each<[string, OtherId[]]>([
    ['approval', ['along', 'half']],
    ['single', ['along', 'half']],
    ['dots', ['each', 'along']],
    ['points', ['each', 'along']],
    ['score', ['high', 'along']],
    ['jury', ['along', 'together']],
    ['borda', ['runoff', 'first', 'along']],
    ['runoff', ['borda', 'first']],
    ['pairwise', ['along']],
    ['consent', ['ofElectorate', 'twoThirds']],
    ['equal shares', ['sharesNone', 'sharesAdd1', 'sharesU', 'greedy', 'strict', 'tenth']],
    ['equal shares, add1', ['sharesNone', 'sharesAdd1u', 'sharesU', 'greedy', 'strict']],
    ['greedy', ['sharesNone', 'sharesAdd1', 'sharesAdd1u', 'sharesU', 'strict', 'tenth']],
    ['threshold', ['sharesNone', 'sharesAdd1', 'sharesAdd1u', 'sharesU', 'greedy', 'strict']],
    ['allocate', []],
    ['vouchers', ['sharesNone', 'sharesAdd1', 'sharesAdd1u', 'sharesU', 'greedy', 'strict']],
    ['tables', ['along', 'half']],
  ])('that ballots for %s allow', (name, expected) => {
    const [, method] = everyMethod.find(([one]) => one === name)!;
    expect(othersOf({ method, top: 2, cut: 'lot' })).toEqual(expected);
  });

  it('read ballots as they ask', () => {
    const dots: Count = {
      ...base,
      method: { kind: 'dots', dots: 5, maxPerItem: 5 },
      ballots: [{ dots: { a: 5 } }, { dots: { b: 1, c: 4 } }, { dots: { b: 1 } }],
    };
    expect([outcomeOf(dots).winners, winners(dots, 'each')]).toEqual([['a'], ['b']]);
    const score: Count = {
      ...base,
      method: { kind: 'score' },
      ballots: [{ scores: { a: 5, b: 4 } }, { scores: { a: 5, b: 4 } }, { scores: { a: 0, b: 4 } }],
    };
    expect(winners(score, 'high')).toEqual(['b']);
    const vouchers: Count = {
      ...base,
      method: { kind: 'vouchers', vouchers: 5, value: 20, budget: 300, move: false },
      ballots: [{ vouchers: { c: 5 } }, { vouchers: { c: 4, a: 1 } }],
    };
    expect(outcomeOf(vouchers).winners).toEqual([]);
    expect(winners(vouchers, 'greedy')).toEqual(['c']);
    const half: Count = {
      ...base,
      method: { kind: 'approval', max: 2 },
      ballots: [{ approve: ['a', 'b'] }, { approve: ['a', 'b'] }, { approve: ['c'] }],
    };
    expect(winners(half, 'half').sort()).toEqual(['a', 'b']);
    expect(winners({ ...half, top: 1 }, 'lot')).toHaveLength(1);
    const yes: Count = {
      ...base,
      method: { kind: 'consent' },
      ballots: [{ answers: { a: 'yes', b: 'yes' } }, { answers: { a: 'yes', b: 'yes' } }, { answers: { b: 'no' } }],
    };
    expect([winners(yes, 'twoThirds'), winners(yes, 'ofElectorate')]).toEqual([['a'], []]);
  });

  it('say what is different from what decided', () => {
    const line = (id: string, wins: boolean) => ({ id, title: id, rank: 1, value: 1, voters: 1, wins });
    const ranking = [line('a', true), line('b', true), line('c', false)];
    expect(differences(ranking, { wins: ['c', 'a'] })).toEqual({ more: ['c'], less: ['b'] });
  });
});
