import * as Y from 'yjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../server/store/failure.ts';
import {
  cardsMap,
  editCard,
  makeCard,
  makeCluster,
  readCard,
  readCards,
  readClusters,
  sessionMap,
} from '../../shared/document.ts';
import { limits } from '../../shared/limits.ts';
import { encodeSync, sync } from '../../shared/protocol.ts';
import { refuse } from '../../shared/refusals.ts';
import { setSession, takeOut } from '../../shared/stamp.ts';
import { leader, openSession, participant, screen } from '../support/fakedesk.ts';
import { FakeRoom } from '../support/fakeroom.ts';
import type { Guest } from '../support/guest.ts';

const [anna, ben] = [participant('anna'), participant('ben')];
const idea = (id: string, title = 'Bankje') => ({ id, kind: 'idea', title, text: 'bij de vijver' });

let hall: FakeRoom;
beforeEach(() => (hall = new FakeRoom((doc) => openSession(doc))));

function expectSame(...guests: Guest[]): void {
  for (const { doc } of guests) expect(doc.toJSON()).toEqual(hall.stored().toJSON());
  for (const { doc } of guests) expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(hall.stored()));
}

describe('the room', () => {
  it('stores with the stamps first, and sends both in one frame to everybody, the author too', () => {
    const [a, b] = [hall.enter(anna), hall.enter(ben)];
    hall.rest();
    makeCard(a.doc, idea('newcard01'));
    expect(hall.events).toEqual(['begin', 'commit', 'sent to anna', 'sent to ben']);
    expect(readCard(a.doc, 'newcard01')).toMatchObject({ number: 1, at: 5_001, phase: 'pitch', table: 7 });
    expect(a.frames.filter((bytes) => bytes === b.frames.at(-1))).toHaveLength(1); // the same bytes
    expect(hall.desk.authors.get('newcard01')).toBe('anna');
    expectSame(a, b);
  });

  it('fires at once when it was quiet, and then once a tick', () => {
    const [a, b] = [hall.enter(anna), hall.enter(ben)];
    hall.rest();
    for (const id of ['newcard01', 'newcard02', 'newcard03']) makeCard(a.doc, idea(id));
    expect(readCards(b.doc)).toHaveLength(1);
    hall.clock.pass(limits.tick);
    expect(readCards(b.doc)).toHaveLength(3);
    expect(hall.events.filter((event) => event === 'commit')).toHaveLength(2);
    expectSame(a, b);
  });

  it('does not make a card wait because somebody arrived just before it', () => {
    const a = hall.enter(anna);
    hall.rest();
    const b = hall.enter(ben);
    expect(b.stored).toBe(1); // what they sent held nothing new
    makeCard(a.doc, idea('newcard01'));
    expect(readCards(b.doc)).toHaveLength(1);
  });

  it('does not call stored what came twice and is not on disk either time', () => {
    const a = hall.enter(anna);
    hall.rest();
    hall.fails = 'commit';
    makeCard(a.doc, idea('newcard01'));
    a.leave();
    const again = hall.enter(anna, true, a.doc);
    expect(again.stored).toBeNull();
    hall.fails = null;
    hall.clock.pass(2_000);
    expect(again.stored).toBe(1);
    expectSame(again);
  });

  it('tells a writer exactly how much is stored', () => {
    const [a, b] = [hall.enter(anna), hall.enter(ben, false)];
    hall.clock.pass(1_000);
    const before = a.stored ?? 0;
    hall.fails = 'commit';
    makeCard(a.doc, idea('newcard01'));
    makeCard(a.doc, idea('newcard02'));
    hall.clock.pass(500);
    expect(a.stored).toBe(before);
    hall.fails = null;
    hall.clock.pass(1_000);
    expect(a.stored).toBe(before + 2);
    makeCard(a.doc, idea('newcard03'));
    expect(a.stored).toBe(before + 3);
    expect(b.stored).toBeNull();
  });

  it('does not count what builds on something unknown until the client has synced again', () => {
    const a = hall.enter(anna);
    hall.clock.pass(1_000);
    const before = a.stored ?? 0;
    const late = new Y.Doc();
    const updates: Uint8Array[] = [];
    late.on('update', (update: Uint8Array) => updates.push(update));
    makeCard(late, idea('newcard01'));
    makeCard(late, idea('newcard02'));
    const [first, second] = updates as [Uint8Array, Uint8Array];
    a.say(encodeSync(sync.update, second)); // answered by our step 1, and that by a step 2 in which these are not
    expect(readCards(hall.room.doc)).toHaveLength(0);
    expect(a.stored).toBe(before + 2);
    Y.applyUpdate(a.doc, first, 'wire');
    Y.applyUpdate(a.doc, second, 'wire');
    a.say(encodeSync(sync.update, second));
    hall.clock.pass(100);
    expect(readCards(hall.room.doc)).toHaveLength(2);
    expect(a.stored).toBe(before + 4);
  });

  it('answers a join in mid-tick with what is stored then, and nothing that is not', () => {
    const a = hall.enter(anna);
    makeCard(a.doc, idea('newcard01'));
    makeCard(a.doc, idea('newcard02'));
    const b = hall.enter(ben);
    expect(readCards(b.doc).map(({ number }) => number)).toEqual([1, 2]);
    expect(b.doc.toJSON()).toEqual(hall.stored().toJSON());
    hall.fails = 'commit';
    makeCard(a.doc, idea('newcard03'));
    const c = hall.enter(screen, false);
    expect(readCards(c.doc)).toHaveLength(2);
    expect(readCards(hall.room.doc)).toHaveLength(2);
    hall.fails = null;
    hall.clock.pass(2_000);
    expectSame(a, b, c);
  });

  it('keeps what came in while the store fails, sends nothing, and goes on when it works again', () => {
    const [a, b] = [hall.enter(anna), hall.enter(ben)];
    hall.clock.pass(1_000);
    hall.fails = 'begin';
    hall.events.length = 0;
    makeCard(a.doc, idea('newcard01'));
    hall.clock.pass(300);
    hall.fails = 'commit';
    editCard(a.doc, 'newcard01', { title: 'Twee bankjes' });
    hall.clock.pass(5_000);
    expect(hall.events).not.toContain('sent to ben');
    expect(hall.events.filter((event) => event === 'rollback').length).toBeGreaterThan(6);
    hall.fails = null;
    hall.clock.pass(1_000);
    expect(readCard(b.doc, 'newcard01')).toMatchObject({ title: 'Twee bankjes', number: 1 });
    expectSame(a, b);
  });

  it('loses nothing anybody saw when it is killed between applying and storing', () => {
    const a = hall.enter(anna);
    hall.rest();
    makeCard(a.doc, idea('newcard01'));
    hall.fails = 'commit';
    makeCard(a.doc, idea('newcard02'));
    const next = new FakeRoom(() => undefined, Y.encodeStateAsUpdate(hall.stored()));
    expect(readCards(next.room.doc)).toHaveLength(1);
    const again = next.enter(anna, true, a.doc); // the client still has it, and sends it
    next.clock.pass(100);
    expect(readCards(next.stored()).map(({ number }) => number)).toEqual([1, 2]);
    expect(again.doc.toJSON()).toEqual(next.stored().toJSON());
  });

  it('counts what came in this tick for limits and ownership, before it is stored', () => {
    const a = hall.enter(anna);
    for (let i = 10; i < 30; i++) makeCard(a.doc, idea(`newcard${i}`));
    editCard(a.doc, 'newcard29', { title: 'Mijn bankje' });
    expect(a.closedWith).toBeNull();
    makeCard(a.doc, idea('newcard30'));
    expect(a.refused).toMatchObject({ code: 'too_many_cards', message: a.connection.received });
    expect(a.closedWith).toEqual({ code: 4409, reason: 'too_many_cards' });
  });
});

