import { describe, expect, it } from 'vitest';
import { criteriaOf, verdictsOf } from '../../shared/checking.ts';
import type { PhaseOf } from '../../shared/format.ts';
import { groundOf, itemsOn } from '../../shared/sources.ts';
import { setLive } from '../../shared/stamp.ts';
import { annas, makeWorld } from '../support/world.ts';

const phase = {
  kind: 'check',
  automatic: [
    { kind: 'team', least: 3 },
    { kind: 'field', field: 'wie', title: { nl: 'Wie', en: 'Who' } },
    { kind: 'cost', budget: 40_000 },
    { kind: 'favour' },
  ],
} as PhaseOf<'check'>;

function passed(fields: Record<string, string>, team: number | null) {
  const { doc } = makeWorld();
  const card = doc.getMap<import('yjs').Map<unknown>>('cards').get(annas)!;
  card.set('fields', fields);
  setLive(doc, `team:groups:1:${annas}`, team === null ? null : { item: annas, run: 1, count: team });
  const ground = groundOf(doc);
  const item = itemsOn(ground, { from: 'cards' }).find(({ id }) => id === annas)!;
  return verdictsOf(phase, item, ground).map((verdict) => verdict.passed);
}

describe('what the board checks by itself', () => {
  it('looks at the team, the fields, the cost and the favour in return', () => {
    const fields = { wie: 'De buren', kosten: '€ 12.500', tegenprestatie: 'Soep' };
    expect(passed(fields, 3)).toEqual([true, true, true, true]);
    expect(passed({ ...fields, kosten: '50000' }, 2)).toEqual([false, true, false, true]);
  });

  it('takes nothing for granted', () => {
    expect(passed({}, null)).toEqual([false, false, false, false]);
    expect(passed({ kosten: 'weinig' }, 0)).toEqual([false, false, false, false]);
  });
});

describe('what an item is held against', () => {
  it('is one criterion for each thing that is fixed, or what the format names', () => {
    expect(criteriaOf({ criteria: 'anchors' }, ['Er is € 40.000'])).toEqual([
      { id: 'anchor-1', title: { nl: 'Er is € 40.000', en: 'Er is € 40.000' } },
    ]);
    expect(
      criteriaOf({ criteria: [{ id: 'legaal', title: { nl: 'Mag het?', en: 'Is it legal?' } }] }, ['x']),
    ).toHaveLength(1);
  });
});
