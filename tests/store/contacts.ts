/** What every store promises about contact details. `make` gives an empty one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContactRow } from '../../server/store/contacts.ts';
import type { Store } from '../../server/store/store.ts';
import { CODE, OTHER, sessionRow } from './rows.ts';

const row = (match: string, side: ContactRow['side'], change: Partial<ContactRow> = {}): ContactRow => {
  return { session: CODE, match, side, words: `${side} van ${match}`, deleteAt: 5_000, ...change };
};

export function contactContract(name: string, make: () => Store): void {
  describe(`contact details in the ${name} store`, () => {
    let store: Store;

    beforeEach(() => {
      store = make();
      for (const code of [CODE, OTHER]) store.sessions.add(sessionRow(code));
    });
    afterEach(() => store.close());

    it('are kept by match and side, the last words of a side, in an order that tells nothing', () => {
      store.contacts.put(row('m2', 'bringer'));
      store.contacts.put(row('m1', 'bringer'));
      store.contacts.put(row('m1', 'bidder'));
      store.contacts.put(row('m2', 'bringer', { words: 'nieuw', deleteAt: 6_000 }));
      expect(store.contacts.of(CODE)).toEqual([
        row('m1', 'bidder'),
        row('m1', 'bringer'),
        row('m2', 'bringer', { words: 'nieuw', deleteAt: 6_000 }),
      ]);
      expect(store.contacts.of(OTHER)).toEqual([]);
    });

    it('go one side at a time, or both', () => {
      for (const match of ['m1', 'm2'])
        for (const side of ['bringer', 'bidder'] as const) store.contacts.put(row(match, side));
      store.contacts.remove(CODE, 'm1', 'bidder');
      store.contacts.remove(CODE, 'm2');
      store.contacts.remove(CODE, 'm3');
      expect(store.contacts.of(CODE)).toEqual([row('m1', 'bringer')]);
    });

    it('go at their own date, in every session, and say which those were', () => {
      store.contacts.put(row('m1', 'bringer'));
      store.contacts.put(row('m1', 'bidder', { deleteAt: 5_001 }));
      store.contacts.put(row('m1', 'bidder', { session: OTHER }));
      expect(store.contacts.expire(4_999)).toEqual([]);
      expect(store.contacts.expire(5_000)).toEqual([CODE, OTHER]);
      expect(store.contacts.of(CODE)).toEqual([row('m1', 'bidder', { deleteAt: 5_001 })]);
      expect(store.contacts.of(OTHER)).toEqual([]);
    });

    it('belong to a session that is there, and go with it', () => {
      expect(() => store.contacts.put(row('m1', 'bidder', { session: 'NIET-HIER' }))).toThrow();
      store.contacts.put(row('m1', 'bidder'));
      store.sessions.erase(CODE, 9_000);
      expect(store.contacts.of(CODE)).toEqual([]);
    });
  });
}
