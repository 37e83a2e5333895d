/** Receivers that stop reading in a busy room: nobody waits for them, they cost a bounded number of bytes, and they catch up. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { WebSocket } from 'ws';
import { readCards } from '../../shared/document.ts';
import { limits } from '../../shared/limits.ts';
import { setSession } from '../../shared/stamp.ts';
import { code } from '../support/fakedesk.ts';
import type { Caller } from '../support/caller.ts';
import { Honest } from '../support/honest.ts';
import { openHouse, type House } from '../support/house.ts';
import { contentOf, expectConverged } from '../support/outcome.ts';
import { makeWorld } from '../support/world.ts';

interface Slow extends Caller {
  sockets: WebSocket[];
  closes: number[];
}

const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 20_000, interval: 5 });
/** What one change puts on everybody's line. */
const load = 250_000;

let house: House;
let slow: Honest<Slow>[];
/** the server's ends of all lines, in order */
const ends: Duplex[] = [];

beforeEach(async () => {
  const world = makeWorld();
  house = await openHouse(Y.encodeStateAsUpdate(world.doc), world.desk);
  house.server.prependListener('upgrade', (_: IncomingMessage, socket: Duplex) => void ends.push(socket));
  slow = ['dirk', 'els', 'frits'].map((who) => new Honest(caller(who), () => 0));
  for (const person of slow) await person.open();
  await soon(() => expect(slow.every(({ connection }) => connection.synced)).toBe(true));
});
afterEach(async () => {
  for (const { connection } of slow) connection.close();
  await house.close();
  ends.length = 0;
});

it('are closed at the bound and come back; the others hear everything meanwhile', async () => {
  const [anna, carla] = [house.stock('anna'), house.stock('carla')];
  await Promise.all([anna.synced, carla.synced]);
  pause(slow);
  let sent = 0;
  for (; connected() > 2; sent++) {
    expect(sent * load).toBeLessThan(20 * limits.bufferedBytes);
    change(sent);
    for (const { doc } of [anna, carla]) await soon(() => expect(questionOf(doc)).toBe(question(sent)));
    expect(Math.max(...ends.map(waiting))).toBeLessThan(limits.bufferedBytes + 2 * load);
  }
  expect(sent * load).toBeGreaterThan(limits.bufferedBytes);
  const wrote = slow.map((person) => person.write()); // who does not hear can still speak

  for (const socket of slow.flatMap(({ seat }) => seat.sockets)) socket.resume();
  await soon(() => expectConverged(slow, house.rooms.open(code).doc));
  expect(slow.flatMap(({ seat }) => seat.closes)).toEqual([1013, 1013, 1013]);
  await soon(() => expect(contentOf(anna.doc)).toEqual(contentOf(house.rooms.open(code).doc)));
  expect(readCards(anna.doc).map(({ id }) => id)).toEqual(expect.arrayContaining(wrote));
});

it('are left alone below the bound, and catch up', async () => {
  pause(slow);
  for (let sent = 0; sent * load < limits.bufferedBytes / 2; sent++) change(sent);
  for (const socket of slow.flatMap(({ seat }) => seat.sockets)) socket.resume();
  await soon(() => expectConverged(slow, house.rooms.open(code).doc));
  expect(slow.flatMap(({ seat }) => seat.closes)).toEqual([]);
});

function caller(who: string): Slow {
  const sockets: WebSocket[] = [];
  const closes: number[] = [];
  class Known extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      sockets.push(this);
      this.once('close', (number: number) => closes.push(number));
    }
  }
  return {
    participant: who,
    token: `token-${who}`,
    code,
    url: house.url,
    WebSocket: Known as unknown as typeof globalThis.WebSocket,
    fetchBoard: () => Promise.resolve(null),
    sockets,
    closes,
  };
}

const pause = (people: readonly Honest<Slow>[]) => {
  for (const socket of people.flatMap(({ seat }) => seat.sockets)) socket.pause();
};
const question = (n: number) => `${n} `.padEnd(load, 'x');
const questionOf = (doc: Y.Doc) => doc.getMap('session').get('question');
const connected = () => [...house.rooms.open(code).connections].filter(({ closed }) => !closed).length;
const waiting = (socket: Duplex) => socket.writableLength;

/** As large as many people's work together. */
function change(n: number): void {
  house.rooms.open(code).change((doc) => setSession(doc, { question: question(n) }));
}
