/** What every store promises about the logs of plans. `make` gives an empty one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { bytes, CODE, sessionRow } from './rows.ts';

export function planLogContract(name: string, make: () => Store): void {
  describe(`the log of plans in the ${name} store`, () => {
    let store: Store;

    beforeEach(() => {
      store = make();
      store.sessions.add(sessionRow(CODE));
    });
    afterEach(() => store.close());

    it('is one for each plan besides, counted, replaced and dropped apart', () => {
      for (const plan of ['planaaaa', undefined, 'planbbbb', 'planaaaa']) store.updates.append(CODE, bytes(1), plan);
      expect(['planaaaa', undefined].map((plan) => store.updates.count(CODE, plan))).toEqual([2, 1]);
      store.updates.compact(CODE, bytes(7), 'planaaaa');
      store.updates.drop(CODE, 'planbbbb');
      expect(['planaaaa', 'planbbbb', undefined].map((plan) => store.updates.load(CODE, plan))).toEqual([
        [bytes(7)],
        [],
        [bytes(1)],
      ]);
      store.sessions.erase(CODE, 8_000);
      expect(store.updates.load(CODE, 'planaaaa')).toEqual([]);
    });
  });
}
