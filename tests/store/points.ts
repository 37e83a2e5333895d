/** What every store promises about restore points. `make` gives an empty one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import type { PointBoard, PointCard } from '../../shared/points.ts';
import { CODE, OTHER, pointBoard, pointCard, pointRow, sessionRow } from './rows.ts';

const [bank, boom] = [pointCard('c1', 'bij de vijver'), pointCard('c2', 'op het plein', 't1')];

export function pointContract(name: string, make: () => Store): void {
  describe(`restore points in the ${name} store`, () => {
    let store: Store;

    beforeEach(() => {
      store = make();
      for (const code of [CODE, OTHER]) store.sessions.add(sessionRow(code));
    });
    afterEach(() => store.close());

    const keep = (id: string, ...cards: PointCard[]) => store.points.add(pointRow(id), pointBoard(...cards));
    const at = (id: string) => sorted(store.points.board(CODE, id));
    const ids = () => store.points.of(CODE).map(({ id }) => id);

    it('are listed in order of making, a session at a time, each with its board', () => {
      keep('p2', bank);
      keep('p1', bank, boom);
      store.points.add(pointRow('p2', OTHER), pointBoard());
      expect(store.points.of(CODE)).toEqual([pointRow('p2'), pointRow('p1')]);
      expect(at('p2')).toEqual(pointBoard(bank));
      expect(at('p1')).toEqual(pointBoard(bank, boom));
      expect(store.points.board(OTHER, 'p2')).toEqual(pointBoard());
      expect(store.points.board(OTHER, 'p1')).toBeNull();
      expect(() => keep('p1')).toThrow();
    });

    const later: [string, PointCard][] = [
      ['text', pointCard('c1', 'in het park')],
      ['theme', { ...bank, cluster: 't1' }],
      ['card it was merged into', { ...bank, mergedInto: 'c2' }],
      ['absence', { ...bank, gone: 'hidden', words: null }],
    ];
    it.each(later)('keep the %s of a card as it was at each of them', (_, changed) => {
      for (const [n, card] of [bank, bank, changed, changed, bank].entries()) keep(`p${n}`, card, boom);
      const cards = ['p0', 'p1', 'p2', 'p3', 'p4'].map((id) => at(id)?.cards[0]);
      expect(cards).toEqual([bank, bank, changed, changed, bank]);
    });

    it('are dropped from the oldest on, and those that stay are whole', () => {
      const changed = pointCard('c2', 'op de hoek');
      for (const [n, card] of [boom, changed, changed, boom].entries()) keep(`p${n}`, bank, card);
      store.points.add(pointRow('p0', OTHER), pointBoard(bank));
      store.points.trim(CODE, 9);
      expect(ids()).toEqual(['p0', 'p1', 'p2', 'p3']);
      store.points.trim(CODE, 2);
      expect(ids()).toEqual(['p2', 'p3']);
      expect(at('p1')).toBeNull();
      expect(at('p2')).toEqual(pointBoard(bank, changed));
      expect(at('p3')).toEqual(pointBoard(bank, boom));
      expect(store.points.board(OTHER, 'p0')).toEqual(pointBoard(bank));
    });

    it('lose what a card said, in all of them and for good, and keep where it lay', () => {
      keep('p1', bank, boom);
      keep('p2', pointCard('c1', 'in het park'), boom);
      store.points.add(pointRow('p1', OTHER), pointBoard(bank));
      store.points.eraseWords(CODE, ['c1', 'c9']);
      const bare = { ...bank, words: null };
      expect([at('p1'), at('p2')]).toEqual([pointBoard(bare, boom), pointBoard(bare, boom)]);
      expect(store.points.board(OTHER, 'p1')).toEqual(pointBoard(bank));
      keep('p3', bank, boom); // it came back
      expect([at('p1'), at('p3')]).toEqual([pointBoard(bare, boom), pointBoard(bank, boom)]);
    });

    it('are kept or left alone as a whole', () => {
      keep('p1', bank);
      expect(() =>
        store.transaction(() => {
          keep('p2', boom);
          store.points.eraseWords(CODE, ['c1']);
          store.points.trim(CODE, 1);
          throw new Error('halfway');
        }),
      ).toThrow('halfway');
      expect([ids(), at('p1'), at('p2')]).toEqual([['p1'], pointBoard(bank), null]);
    });
  });
}

function sorted(board: PointBoard | null): PointBoard | null {
  return board && { ...board, cards: board.cards.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