describe('a change by the services', () => {
  it('is stored in one transaction with what came before it and what goes alongside, and then sent', () => {
    const a = hall.enter(anna);
    makeCard(a.doc, idea('newcard01'));
    makeCard(a.doc, idea('newcard02'));
    hall.events.length = 0;
    const value = hall.room.change(
      (doc) => (setSession(doc, { phase: 'cluster' }), readCards(doc).length),
      (count) => hall.store.sessions.add({ code: `S-${count}`, createdAt: 1, touchedAt: 1, rehearsalOf: null }),
    );
    expect(value).toBe(2);
    expect(hall.events.filter((event) => !event.startsWith('sent'))).toEqual(['begin', 'commit']);
    expect(hall.store.sessions.get('S-2')).not.toBeNull();
    hall.clock.pass(limits.tick);
    expect(sessionMap(a.doc).get('phase')).toBe('cluster');
    expectSame(a);
  });

  it.each(['store', 'change', 'alongside'])(
    'has not happened at all when the %s throws; what came in is not lost',
    (where) => {
      const [a, b] = [hall.enter(anna), hall.enter(ben)];
      makeCard(a.doc, idea('newcard01'));
      makeCard(a.doc, idea('newcard02'));
      if (where === 'store') hall.fails = 'commit';
      const attempt = () =>
        hall.room.change(
          (doc) => {
            setSession(doc, { phase: 'vote' });
            cardsMap(doc).forEach((_, id) => takeOut(doc, id, 'hidden'));
            if (where === 'change') throw new RangeError('bug');
          },
          () => {
            if (where === 'alongside') throw new RangeError('bug');
          },
        );
      expect(attempt).toThrow(where === 'store' ? StoreUnavailable : RangeError);
      expect(sessionMap(hall.room.doc).get('phase')).toBe('pitch');
      hall.fails = null;
      hall.clock.pass(2_000);
      expect(readCards(b.doc).map(({ title, number }) => [title, number])).toEqual([
        ['Bankje', 1],
        ['Bankje', 2],
      ]);
      expectSame(a, b);
    },
  );

  it('may read the room, but not change it twice at once', () => {
    hall.room.change((doc) => expect(hall.room.doc).toBe(doc));
    expect(() => hall.room.change(() => hall.room.change(() => undefined))).toThrow('inside');
  });

  it('stamps themes with a letter, in order', () => {
    hall.room.change((doc) => setSession(doc, { phase: 'cluster' }));
    const a = hall.enter(anna);
    makeCluster(a.doc, 'cluster001', 'Groen');
    makeCluster(a.doc, 'cluster002', 'Water');
    hall.clock.pass(100);
    expect(readClusters(a.doc).map(({ letter, name }) => letter + name)).toEqual(['AGroen', 'BWater']);
  });

  it('ends the connections of one person, pokes one person, and says so to nobody else', () => {
    const [a, a2, b, f] = [hall.enter(anna), hall.enter(anna, false), hall.enter(ben), hall.enter(leader)];
    hall.room.poke('ben');
    hall.room.dismiss('anna', refuse('removed'));
    expect([a.pokes, b.pokes]).toEqual([0, 1]);
    expect(a.refused).toEqual({ code: 'removed', message: 0 });
    expect([a, a2].map((guest) => guest.closedWith)).toEqual(Array(2).fill({ code: 4403, reason: 'removed' }));
    hall.room.dismiss('hash-f1', refuse('bad_token'));
    expect([b.closedWith, f.closedWith?.reason]).toEqual([null, 'bad_token']);
    hall.room.dismiss(null, refuse('ended'));
    expect(b.closedWith?.reason).toBe('ended');
    expect(hall.room.connections.size).toBe(0);
  });
});
