import * as fc from 'fast-check';
import type { Cut } from '../../shared/tally/cut.ts';
import type { Poll } from '../../shared/tally/method.ts';
import type { BallotOf, Kind, SettingsOf } from '../../shared/tally/methods.ts';

export const ids = ['a', 'b', 'c', 'd', 'e'] as const;
const some = fc.subarray([...ids]);
const order = fc.shuffledSubarray([...ids]);
const few = (most: number) => fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 0, max: most }), { maxKeys: 4 });
const percent = fc.array(fc.constantFrom(...ids), { minLength: 4, maxLength: 4 }).map((quarters) => {
  const shares: Record<string, number> = {};
  for (const id of quarters) shares[id] = (shares[id] ?? 0) + 25;
  return shares;
});
const marks = fc.record(
  { new: fc.integer({ min: 1, max: 5 }), fair: fc.integer({ min: 1, max: 5 }) },
  { requiredKeys: [] },
);
const duel = fc
  .tuple(fc.shuffledSubarray([...ids], { minLength: 2, maxLength: 2 }), fc.constantFrom('left', 'right', 'unsure'))
  .map(([[left, right], choice]) => ({ left: left!, right: right!, choice }) as const);

type Kinds = { [K in Kind]: { settings: fc.Arbitrary<SettingsOf<K>>; ballot: fc.Arbitrary<BallotOf<K>> } };

/** Settings and ballots of every method, on the items a to e, small enough that ties happen all the time. */
const kinds: Kinds = {
  approval: {
    settings: fc.constant({ kind: 'approval', max: 5 }),
    ballot: some.map((approve) => ({ approve })),
  },
  single: {
    settings: fc.constant({ kind: 'single' }),
    ballot: fc.constantFrom(...ids, null).map((choose) => ({ choose })),
  },
  dots: { settings: fc.constant({ kind: 'dots', dots: 12, maxPerItem: 3 }), ballot: few(3).map((dots) => ({ dots })) },
  points: { settings: fc.constant({ kind: 'points', points: 12 }), ballot: few(3).map((points) => ({ points })) },
  score: {
    settings: fc.constant({ kind: 'score' }),
    ballot: fc
      .dictionary(fc.constantFrom(...ids), fc.option(fc.integer({ min: 0, max: 5 })), { maxKeys: 5 })
      .map((scores) => ({ scores })),
  },
  jury: {
    settings: fc.constantFrom('together' as const, 'equal' as const).map((groups) => {
      const criteria = [
        { id: 'fair', weight: 1 },
        { id: 'new', weight: 2 },
      ];
      return { kind: 'jury', criteria, groups } as const;
    }),
    ballot: fc
      .tuple(fc.dictionary(fc.constantFrom(...ids), marks, { maxKeys: 5 }), fc.constantFrom('x', 'y'))
      .map(([given, group]) => ({ marks: given as Record<string, Record<string, number>>, group })),
  },
  ranked: {
    settings: fc
      .constantFrom('borda' as const, 'runoff' as const)
      .map((count) => ({ kind: 'ranked', length: 4, count }) as const),
    ballot: order.map((ranking) => ({ ranking })),
  },
  pairwise: {
    settings: fc.constant({ kind: 'pairwise', duels: 10 }),
    ballot: fc.array(duel, { maxLength: 4 }).map((duels) => ({ duels })),
  },
  consent: {
    settings: fc.constant({ kind: 'consent' }),
    ballot: fc
      .dictionary(fc.constantFrom(...ids), fc.constantFrom('yes' as const, 'no' as const, 'none' as const))
      .map((answers) => ({ answers })),
  },
  budget: {
    settings: fc.record({
      kind: fc.constant('budget' as const),
      budget: fc.integer({ min: 0, max: 60 }),
      rule: fc.constantFrom('equal-shares', 'greedy', 'strict', 'threshold'),
      completion: fc.constantFrom('none', 'add1', 'add1u', 'u'),
      utility: fc.constantFrom('cost', 'points'),
      least: fc.integer({ min: 0, max: 3 }),
    }),
    ballot: fc.oneof(
      some.map((approve) => ({ approve })),
      few(3).map((points) => ({ points })),
      order.map((ranking) => ({ ranking })),
    ),
  },
  allocate: {
    settings: fc.integer({ min: 0, max: 50 }).map((budget) => ({ kind: 'allocate', budget }) as const),
    ballot: fc.oneof(percent, fc.constant({})).map((shares) => ({ percent: shares })),
  },
  vouchers: {
    settings: fc.record({
      kind: fc.constant('vouchers' as const),
      vouchers: fc.constant(8),
      value: fc.integer({ min: 1, max: 6 }),
      budget: fc.integer({ min: 0, max: 60 }),
      move: fc.boolean(),
    }),
    ballot: fc.record({ vouchers: few(2), next: fc.constantFrom(...ids) }, { requiredKeys: ['vouchers'] }),
  },
  tables: { settings: fc.constant({ kind: 'tables', choices: 3 }), ballot: some.map((approve) => ({ approve })) },
};

export type AnyPoll<K extends Kind> = Poll<SettingsOf<K>, BallotOf<K>>;

/** A whole poll of one method. */
export function pollOf<K extends Kind>(kind: K, voters = 7): fc.Arbitrary<AnyPoll<K>> {
  const { settings, ballot } = kinds[kind];
  const threshold = fc.constantFrom(
    undefined,
    { moreThan: '1/3', basis: 'cast' as const },
    { moreThan: '1/4', basis: 'electorate' as const, quorum: '1/2' },
  );
  return fc
    .record({
      method: settings as fc.Arbitrary<SettingsOf<K>>,
      costs: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: ids.length, maxLength: ids.length }),
      ballots: fc.array(ballot as fc.Arbitrary<BallotOf<K>>, { maxLength: voters }),
      top: fc.integer({ min: 1, max: 4 }),
      cut: fc.constantFrom<Cut>('along', 'lot', 'again'),
      threshold,
      seed: fc.constantFrom('one', 'two', 'three'),
    })
    .map(({ method, costs, ballots, top, cut, threshold: asked, seed }) => ({
      method,
      items: ids.map((id, index) => ({ id, title: id.toUpperCase(), cost: costs[index]! })),
      ballots,
      electorate: 10,
      top,
      cut,
      ...(asked ? { threshold: asked } : {}),
      seed,
    }));
}
