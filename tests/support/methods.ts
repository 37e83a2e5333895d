/** Every way of voting the product has, as settings, on cards that cost something. */
import type { Format, VotePhase } from '../../shared/format.ts';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import type { Method } from '../../shared/phases/vote.ts';

const words = (text: string) => ({ nl: text, en: text });
const budget = { kind: 'budget', budget: 3_000 } as const;

export const everyMethod: readonly [name: string, method: Method][] = [
  ['approval', { kind: 'approval', max: 3, min: 2 }],
  ['single', { kind: 'single' }],
  ['dots', { kind: 'dots', dots: 5, maxPerItem: 3 }],
  ['points', { kind: 'points', points: 10 }],
  ['score', { kind: 'score' }],
  [
    'jury',
    {
      kind: 'jury',
      groups: 'equal',
      criteria: [
        { id: 'slim', title: words('Slim'), weight: 40 },
        { id: 'haalbaar', title: words('Haalbaar'), weight: 60 },
      ],
    },
  ],
  ['borda', { kind: 'ranked', length: 4 }],
  ['runoff', { kind: 'ranked', length: 5, count: 'runoff' }],
  ['pairwise', { kind: 'pairwise', duels: 6 }],
  ['consent', { kind: 'consent', reasons: true }],
  ['equal shares', { ...budget, rule: 'equal-shares', max: 4 }],
  ['equal shares, add1', { ...budget, rule: 'equal-shares', completion: 'add1', ballot: 'points', points: 10 }],
  ['equal shares, none', { ...budget, rule: 'equal-shares', completion: 'none', ballot: 'ranking', max: 4 }],
  ['greedy', { ...budget, rule: 'greedy', maxCost: 3_000 }],
  ['strict', { ...budget, rule: 'strict' }],
  ['threshold', { ...budget, rule: 'threshold', least: 2 }],
  ['allocate', { kind: 'allocate', budget: 10_000 }],
  ['vouchers', { kind: 'vouchers', vouchers: 5, value: 100, budget: 3_000, move: true }],
  ['tables', { kind: 'tables', choices: 2 }],
];

/** An evening of ideas with a price, and a vote held so. */
export function formatWith(method: Method, more: Partial<VotePhase> = {}): Format {
  const [kind] = ideeenronde.cardKinds;
  const money = { id: 'kosten', title: words('Kosten'), max: 9, kind: 'money' } as const;
  return {
    ...ideeenronde,
    duties: ['jury', 'secretary'],
    cardKinds: [{ ...kind!, fields: [money] }],
    phases: ideeenronde.phases.map((phase) => {
      return phase.kind === 'vote' ? { ...phase, method, items: 'cards', top: 2, cut: 'lot', ...more } : phase;
    }),
  };
}
