import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areasOf, search, tasteOf } from '../../client/phases/arrange/areas.ts';
import { moveCaret, rebase } from '../../client/phases/arrange/caret.ts';
import { History, inverseOf, type Seen } from '../../client/board/history.ts';
import type { Card, Cluster } from '../../shared/model.ts';

const names = { notPlaced: 'Nog te plaatsen', untitled: 'Zonder naam' };
const card = (id: string, title: string) => ({ id, title }) as Card;
const theme = (id: string, name: string, letter = 'A') => ({ id, name, letter }) as Cluster;

describe('the areas of the board', () => {
  const placed = new Map([
    ['t1', [card('1', 'Café in de flat'), card('2', 'Soep')]],
    [null, [card('3', 'Licht in het tunneltje')]],
  ]);

  it('shows themes in order, and what has no place last', () => {
    const areas = areasOf([theme('t1', 'Ontmoeten'), theme('t2', ' ', 'B')], placed, '', names);
    expect(areas.map(({ letter, name, total }) => [letter, name, total])).toEqual([
      ['A', 'Ontmoeten', 2],
      ['B', 'Zonder naam', 0],
      ['', 'Nog te plaatsen', 1],
    ]);
  });

  it('finds titles whatever the accents and the order of the words, and still counts all', () => {
    const [area] = areasOf([theme('t1', 'Ontmoeten')], placed, 'FLAT cafe', names);
    expect(area?.cards.map(({ id }) => id)).toEqual(['1']);
    expect(area?.total).toBe(2);
    expect(search(placed.get(null)!, '  ')).toHaveLength(1);
  });

  it('shows less of each theme when there are more cards', () => {
    expect([12, 60, 1_500].map(tasteOf)).toEqual([8, 4, 3]);
  });
});

describe('typing a name together', () => {
  it.each([
    ['somebody types before it', 'Groen', 5, 'Meer Groen', 10],
    ['somebody types behind it', 'Groen', 2, 'Groen en koel', 2],
    ['what is around it goes', 'Groen en koel', 8, 'koel', 0],
  ])('keeps the caret when %s', (_what, before, caret, after, expected) => {
    expect(moveCaret(caret, before, after)).toBe(expected);
  });

  it('keeps what others typed during an accent', () => {
    expect(rebase('Cafe', 'Café', 'Ons Cafe')).toBe('Ons Café');
    expect(rebase('Veilig', 'Veilig hier', 'Veilig')).toBe('Veilig hier');
  });

  it('is my text when nobody else typed, and theirs when I did not', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (base, other) => {
        expect(rebase(base, other, base)).toBe(other);
        expect(rebase(base, base, other)).toBe(other);
      }),
    );
  });

  it('is taken back as a word, not letter by letter', () => {
    const history = new History();
    for (const [before, after] of [
      ['', 'G'],
      ['G', 'Gr'],
      ['Gr', 'Gras'],
    ] as const) {
      history.add(inverseOf([{ type: 'cluster.name', cluster: 't1', before, after }])!);
    }
    expect(history.size).toBe(1);
    const done = history.pop();
    expect(done?.undo).toEqual([
      { door: 'write', step: { type: 'cluster.name', cluster: 't1', before: 'Gras', after: '' } },
    ]);
    const seen = (name: string): Seen => ({ card: () => undefined, cluster: () => theme('t1', name) });
    expect(done?.untouched(seen('Gras'))).toBe(true);
    expect(done?.untouched(seen('Grasveld'))).toBe(false);
  });
});
