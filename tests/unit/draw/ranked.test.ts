import { describe, expect, it } from 'vitest';
import { countOf, rankThemes, type Asked } from '../../../shared/draw/ranked.ts';
import type { Card, Cluster } from '../../../shared/model.ts';

const card = (id: string, table: number, cluster: string | null, more: Partial<Card> = {}): Card => ({
  ...{
    id,
    kind: 'idea',
    title: id,
    text: '',
    fields: {},
    on: null,
    column: null,
    number: 1,
    at: 1,
    phase: 'p',
    run: 1,
  },
  ...{ via: null, gone: null, mergedFrom: [], mergedInto: null },
  table,
  cluster,
  ...more,
});
const theme = (id: string, more: Partial<Cluster> = {}): Cluster => {
  return { id, name: id, letter: 'A', order: 1, gone: false, mergedInto: null, ...more };
};
const origin = { tableOf: ({ table }: Card) => table, writerOf: ({ id }: Card) => id.slice(0, 3) };
const asked: Asked = { by: 'tables', top: 1, cut: 'along', seed: 'zaad' };

// ids as the server makes them: at least eight characters, or a card lies nowhere
const water = 'themewater';
const groen = 'themegroen';

describe('counting themes', () => {
  it('counts different tables, cards and writers', () => {
    const cards = [card('anna0001', 1, water), card('anna0002', 1, water), card('bens0001', 2, water)];
    expect(countOf(cards, [theme(water)], origin)).toMatchObject([{ cards: 3, tables: 2, writers: 2 }]);
  });

  it('counts what was merged as it was written, also twice over, and in a theme that was merged', () => {
    const cards = [
      card('anna0001', 1, null, { mergedInto: 'one00001' }),
      card('bens0001', 2, null, { mergedInto: 'one00001' }),
      card('cees0001', 3, null, { mergedInto: 'two00001' }),
      card('one00001', 0, null, { mergedFrom: ['anna0001', 'bens0001'], mergedInto: 'two00001' }),
      card('two00001', 0, groen, { mergedFrom: ['one00001', 'cees0001'] }),
    ];
    const clusters = [theme(water), theme(groen, { mergedInto: water })];
    expect(countOf(cards, clusters, origin)).toMatchObject([{ id: water, cards: 3, tables: 3 }]);
  });

  it('leaves out reactions, other kinds, and what is gone or has no place', () => {
    const cards = [
      card('anna0001', 1, water),
      card('anna0002', 2, water, { on: 'anna0001' }),
      card('anna0003', 3, water, { gone: 'hidden' }),
      card('anna0004', 4, null),
      card('anna0005', 5, water, { kind: 'question' }),
    ];
    expect(countOf(cards, [theme(water)], origin, 'idea')).toMatchObject([{ cards: 2 }]);
    expect(countOf(cards, [theme(water)], origin)).toMatchObject([{ cards: 2, tables: 2 }]);
  });
});

describe('ranking themes', () => {
  const counted = ['eentje01', 'tweede01', 'derde001'].map((id, n) => {
    return { id, title: id, letter: 'A', cards: 1, tables: n === 2 ? 1 : 2, writers: 1 };
  });

  it('takes along what ties with the last place, and shares its rank', () => {
    const ranked = rankThemes(counted, asked);
    expect(ranked.map(({ rank, wins }) => [rank, wins])).toEqual([
      [1, true],
      [1, true],
      [3, false],
    ]);
  });

  it('lets the lot decide where that was asked, the same for the same seed', () => {
    const by = (seed: string) => rankThemes(counted, { ...asked, cut: 'lot', seed }).map(({ id }) => id);
    expect(by('zaad')).toEqual(by('zaad'));
    expect(new Set(Array.from({ length: 20 }, (_, n) => by(`zaad ${n}`)[0])).size).toBe(2);
    expect(rankThemes(counted, { ...asked, cut: 'lot' }).filter(({ wins }) => wins)).toHaveLength(1);
  });

  it('leaves out what nobody named', () => {
    expect(rankThemes([{ ...counted[0]!, tables: 0 }], asked)).toEqual([]);
  });
});
