import { describe, expect, it } from 'vitest';
import { tellApart, type Channel } from '../../../shared/channel.ts';
import type { Method } from '../../../shared/phases/vote.ts';
import { columnsOf, comeBy } from '../../../shared/tally/columns.ts';
import type { Ballot } from '../../../shared/vote.ts';

const items = ['a', 'b'].map((id) => ({ id, title: id.toUpperCase(), cost: 10 }));

/** What each way gave to a and to b. */
function told(method: Method, ballots: [Channel, Ballot][]) {
  const rest = { items, electorate: 9, top: 1, cut: 'along', threshold: undefined, seed: 'x' } as const;
  const come = comeBy(
    ballots.map(([, ballot]) => ballot),
    ballots.map(([channel]) => channel),
  );
  return columnsOf({ method, ...rest }, come).map(({ of, ballots: cast, blank, lines }) => {
    return [of, cast, blank, lines.a?.values[0], lines.b?.values[0]];
  });
}

describe('columns of a result', () => {
  it('are none when all came digitally', () => {
    expect(told({ kind: 'single' }, [['digital', { choose: 'a' }]])).toEqual([]);
  });

  it('add up what each way gave, by the method', () => {
    expect(
      told({ kind: 'dots', dots: 3, maxPerItem: 3 }, [
        ['hands', { dots: { a: 1 } }],
        ['digital', { dots: { a: 2, b: 1 } }],
        ['paper', { dots: { b: 3 } }],
        ['paper', { dots: {} }],
      ]),
    ).toEqual([
      ['digital', 1, 0, '2', '1'],
      ['paper', 2, 1, '0', '3'],
      ['hands', 1, 0, '1', '0'],
    ]);
    expect(told({ kind: 'consent' }, [['paper', { answers: { a: 'yes', b: 'no' } }]])).toEqual([
      ['paper', 1, 0, '1', '0'],
    ]);
    expect(
      told({ kind: 'score' }, [
        ['digital', { scores: { a: 5 } }],
        ['paper', { scores: { a: 2 } }],
        ['paper', { scores: { a: 3 } }],
      ]),
    ).toEqual([
      ['digital', 1, 0, '5', '0'],
      ['paper', 2, 0, '5/2', '0'],
    ]);
  });

  it('say of a budget and of wegstrepen what was chosen, not what the rule made of it', () => {
    const budget = { kind: 'budget', rule: 'equal-shares', budget: 10 } as const;
    const both: [Channel, Ballot][] = [
      ['digital', { approve: ['a', 'b'] }],
      ['paper', { approve: ['b'] }],
    ];
    expect(told(budget, both)).toEqual([
      ['digital', 1, 0, '1', '1'],
      ['paper', 1, 0, '0', '1'],
    ]);
    expect(told({ ...budget, ballot: 'points', points: 5 }, [['paper', { points: { a: 4, b: 1 } }]])).toEqual([
      ['paper', 1, 0, '4', '1'],
    ]);
    expect(told({ kind: 'ranked', length: 2, count: 'runoff' }, [['paper', { ranking: ['b', 'a'] }]])).toEqual([
      ['paper', 1, 0, '0', '1'],
    ]);
  });
});

describe('ways that are told apart', () => {
  const kept = (digital: number, paper: number, hands: number) => {
    const as = tellApart({ digital, paper, hands, mixed: 0 });
    return (['digital', 'paper', 'hands'] as const).map(as);
  };

  it.each<[number, number, number, string]>([
    [40, 12, 7, 'digital paper hands'],
    [40, 0, 0, 'digital paper hands'],
    [3, 0, 0, 'digital paper hands'],
    [40, 12, 2, 'digital paper hands'], // hands were seen by all
    [40, 3, 9, 'mixed mixed hands'],
    [4, 30, 0, 'mixed mixed hands'],
    [2, 2, 30, 'mixed mixed mixed'], // else the secret ones would be total minus hands
    [0, 4, 30, 'mixed mixed mixed'],
  ])('of %i digital, %i on paper and %i hands are %s', (digital, paper, hands, as) => {
    expect(kept(digital, paper, hands).join(' ')).toBe(as);
  });
});
