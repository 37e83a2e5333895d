/** What every store promises about transactions. `make` gives an empty one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { everything } from './contract.ts';
import { bytes, CODE, facilitatorRow, fillSession, participantRow, runKey, sessionRow } from './rows.ts';

export function transactionContract(name: string, make: () => Store): void {
  describe(`a transaction of the ${name} store`, () => {
    let store: Store;

    beforeEach(() => {
      store = make();
      fillSession(store, CODE, 'before');
    });
    afterEach(() => store.close());

    it('gives what its work gives, and keeps all of it', () => {
      const number = store.transaction(() => {
        store.roll.add(runKey(), 'p2');
        return store.updates.append(CODE, bytes(1));
      });
      expect(number).toBeGreaterThan(0);
      expect([store.roll.count(runKey()), store.updates.count(CODE)]).toEqual([2, 2]);
    });

    it('leaves everything as it was when it fails', () => {
      const before = everything(store, CODE);
      store.participants.add(participantRow('p2'));
      const order = store.participants.of(CODE);
      const fail = () =>
        store.transaction(() => {
          for (const { id } of order) store.participants.change(CODE, id, { name: 'changed' });
          store.updates.compact(CODE, bytes(7));
          store.box.clear(runKey());
          store.held.remove(CODE, 'h1');
          store.sessions.erase(CODE, 8_000);
          fillSession(store, CODE, 'after');
          fillSession(store, 'NIEU-WHIE', 'after');
          throw new Error('halfway');
        });
      expect(fail).toThrow('halfway');
      expect(store.participants.of(CODE)).toEqual(order);
      expect(everything(store, CODE).filter((_, n) => n !== 2)).toEqual(before.filter((_, n) => n !== 2));
      expect(everything(store, 'NIEU-WHIE').flat()).toEqual([]);
      expect(store.sessions.erased(CODE)).toBe(false);
    });

    it('puts a removed row back in its old place', () => {
      for (const id of ['f1', 'f2']) store.facilitators.add(facilitatorRow(id));
      const before = store.facilitators.of(CODE);
      const fail = () =>
        store.transaction(() => {
          store.facilitators.remove(CODE, 'f1');
          store.facilitators.add(facilitatorRow('f3'));
          throw new Error('halfway');
        });
      expect(fail).toThrow('halfway');
      expect(store.facilitators.of(CODE)).toEqual(before);
    });

    it('takes a nested one along, also when the outer one fails after it', () => {
      const fail = () =>
        store.transaction(() => {
          store.transaction(() => store.roll.add(runKey(), 'p2'));
          throw new Error('afterwards');
        });
      expect(fail).toThrow('afterwards');
      expect(store.roll.count(runKey())).toBe(1);
    });

    it('is lost when a nested one fails, even when the error is caught', () => {
      const fail = () =>
        store.transaction(() => {
          store.roll.add(runKey(), 'p2');
          try {
            store.transaction(() => {
              store.roll.add(runKey(), 'p3');
              throw new Error('inner');
            });
          } catch {
            return 'went on';
          }
          return 'never';
        });
      expect(fail).toThrow('inner');
      expect(store.roll.count(runKey())).toBe(1);
    });

    it('works again after one that failed', () => {
      const refused = () => store.transaction(() => store.sessions.add(sessionRow(CODE)));
      expect(refused).toThrow();
      store.transaction(() => store.roll.add(runKey(), 'p2'));
      expect(store.roll.count(runKey())).toBe(2);
    });

    it('refuses work that is async', () => {
      const work = () => {
        store.roll.add(runKey(), 'p2');
        return Promise.resolve();
      };
      expect(() => store.transaction(work)).toThrow('must not be async');
      expect(store.roll.count(runKey())).toBe(1);
    });

    it('can not hold a vacuum', () => {
      expect(() => store.transaction(() => store.vacuum())).toThrow('vacuum');
    });
  });
}
