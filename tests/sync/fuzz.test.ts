import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { makeCard, moveCard, readCards } from '../../shared/document.ts';
import { encodeSync, frame, sync } from '../../shared/protocol.ts';
import { Honest } from '../support/honest.ts';
import { must, openHall, type Hall, type Seat } from '../support/hall.ts';
import { contentOf, expectConverged, expectOnce, storedDoc } from '../support/outcome.ts';
import { newId } from '../support/people.ts';
import { seeded, type Chance } from '../support/seeded.ts';

/** What an honest client may hear, however slow its line is. */
const crossed = ['phase_closed', 'card_gone', 'too_many_cards'];
const actions = 2_400;
/** A few in the gate; many by `npm run test:long`. */
const seeds = Array.from({ length: process.env.KANTELBORD_LONG ? 30 : 3 }, (_, index) => index + 1);

describe('many people, some of them hostile, over lines that delay and break', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
  afterEach(() => void vi.useRealTimers());

  it.each(seeds)('end with one and the same board (seed %i)', { timeout: 120_000 }, async (seed) => {
    const chance = seeded(seed);
    const hall = openHall();
    const honest = Array.from({ length: 8 }, () => new Honest(hall.join(), chance));
    const hostile = Array.from({ length: 2 }, () => hall.join());
    for (const person of honest) person.seat.wire.setDelay(() => chance() * 3_000);
    await Promise.all(honest.map((person) => person.open()));
    must(hall.services.phases.move(hall.lead, { to: 'pitch' }));
    await vi.advanceTimersByTimeAsync(8_000);

    for (let done = 0; done < actions; done++) {
      await one(hall, honest, hostile, chance, done);
      await vi.advanceTimersByTimeAsync(chance() * 60);
    }

    for (const { seat } of honest) {
      seat.wire.setUp(true);
      seat.wire.setDelay(() => 0);
    }
    await vi.advanceTimersByTimeAsync(30_000);
    const room = hall.rooms.open(hall.code);
    expectConverged(honest, room.doc);
    expect(contentOf(storedDoc(hall.store, hall.code))).toEqual(contentOf(room.doc));
    const heard = honest.flatMap((person) => person.refusals.map(({ code }) => code));
    expect(heard.filter((code) => !crossed.includes(code))).toEqual([]);

    expectOnce(honest, room.doc);
    for (const person of honest) person.connection.close();
  });
});

/** One random thing: mostly people at work, sometimes the line, the facilitator, or somebody with bad intentions. */
async function one(hall: Hall, honest: Honest[], hostile: Seat[], chance: Chance, done: number): Promise<void> {
  const person = honest[Math.floor(chance() * honest.length)]!;
  const dice = chance();
  if (dice < 0.82) person.act();
  else if (dice < 0.86) person.seat.wire.setUp(false);
  else if (dice < 0.92) for (const { seat } of honest) seat.wire.setUp(true);
  else if (dice < 0.93) await reload(person);
  else if (dice < 0.97) attack(hall, hostile[Math.floor(chance() * hostile.length)]!, chance);
  else if (dice < 0.98) withdraw(hall, person, chance);
  else if (done > 100) hall.services.phases.move(hall.lead, { to: chance() < 0.5 ? 'pitch' : 'cluster' });
}

/** The page is closed and opened again: only what the journal kept is left. */
async function reload(person: Honest): Promise<void> {
  person.connection.close();
  await person.open();
}

function withdraw(hall: Hall, person: Honest, chance: Chance): void {
  const mine = [...person.wrote];
  const card = mine[Math.floor(chance() * mine.length)];
  if (card) hall.services.cards.withdraw(person.seat.ask, card);
}

/** A new connection that says something it should not. */
function attack(hall: Hall, seat: Seat, chance: Chance): void {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, hall.rooms.open(hall.code).state().raw);
  const before = Y.encodeStateVector(doc);
  const victim = readCards(doc)[Math.floor(chance() * readCards(doc).length)];
  const acts: (() => void)[] = [
    () => doc.getMap('session').set('phase', 'result'),
    () => doc.getMap('results').set('x', { ranking: [] }),
    () => victim && doc.getMap('cards').delete(victim.id),
    () => victim && makeCard(doc, { id: victim.id, kind: 'idea', title: 'gekaapt', text: '' }),
    () => victim && (doc.getMap('cards').get(victim.id) as Y.Map<unknown>).set('number', 1),
    () => makeCard(doc, { id: newId(), kind: 'idea', title: 'x'.repeat(5_000), text: '' }),
    () => victim && moveCard(doc, victim.id, 'x'.repeat(900)),
  ];
  acts[Math.floor(chance() * acts.length)]!();
  const update = Y.encodeStateAsUpdate(doc, before);
  if (chance() < 0.2) for (let at = 0; at < update.length; at += 3) update[at] = Math.floor(chance() * 256);
  const socket = new seat.wire.WebSocket('ws://zaal.test/sync?v=1');
  socket.onopen = () =>
    socket.send(Uint8Array.from(chance() < 0.1 ? [frame.sync, 9, 255, 255] : encodeSync(sync.update, update)));
  socket.onmessage = () => undefined;
  socket.onclose = () => undefined;
}
