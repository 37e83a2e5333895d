import { describe, expect, it } from 'vitest';
import { countAll } from '../../../shared/tally/electorates.ts';
import type { Outcome, Poll } from '../../../shared/tally/method.ts';
import { count, methodOf, type BallotOf, type Kind, type SettingsOf } from '../../../shared/tally/methods.ts';
import { lotOrder } from '../../../shared/tally/lot.ts';

const items = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id.toUpperCase() }));

function run<K extends Kind>(
  method: SettingsOf<K> & { kind: K },
  ballots: BallotOf<K>[],
  more: Partial<Poll<SettingsOf<K>, BallotOf<K>>> = {},
): Outcome {
  return count<K>(method.kind, { method, items, ballots, electorate: 10, top: 1, cut: 'lot', seed: 'x', ...more });
}

const rows = ({ ranking }: Outcome) => ranking.map(({ id, rank, values }) => `${rank} ${id} ${values.join(' ')}`);
const ordered = (...ids: string[]) => lotOrder('x', ids);

describe('the cut', () => {
  const votes = ['a', 'a', 'b', 'c'].map((choose) => ({ choose }));
  const cut = (how: 'along' | 'lot' | 'again', top: number) => run({ kind: 'single' }, votes, { cut: how, top });

  it('takes along, draws, or leaves a second round to those that tie with the last place', () => {
    expect(cut('along', 2)).toMatchObject({ winners: ['a', ...ordered('b', 'c')], again: [] });
    expect(cut('lot', 2)).toMatchObject({ winners: ['a', ordered('b', 'c')[0]], again: [] });
    expect(cut('again', 2)).toMatchObject({ winners: ['a'], again: ordered('b', 'c') });
    expect(cut('again', 2).log.at(-1)).toMatchObject({ step: 'cut', top: 2, tied: ordered('b', 'c') });
  });

  it('has no tie to settle when all that tie have a place, and gives none to what nobody wants', () => {
    for (const how of ['along', 'lot', 'again'] as const) {
      expect(cut(how, 3)).toMatchObject({ winners: ['a', ...ordered('b', 'c')], again: [] });
      expect(cut(how, 9)).toMatchObject({ winners: ['a', ...ordered('b', 'c')], again: [] });
    }
  });
});

describe('a threshold', () => {
  const approvals = ['a', 'a', 'b'].map((id) => ({ approve: [id] }));
  const asked = (moreThan: string, basis: 'cast' | 'electorate', quorum?: string) =>
    run({ kind: 'approval', max: 4 }, [...approvals, { approve: [] }], {
      top: 2,
      threshold: { moreThan, basis, quorum },
    });

  it('asks strictly more, of the ballots that choose or of the whole electorate', () => {
    expect(asked('1/3', 'cast').winners).toEqual(['a']);
    expect(asked('2/3', 'cast').winners).toEqual([]);
    expect(asked('1/10', 'electorate').winners).toEqual(['a']);
    expect(asked('0', 'electorate').winners).toEqual(['a', 'b']);
    expect(asked('1/3', 'cast').verdicts.slice(0, 2)).toEqual([
      { id: 'a', yes: 2, of: 3, share: '2/3', passes: true },
      { id: 'b', yes: 1, of: 3, share: '1/3', passes: false },
    ]);
  });

  it('asks for at least the quorum, and blank ballots are turnout', () => {
    expect(asked('0', 'cast', '2/5').winners).toEqual(['a', 'b']);
    expect(asked('0', 'cast', '1/2').winners).toEqual([]);
    expect(asked('0', 'cast', '1/2').log).toContainEqual({
      step: 'quorum',
      cast: 4,
      electorate: 10,
      needed: '1/2',
      reached: false,
    });
  });
});

describe('score', () => {
  it('ranks by mean, median and number of scores, and only what half of the ballots scored', () => {
    const outcome = run({ kind: 'score' }, [
      { scores: { a: 5, b: 4, c: 5 } },
      { scores: { a: 1, b: 4, c: null } },
      { scores: { a: 3, b: 1 } },
      { scores: { b: null } },
    ]);
    expect(rows(outcome)).toEqual(['1 b 3 4 3', '2 a 3 3 3', '3 c 5 5 1', '4 d 0 0 0']);
    expect(outcome.winners).toEqual(['b']);
    expect(outcome.log).toContainEqual({ step: 'unranked', id: 'c', given: 1, needed: '3/2' });
    expect(outcome.ties).toEqual([{ ids: ['b', 'a'], by: 'median' }]);
  });

  it('asks for half of the ballots with a score, and half is enough', () => {
    const scored = (times: number) => {
      const rest = Array.from({ length: 6 - times }, () => ({ scores: { b: 1 } }));
      return run({ kind: 'score' }, [...rest, ...Array.from({ length: times }, () => ({ scores: { a: 2 } }))]).winners;
    };
    expect([scored(2), scored(3)]).toEqual([['b'], ['a']]);
  });
});

