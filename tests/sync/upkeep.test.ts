import * as Y from 'yjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { cardsMap, makeCard, readCard, readCards } from '../../shared/document.ts';
import { limits } from '../../shared/limits.ts';
import { encodeSync, frame, sync } from '../../shared/protocol.ts';
import { refuse } from '../../shared/refusals.ts';
import { setSession, takeOut } from '../../shared/stamp.ts';
import { code, leader, openSession, participant, screen } from '../support/fakedesk.ts';
import { FakeRoom } from '../support/fakeroom.ts';

const [anna, ben] = [participant('anna'), participant('ben')];
const idea = (id: string, text = 'bij de vijver') => ({ id, kind: 'idea', title: 'Bankje', text });
const awareness = (state: string) =>
  Uint8Array.from([frame.awareness, state.length + 4, 1, 9, 1, state.length, ...Buffer.from(state)]);

let hall: FakeRoom;
beforeEach(() => (hall = new FakeRoom((doc) => openSession(doc))));

describe('the log', () => {
  it('is compacted when a service asks, also of what is still in memory', () => {
    const a = hall.enter(anna);
    makeCard(a.doc, idea('newcard01', 'geheim'));
    hall.room.change((doc) => takeOut(doc, 'newcard01', 'hidden'));
    hall.room.compact();
    const bytes = [...hall.store.updates.load(code), hall.room.state().raw].map((update) => Buffer.from(update));
    expect(bytes.some((update) => update.includes('geheim'))).toBe(false);
    hall.fails = 'commit';
    expect(() => hall.room.change((doc) => setSession(doc, { phase: 'vote' }))).toThrow();
    expect(readCards(hall.room.doc)).toMatchObject([{ gone: 'hidden', text: '' }]);
  });

  it('gives one state for as long as nothing changes, and another tag when something does', () => {
    const state = hall.room.state();
    expect(hall.room.state()).toBe(state);
    hall.room.change((doc) => setSession(doc, { phase: 'vote' }));
    expect(hall.room.state().tag).not.toBe(state.tag);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, hall.room.state().raw);
    expect(copy.getMap('session').get('phase')).toBe('vote');
  });

  it('is never written twice under one client id of the server', () => {
    hall.room.change((doc) => setSession(doc, { phase: 'cluster' }));
    const first = hall.room.doc.clientID;
    hall.rooms.closeAll();
    hall.room.change((doc) => setSession(doc, { phase: 'vote' }));
    expect(hall.room.doc.clientID).not.toBe(first);
    expect([first, hall.room.doc.clientID].map((client) => hall.desk.writerOf(client))).toEqual(['server', 'server']);
  });
});

describe('presence', () => {
  it('counts people, not connections, and no screens', () => {
    const a = hall.enter(anna);
    for (const who of [anna, ben, screen, leader]) hall.enter(who, false);
    hall.clock.pass(limits.pulseEvery);
    expect(a.pulses.at(-1)).toMatchObject({ here: 2, writing: 0, joined: 12, turnout: null });
    expect([...hall.desk.here].sort()).toEqual(['anna', 'ben', 'facilitator:f1']);
    a.leave();
    expect(hall.desk.here.has('anna')).toBe(true);
  });

  it('relays that somebody writes, and nothing else of what awareness claims', () => {
    const [a, b] = [hall.enter(anna), hall.enter(ben, false)];
    const before = b.frames.length;
    a.say(awareness('{"writing":true,"name":"Burgemeester"}'));
    hall.clock.pass(limits.pulseEvery);
    expect(a.pulses.at(-1)).toMatchObject({ writing: 1 });
    expect(b.frames).toHaveLength(before);
    expect(a.frames.some((bytes) => Buffer.from(bytes).includes('Burgemeester'))).toBe(false);
    a.say(awareness('{"writing":"yes"}'));
    hall.clock.pass(limits.pulseEvery);
    expect(a.pulses.at(-1)).toMatchObject({ writing: 0 });
  });

  it('goes out at most so often, however many come and go', () => {
    const a = hall.enter(anna);
    hall.rest();
    const before = a.pulses.length;
    for (let i = 0; i < 100; i++) {
      hall.enter(participant(`guest${i}`), false);
      hall.clock.pass(10);
    }
    expect(a.pulses.length - before).toBeLessThanOrEqual(3);
  });

  it('keeps every client’s watchdog content, and ends connections nobody is behind', () => {
    const [own, stock, dead] = [hall.enter(anna), hall.enter(ben, false), hall.enter(leader, false)];
    hall.rest();
    dead.alive = false;
    const [pulses, frames] = [own.pulses.length, stock.frames.length];
    hall.clock.pass(3 * limits.heartbeat);
    expect(own.pulses.length - pulses).toBeGreaterThanOrEqual(3);
    expect(stock.frames.slice(frames)).toEqual(Array(3).fill(Uint8Array.of(1, 1, 0)));
    expect([own.closedWith, stock.closedWith, dead.closedWith?.code]).toEqual([null, null, 1006]);
  });
});

