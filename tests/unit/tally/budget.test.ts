import { describe, expect, it } from 'vitest';
import { budget, type BudgetBallot, type BudgetSettings } from '../../../shared/tally/budget.ts';
import { lotOrder } from '../../../shared/tally/lot.ts';
import type { Item, Outcome } from '../../../shared/tally/method.ts';
import golden from '../../fixtures/golden.json';

interface Golden {
  naam: string;
  budget: number;
  projecten: Record<string, number>;
  stemmen: (string[] | Record<string, number>)[];
  loting_seed: string;
  loting_volgorde: string[];
  scores: Record<string, number>;
  verwacht: {
    voorfilter: Record<string, string>;
    mes: string[];
    mes_steps: { project: string; effective_votes: string; max_payment: string; tied_with: string[]; lot: boolean }[];
    alles_past: boolean;
    mes_add1: string[];
    mes_add1_share: string;
    mes_add1_cost: number;
    mes_add1u: string[];
    mes_add1u_cost: number;
    greedy_skip: string[];
    greedy_no_skip: string[];
  };
}

const cases = golden.filter(({ soort }) => soort === 'budget') as unknown as Golden[];
const why: Record<string, string> = { cost: 'duurder dan budget', votes: 'geen stemmen' };

/** The golden shares are those of all ballots; the product divides among ballots that are not blank (DOMAIN 4.2). */
function countGolden(one: Golden, rule: Omit<BudgetSettings, 'kind' | 'budget'>): Outcome {
  const items = Object.entries(one.projecten).map(([id, cost]) => ({ id, title: id, cost }));
  const ballots = one.stemmen.map((given): BudgetBallot =>
    Array.isArray(given) ? { approve: given } : { points: given },
  );
  return run(items, ballots, { budget: one.budget, voters: 'all', ...rule }, one.loting_seed);
}

function run(items: Item[], ballots: BudgetBallot[], rule: Omit<BudgetSettings, 'kind'>, seed = 'x'): Outcome {
  return budget.count({ method: { kind: 'budget', ...rule }, items, ballots, electorate: 0, top: 1, cut: 'lot', seed });
}

const shareOf = ({ log }: Outcome) => log.find((step) => step.step === 'share')?.share;
const equal = (completion: BudgetSettings['completion'] & string) => ({ rule: 'equal-shares', completion }) as const;

describe.each(cases)('golden: $naam', (one) => {
  const { verwacht } = one;

  it('leaves out what can not be chosen, and adds up the votes', () => {
    const { log, ranking } = countGolden(one, equal('none'));
    const out = log.flatMap((step) => (step.step === 'left out' ? [[step.id, why[step.why]]] : []));
    expect(Object.fromEntries(out)).toEqual(verwacht.voorfilter);
    const votes = ranking
      .filter(({ id }) => !(id in verwacht.voorfilter))
      .map(({ id, values }) => [id, Number(values[0])]);
    expect(Object.fromEntries(votes)).toEqual(one.scores);
    expect(lotOrder(one.loting_seed, Object.keys(one.projecten))).toEqual(one.loting_volgorde);
  });

  it('equal shares, every step', () => {
    const { winners, log } = countGolden(one, equal('none'));
    expect(winners).toEqual(verwacht.mes);
    const bought = log.filter((step) => step.step === 'bought');
    expect(
      bought.map((step) => ({
        project: step.id,
        effective_votes: step.effective,
        max_payment: step.price,
        tied_with: step.tied,
        lot: step.by === 'lot',
      })),
    ).toEqual(
      verwacht.mes_steps.map(({ project, effective_votes, max_payment, tied_with, lot }) => {
        return { project, effective_votes, max_payment, tied_with, lot };
      }),
    );
  });

  it('equal shares, completed', () => {
    const add1 = countGolden(one, equal('add1'));
    expect([add1.winners, shareOf(add1), add1.spent]).toEqual([
      verwacht.mes_add1,
      verwacht.mes_add1_share,
      `${verwacht.mes_add1_cost}`,
    ]);
    const add1u = countGolden(one, equal('add1u'));
    expect([add1u.winners, add1u.spent]).toEqual([verwacht.mes_add1u, `${verwacht.mes_add1u_cost}`]);
    expect(add1.log.some(({ step }) => step === 'all fit')).toBe(verwacht.alles_past);
  });

  it('greedy, and strict', () => {
    expect(countGolden(one, { rule: 'greedy' }).winners).toEqual(verwacht.greedy_skip);
    expect(countGolden(one, { rule: 'strict' }).winners).toEqual(verwacht.greedy_no_skip);
  });

  it('chooses the same when blank ballots have no share', () => {
    for (const completion of ['none', 'add1', 'add1u'] as const) {
      const without = countGolden(one, { ...equal(completion), voters: 'filled' });
      expect(without.winners).toEqual(countGolden(one, equal(completion)).winners);
    }
  });
});