describe('jury', () => {
  const criteria = [
    { id: 'new', weight: 1 },
    { id: 'fair', weight: 3 },
  ];
  const ballots: BallotOf<'jury'>[] = [
    { marks: { a: { new: 1, fair: 4 }, b: { new: 4, fair: 3 } }, group: 'x' },
    { marks: { a: { new: 1, fair: 4 }, b: { new: 4, fair: 3 } }, group: 'x' },
    { marks: { a: { new: 5, fair: 1 }, b: { fair: 5 } }, group: 'y' },
  ];

  it('weighs jurors the same, or groups the same, and leaves out what is not complete', () => {
    expect(rows(run({ kind: 'jury', criteria }, ballots))).toEqual(['1 b 13/4 3 4', '2 a 17/6 3 7/3', ...nobody()]);
    expect(rows(run({ kind: 'jury', criteria, groups: 'equal' }, ballots))).toEqual([
      '1 b 13/4 3 4',
      '2 a 21/8 5/2 3',
      ...nobody(),
    ]);
  });

  const nobody = () => ordered('c', 'd').map((id) => `3 ${id} 0 0 0`);
});

describe('pairwise', () => {
  it('gives nothing for "weet ik niet", and lets nothing win that never won a duel', () => {
    const duel = (left: string, right: string, choice: 'left' | 'right' | 'unsure') => ({ left, right, choice });
    const ballots = [
      { duels: [duel('a', 'b', 'left'), duel('a', 'c', 'unsure')] },
      { duels: [duel('b', 'a', 'right')] },
    ];
    const outcome = run({ kind: 'pairwise', duels: 5 }, ballots, { top: 3 });
    expect(outcome.winners).toEqual(['a']);
    expect(outcome.ranking.map(({ id, values }) => [id, values[0]])).toEqual([
      ['a', '75'],
      ...ordered('c', 'd').map((id) => [id, '50']),
      ['b', '25'],
    ]);
  });
});

