/** A session that nobody needs leaves nothing in memory: no timer, no room, no document, no register. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryStore } from '../../server/store/memory.ts';
import { limits } from '../../shared/limits.ts';
import { makeCard } from '../../shared/document.ts';
import { Guest } from '../support/guest.ts';
import { Evening, value } from './evening.ts';

/** Collects everything that nothing refers to; what was looked at in this turn is let go in the next. */
async function collect(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  await new Promise((resolve) => setImmediate(resolve));
  gc();
}

/** People of all kinds come, write, vote and go. Gives a weak hold on all that was in memory meanwhile. */
function liveEvening(evening: Evening): Record<string, WeakRef<object>> {
  const people = evening.people(3);
  value(evening.move('pitch'));
  const { room, clock } = evening;
  const guests = [...people.map(({ ask }) => ask.identity), evening.lead.identity].map(
    (identity) => new Guest({ room: () => evening.room, clock, identity, own: true }),
  );
  for (const guest of guests) guest.enter();
  makeCard(guests[0]!.doc, { id: 'newcard01', kind: 'idea', title: 'Bankje', text: '' });
  clock.pass(1_000);
  value(evening.services.cards.withdraw(people[0]!.ask, 'newcard01'));
  value(evening.move('cluster'));
  value(evening.move('vote')); // opens by itself when the grace has ended
  clock.pass(30_000);
  for (const guest of guests) guest.leave();
  const register = evening.server.door.registers.of(evening.code);
  return { room: new WeakRef(room), doc: new WeakRef(room.doc), register: new WeakRef(register) };
}

const held = (kept: Record<string, WeakRef<object>>) => Object.keys(kept).filter((name) => kept[name]?.deref());

describe('a session that everybody left', () => {
  it('is gone from memory a little later, with its timers', async () => {
    const evening = new Evening();
    const kept = liveEvening(evening);
    evening.clock.pass(limits.idleRoom / 2);
    expect(held(kept)).toEqual(['room', 'doc', 'register']);
    expect(evening.clock.waiting).toBeGreaterThan(0);
    evening.clock.pass(2 * limits.idleRoom);
    expect(evening.clock.waiting).toBe(0);
    await collect();
    expect(held(kept)).toEqual([]);
    expect(evening.cards).toMatchObject([{ id: 'newcard01', gone: 'withdrawn' }]);
  });

  it('leaves again after somebody looked in', async () => {
    const evening = new Evening();
    liveEvening(evening);
    evening.clock.pass(3 * limits.idleRoom);
    for (const look of [
      () => evening.services.sessions.info(evening.code, 'nl'),
      () => evening.services.people.signIn(evening.code, evening.facilitatorToken),
      () => evening.services.people.me(evening.lead),
    ]) {
      value(look() as { ok: true; value: unknown });
      const kept = { register: new WeakRef(evening.server.door.registers.of(evening.code)) };
      evening.clock.pass(3 * limits.idleRoom);
      expect(evening.clock.waiting).toBe(0);
      await collect();
      expect(held(kept)).toEqual([]);
    }
  });
});

describe('sessions that nobody opens', () => {
  let store: ReturnType<typeof memoryStore>;
  beforeEach(() => (store = memoryStore()));
  afterEach(() => store.close());

  it('cost nothing when the server starts, nor at its hourly sweep', () => {
    const evening = new Evening({ store });
    const [one] = store.updates.load(evening.code);
    for (let n = 0; n < 1_000; n++) {
      const code = `ZAAL-${n}`;
      store.sessions.add({ code, createdAt: 1, touchedAt: evening.clock.now(), rehearsalOf: null });
      store.updates.append(code, one!);
    }
    evening.clock.pass(3 * limits.idleRoom);
    const reads = [
      vi.spyOn(store.updates, 'load'),
      vi.spyOn(store.participants, 'of'),
      vi.spyOn(store.authors, 'cards'),
      vi.spyOn(store.authors, 'clients'),
      vi.spyOn(store.votes, 'of'),
    ];
    evening.restart();
    for (let hours = 0; hours < 3; hours++) {
      expect(evening.services.sessions.sweep()).toEqual([]);
      evening.clock.pass(3_600_000);
    }
    for (const read of reads) expect(read).not.toHaveBeenCalled();
    expect(evening.clock.waiting).toBe(0);
  });
});