describe('a receiver or sender that asks too much', () => {
  it('is closed when it is too far behind, and may come back', () => {
    const [a, b] = [hall.enter(anna), hall.enter(ben)];
    b.bufferedAmount = 2 * limits.bufferedBytes;
    makeCard(a.doc, idea('newcard01'));
    hall.clock.pass(limits.tick);
    expect(b.closedWith).toEqual({ code: 1013, reason: 'slow' });
    expect(readCard(hall.enter(ben).doc, 'newcard01')).not.toBeNull();
  });

  it('may take its time over the board it asked for', () => {
    const a = hall.enter(anna);
    hall.room.change((doc) => setSession(doc, { question: 'x'.repeat(400_000) }));
    const b = hall.enter(ben);
    b.bufferedAmount = limits.bufferedBytes + 400_000;
    makeCard(a.doc, idea('newcard01'));
    hall.clock.pass(limits.tick);
    expect(b.closedWith).toBeNull();
  });

  it.each([
    [
      'too many messages',
      'too_fast',
      (say: (bytes: Uint8Array) => void) => Array.from({ length: 700 }, () => say(Uint8Array.of(3))),
    ],
    ['too large a message', 'too_large', (say) => say(new Uint8Array(limits.messageBytes + 1))],
    ['an unknown message', 'bad_message', (say) => say(Uint8Array.of(99, 1, 2))],
    ['an unknown step', 'bad_message', (say) => say(encodeSync(7, new Uint8Array(2)))],
    ['a broken vector', 'bad_message', (say) => say(encodeSync(sync.step1, Uint8Array.of(200, 200, 200)))],
    ['no bytes', 'bad_message', (say) => say(new Uint8Array(0))],
    ['awareness without end', 'bad_message', (say) => say(awareness(`{"x":"${'y'.repeat(100)}`))],
    ['too much awareness', 'bad_message', (say) => say(Uint8Array.from([1, 233, 7, ...new Uint8Array(1_001)]))],
  ] as [string, string, (say: (bytes: Uint8Array) => void) => void][])('is refused: %s', (_, code, attack) => {
    const a = hall.enter(anna);
    attack((bytes) => a.say(bytes));
    expect([a.refused?.code, a.closedWith?.reason]).toEqual([code, code]);
  });

  it('hears of a bug of ours as a reason to come back, and costs nobody else anything', () => {
    const [a, b] = [hall.enter(anna), hall.enter(ben)];
    hall.rest();
    hall.desk.onRecord = () => {
      throw new RangeError('bug');
    };
    makeCard(a.doc, idea('newcard01'));
    expect(a.closedWith).toEqual({ code: 1011, reason: 'server_error' });
    hall.desk.onRecord = () => undefined;
    makeCard(b.doc, idea('newcard02'));
    hall.clock.pass(1_000);
    expect(readCards(hall.stored()).map(({ id }) => id)).toEqual(['newcard02']);
  });
});

describe('a room', () => {
  it('leaves memory when nobody has needed it for a while, and is the same when it comes back', () => {
    const room = hall.room;
    const a = hall.enter(anna);
    makeCard(a.doc, idea('newcard01'));
    hall.clock.pass(3 * limits.idleRoom);
    expect(hall.room).toBe(room);
    a.leave();
    hall.clock.pass(3 * limits.idleRoom);
    expect(hall.room).not.toBe(room);
    expect(() => room.change(() => undefined)).toThrow('closed');
    expect(readCard(hall.room.doc, 'newcard01')).toMatchObject({ number: 1 });
  });

  it('is dropped without storing anything more', () => {
    const a = hall.enter(anna);
    hall.rest();
    makeCard(a.doc, idea('newcard01'));
    makeCard(a.doc, idea('newcard02'));
    hall.rooms.drop(code, refuse('session_deleted'));
    hall.rest();
    expect(a.closedWith).toEqual({ code: 4410, reason: 'session_deleted' });
    expect(cardsMap(hall.stored()).size).toBe(1);
  });

  it('stores and sends everything before the process ends, and asks everybody to come back', () => {
    const a = hall.enter(anna);
    hall.rest();
    for (const id of ['newcard01', 'newcard02', 'newcard03']) makeCard(a.doc, idea(id));
    hall.rooms.closeAll();
    expect(a.closedWith).toEqual({ code: 1012, reason: 'restart' });
    expect(a.stored).toBe(a.connection.received);
    expect(a.doc.toJSON()).toEqual(hall.stored().toJSON());
    expect(cardsMap(hall.stored()).size).toBe(3);
  });
});