describe('runoff', () => {
  it('drops who had fewer votes in the latest earlier round, before it asks the lot', () => {
    const ranking = (times: number, ...ids: string[]) => Array.from({ length: times }, () => ({ ranking: ids }));
    const outcome = run({ kind: 'ranked', length: 4, count: 'runoff' }, [
      ...ranking(5, 'a'),
      ...ranking(4, 'b'),
      ...ranking(3, 'c'),
      ...ranking(1, 'd', 'c'),
    ]);
    const dropped = outcome.log.filter((step) => step.step === 'dropped');
    expect(dropped).toEqual([
      { step: 'dropped', id: 'd', votes: 1, tied: [], by: 'votes' },
      { step: 'dropped', id: 'c', votes: 4, tied: ['b'], by: 'earlier', round: 1 },
    ]);
    expect(outcome.winners).toEqual(['a']);
    expect(outcome.ranking.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('drops what nobody ranked at once, and chooses nobody without a ballot', () => {
    expect(run({ kind: 'ranked', length: 2, count: 'runoff' }, []).winners).toEqual([]);
    const { log } = run({ kind: 'ranked', length: 2, count: 'runoff' }, [{ ranking: ['a'] }]);
    expect(log).toContainEqual({ step: 'unmentioned', ids: ordered('b', 'c', 'd') });
  });
});

describe('vouchers', () => {
  const priced = [100, 60, 40, 30].map((cost, index) => ({ ...items[index]!, cost }));
  const method = { kind: 'vouchers', vouchers: 4, value: 10, budget: 140, move: true } as const;

  it('funds what is covered, the best covered first, and moves the rest once, to a second choice', () => {
    const ballots: BallotOf<'vouchers'>[] = [
      { vouchers: { a: 4 }, next: 'b' },
      { vouchers: { b: 2, c: 2 }, next: 'b' },
      { vouchers: { c: 4 } },
      { vouchers: { d: 1, a: 3 }, next: 'c' },
    ];
    const outcome = run(method, ballots, { items: priced });
    expect(outcome.winners).toEqual(['c', 'b']);
    expect(outcome.log.filter(({ step }) => step === 'funded')).toEqual([
      { step: 'funded', round: 1, id: 'c', cost: '40', left: '100' },
      { step: 'funded', round: 2, id: 'b', cost: '60', left: '40' },
    ]);
    expect(outcome.ranking.find(({ id }) => id === 'b')?.values[0]).toBe('1');
    expect(run({ ...method, move: false }, ballots, { items: priced }).winners).toEqual(['c']);
    expect(run({ ...method, budget: 90 }, ballots, { items: priced }).winners).toEqual(['c']);
  });
});

describe('allocate', () => {
  it('gives the units that are left to the largest fractions, and on a tie by lot', () => {
    const percent = { a: 34, b: 33, c: 33 };
    const outcome = run({ kind: 'allocate', budget: 101 }, [{ percent }, { percent: {} }]);
    expect(Object.fromEntries(outcome.ranking.map(({ id, values }) => [id, values[0]]))).toEqual({
      a: '35',
      b: '33',
      c: '33',
      d: '0',
    });
    const { ties, winners } = run({ kind: 'allocate', budget: 1 }, [{ percent: { a: 50, b: 50 } }]);
    expect([ties, winners]).toEqual([[{ ids: ordered('a', 'b'), by: 'lot' }], [ordered('a', 'b')[0]]]);
  });
});

describe('several electorates', () => {
  it('are counted apart, and those that count decide together', () => {
    const voters = (id: string, counts: boolean, ...choices: string[]) => {
      return { id, counts, size: 5, ballots: choices.map((choose) => ({ choose })) };
    };
    const poll = { method: { kind: 'single' } as const, items, top: 1, cut: 'lot' as const, seed: 'x' };
    const electorates = [
      voters('x', true, 'a', 'a', 'b'),
      voters('y', true, 'b', 'b'),
      voters('z', false, 'c', 'c', 'c', 'c'),
    ];
    const { decided, apart } = countAll((one) => count('single', one), poll, electorates);
    expect(apart.map(({ id, counts, outcome }) => [id, counts, outcome.winners])).toEqual([
      ['x', true, ['a']],
      ['y', true, ['b']],
      ['z', false, ['c']],
    ]);
    expect(decided).toMatchObject({ winners: ['b'], cast: 5 });
    expect(decided!.log[0]).toMatchObject({ electorate: 10 });
    expect(countAll((one) => count('single', one), poll, [electorates[2]!]).decided).toBeNull();
  });
});

describe('a ballot', () => {
  const breach = <K extends Kind>(method: SettingsOf<K> & { kind: K }, ballot: BallotOf<K>) =>
    methodOf(method.kind).breach(ballot, method, items);
  const duel = { left: 'a', right: 'b', choice: 'left' } as const;
  const shares = { kind: 'budget', budget: 100, rule: 'equal-shares' } as const;

  it('names the setting that it breaks', () => {
    expect([
      breach({ kind: 'approval', max: 2, min: 2 }, { approve: ['a'] }),
      breach({ kind: 'approval', max: 2, min: 2 }, { approve: [] }),
      breach({ kind: 'approval', max: 1 }, { approve: ['a', 'b'] }),
      breach({ kind: 'approval', max: 1 }, { approve: ['x'] }),
    ]).toEqual(['min', null, 'max', 'items']);
    expect([breach({ kind: 'single' }, { choose: 'x' }), breach({ kind: 'single' }, { choose: 'a' })]).toEqual([
      'items',
      null,
    ]);
    expect(breach({ kind: 'dots', dots: 3, maxPerItem: 2 }, { dots: { a: 3 } })).toBe('maxPerItem');
    expect(breach({ kind: 'dots', dots: 3, maxPerItem: 2 }, { dots: { a: 2, b: 2 } })).toBe('dots');
    expect(breach({ kind: 'points', points: 5 }, { points: { a: 6 } })).toBe('points');
    expect(breach({ kind: 'score' }, { scores: { a: 6 } })).toBe('max');
    expect(breach({ kind: 'jury', criteria: [{ id: 'new', weight: 1 }] }, { marks: { a: { old: 1 } } })).toBe(
      'criteria',
    );
    expect(breach({ kind: 'ranked', length: 1 }, { ranking: ['a', 'b'] })).toBe('length');
    expect(breach({ kind: 'pairwise', duels: 2 }, { duels: [duel, { ...duel, left: 'b', right: 'a' }] })).toBe('pair');
    expect(breach({ kind: 'pairwise', duels: 1 }, { duels: [duel, { ...duel, right: 'c' }] })).toBe('duels');
    expect(breach({ kind: 'consent' }, { answers: { x: 'yes' } })).toBe('items');
    expect(breach({ kind: 'allocate', budget: 1 }, { percent: { a: 99 } })).toBe('percent');
    expect(breach({ kind: 'tables', choices: 1 }, { approve: ['a', 'b'] })).toBe('choices');
    expect(breach({ ...shares, maxCost: 5 }, { approve: ['a'] })).toBeNull();
    expect(breach({ ...shares, points: 5 }, { points: { a: 6 } })).toBe('points');
    expect(
      breach({ kind: 'vouchers', vouchers: 1, value: 1, budget: 1, move: false }, { vouchers: { a: 1 }, next: 'b' }),
    ).toBe('move');
  });
});

it('pairs count whoever chose an item at least once towards what it needs, so that one more never takes away', () => {
  const duel = (right: string) => ({ left: 'a', right, choice: 'left' as const });
  const poll = {
    method: { kind: 'pairwise', duels: 3 } as const,
    items: ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id })),
    electorate: 4,
    top: 1,
    cut: 'lot' as const,
    threshold: { moreThan: '1/2', basis: 'electorate' } as const,
    seed: 'x',
  };
  const many = count('pairwise', { ...poll, ballots: [{ duels: [duel('b'), duel('c'), duel('d')] }] });
  expect(many.verdicts.find(({ id }) => id === 'a')).toMatchObject({ yes: 1, of: 4, passes: false });
});
