/** What every store promises about records. `make` gives an empty one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordRow, Store } from '../../server/store/store.ts';
import { CODE, OTHER, sessionRow } from './rows.ts';

const row = (id: string, value: unknown = { people: ['p1'] }, kind = 'team'): RecordRow => {
  return { session: CODE, kind, id, value };
};

export function recordContract(name: string, make: () => Store): void {
  describe(`records in the ${name} store`, () => {
    let store: Store;

    beforeEach(() => {
      store = make();
      for (const code of [CODE, OTHER]) store.sessions.add(sessionRow(code));
    });
    afterEach(() => store.close());

    it('are kept by kind and id, in the order in which they were first put', () => {
      store.records.put(row('b'));
      store.records.put(row('a', 3));
      store.records.put(row('b', { people: [] }));
      store.records.put(row('b', null, 'bid'));
      expect(store.records.of(CODE, 'team')).toEqual([row('b', { people: [] }), row('a', 3)]);
      expect(store.records.get(CODE, 'bid', 'b')).toEqual(row('b', null, 'bid'));
      expect(store.records.get(CODE, 'team', 'c')).toBeNull();
      expect(store.records.of(OTHER, 'team')).toEqual([]);
    });

    it('are removed one at a time, or all of a kind', () => {
      for (const id of ['a', 'b', 'c']) store.records.put(row(id));
      store.records.put(row('a', 1, 'bid'));
      store.records.remove(CODE, 'team', 'a');
      expect(store.records.of(CODE, 'team').map(({ id }) => id)).toEqual(['b', 'c']);
      store.records.clear(CODE, 'team');
      expect(store.records.of(CODE, 'team')).toEqual([]);
      expect(store.records.of(CODE, 'bid')).toHaveLength(1);
    });

    it('belong to a session that is there', () => {
      expect(() => store.records.put({ ...row('a'), session: 'NIET-HIER' })).toThrow();
    });
  });
}