describe('a budget', () => {
  const items = [
    { id: 'a', title: 'a', cost: 60 },
    { id: 'b', title: 'b', cost: 50 },
    { id: 'c', title: 'c', cost: 30 },
  ];
  const ballots = [
    { approve: ['a', 'b'] },
    { approve: ['a'] },
    { approve: ['a', 'c'] },
    { approve: ['b'] },
    { approve: [] },
  ];

  it('divides among the ballots that choose something', () => {
    expect(shareOf(run(items, ballots, { budget: 100, ...equal('none') }))).toBe('25');
    expect(shareOf(run(items, ballots, { budget: 100, ...equal('none'), voters: 'all' }))).toBe('20');
  });

  it('u fills up by votes at once, and says what did not fit', () => {
    const { winners, log } = run(items, ballots, { budget: 100, ...equal('u') });
    expect(winners).toEqual(['a', 'c']);
    expect(log.filter(({ step }) => step === 'skipped')).toEqual([
      { step: 'skipped', id: 'b', votes: '2', cost: '50', left: '40' },
    ]);
  });

  it('raises by the step that is asked, from a whole number of steps', () => {
    const { log } = run(items, ballots, { budget: 100, ...equal('add1'), step: 10 });
    expect(log.find(({ step }) => step === 'raised')).toMatchObject({ from: '20', by: '10' });
  });

  it('keeps a project below the threshold, or without enough support for its cost, out', () => {
    expect(run(items, ballots, { budget: 100, rule: 'threshold', least: 2 }).winners).toEqual(['a']);
    expect(run(items, ballots, { budget: 200, rule: 'threshold', least: 2 }).winners).toEqual(['a', 'b']);
    const costly = [...items, { id: 'd', title: 'd', cost: 90 }];
    const few = [...ballots, { approve: ['d'] }];
    const { log } = run(costly, few, { budget: 100, rule: 'greedy', support: true });
    expect(log.filter(({ step }) => step === 'left out')).toEqual([{ step: 'left out', id: 'd', why: 'support' }]);
  });

  it('keeps what failed a check out, with the reason, and gives what is free', () => {
    const [a, b, c] = items;
    const checked = [{ ...a!, barred: 'geen vergunning' }, b!, { ...c!, cost: 0 }];
    const { winners, log } = run(checked, ballots, { budget: 100, ...equal('none') });
    expect(log).toContainEqual({ step: 'left out', id: 'a', why: 'barred', detail: 'geen vergunning' });
    expect(winners).toEqual(['c', 'b']);
  });

  it('counts points as points when asked', () => {
    const pointed: BudgetBallot[] = [{ points: { a: 4, c: 1 } }, { points: { b: 2, c: 2 } }];
    const bought = (utility: 'cost' | 'points') => {
      const { log } = run(items, pointed, { budget: 140, ...equal('none'), utility });
      return log.filter((step) => step.step === 'bought').map(({ id, effective }) => `${id} ${effective}`);
    };
    expect(bought('cost')).toEqual(['a 4', 'c 3', 'b 2']);
    expect(bought('points')).toEqual(['c 1/10', 'a 1/15', 'b 1/25']);
  });

  it('counts rankings as their Borda points', () => {
    const ranked = [{ ranking: ['a', 'b'] }, { ranking: ['b'] }];
    const { ranking } = run(items, ranked, { budget: 100, rule: 'greedy', max: 2 });
    expect(ranking.map(({ id, values }) => [id, values[0]])).toEqual([
      ['b', '3'],
      ['a', '2'],
      ['c', '0'],
    ]);
  });

  it('tells how far it is', () => {
    const notes: string[] = [];
    const method = { kind: 'budget', budget: 100, ...equal('add1') } as const;
    const poll = { method, items, ballots, electorate: 5, top: 1, cut: 'lot', seed: 'x' } as const;
    budget.count({ ...poll, ballots, progress: ({ share, budget: of }) => notes.push(`${share} ${of}`) });
    expect(notes.slice(0, 2)).toEqual(['25 100', '26 100']);
  });
});
