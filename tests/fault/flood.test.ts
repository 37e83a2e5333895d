/** Floods over real sockets: each hostile one hears why and is out, the others work on and end with one board. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { limits } from '../../shared/limits.ts';
import { encodeSync, frame, sync } from '../../shared/protocol.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import { everyRefusal } from '../../shared/refusals/every.ts';
import { serve, type Running } from '../../server/serve.ts';
import { readConfig } from '../../server/config.ts';
import { makeLog } from '../../server/log.ts';
import { Honest } from '../support/honest.ts';
import { openRaw, type Raw } from '../support/house.ts';
import { expectConverged, expectOnce } from '../support/outcome.ts';
import { newId, openEvening, type Evening, type Guest } from '../support/people.ts';
import { boardOf, reach, type Reach } from '../support/reach.ts';
import { seeded } from '../support/seeded.ts';

/** What is said, the n-th time. */
type Say = (raw: Raw, n: number) => void;

const awareness = (state: string) =>
  Uint8Array.of(frame.awareness, state.length + 4, 1, 9, 1, state.length, ...Buffer.from(state));
const vector = (n: number) => Y.encodeStateVector(new Map([[n, 0]]));

const floods: [string, RefusalCode, Say][] = [
  ['questions who is here', 'too_fast', ({ ws }) => ws.send(Uint8Array.of(frame.queryAwareness))],
  ['claims to be typing', 'too_fast', ({ ws }, n) => ws.send(awareness(`{"writing":${String(n % 2 === 0)}}`))],
  ['questions for the whole board', 'too_fast', (raw, n) => raw.send(sync.step1, vector(n + 1))],
  ['updates without content', 'too_fast', (raw) => raw.send(sync.update, Uint8Array.of(0, 0))],
  ['pongs', 'too_fast', ({ ws }) => ws.pong()],
  [
    'frames of a megabyte',
    'too_fast',
    ({ ws }) => ws.send(encodeSync(sync.step1, new Uint8Array(limits.messageBytes - 9))),
  ],
  ['frames that are too large', 'too_large', ({ ws }) => ws.send(new Uint8Array(limits.messageBytes + 1))],
  [
    'garbage',
    'bad_message',
    ({ ws }, n) => ws.send(Uint8Array.from({ length: 200 }, (_, at) => (at * n * 31 + 77) % 256)),
  ],
  ['text', 'bad_message', ({ ws }) => ws.send('SELECT * FROM cards')],
];

/** Where `ws` itself hangs up, or may be the first to. */
const hungUp: [string, number[], Say][] = [
  ['pings', [1006, 4429], ({ ws }) => ws.ping()],
  ['frames of more than anybody could mean', [1009], ({ ws }) => ws.send(new Uint8Array(4 * limits.messageBytes + 1))],
  ['a message in a great many pieces', [1008], ({ ws }) => ws.send(Uint8Array.of(0), { fin: false })],
];

describe('while somebody sends without end', () => {
  let server: Running;
  let evening: Evening;
  let hostile: Guest;
  const honest: Honest<Reach>[] = [];
  const opened = new Set<unknown>();

  beforeAll(async () => {
    const config = readConfig({ PORT: '0', HOST: '127.0.0.1', KANTELBORD_DATA: ':memory:' });
    server = await serve(config, { log: makeLog('silent') });
    evening = await openEvening(server.url);
    await evening.lead('/phase', { to: 'pitch' });
    hostile = await evening.join();
    const chance = seeded(5);
    for (let n = 0; n < 5; n++) {
      const person = new Honest(await reach(server.url, evening.code, newId() + newId()), chance);
      await person.open();
      honest.push(person);
    }
    for (const person of honest) for (let n = 0; n < 8; n++) person.write();
    await calm();
    for (const { seat } of honest) for (const socket of seat.sockets) opened.add(socket);
  });
  afterAll(async () => {
    for (const { connection } of honest) connection.close();
    await server.close();
  });

  const calm = async () => {
    await vi.waitFor(async () => expectConverged(honest, await boardOf(server.url, evening.code)), { timeout: 20_000 });
    expectOnce(honest, await boardOf(server.url, evening.code));
  };

  /** Three at once, until they are out; people work on meanwhile. */
  async function flood(say: Say): Promise<Raw[]> {
    const address = `${server.url.replace('http', 'ws')}/sync/${evening.code}?v=1`;
    const raws = Array.from({ length: 3 }, () => openRaw(address, { protocol: `bearer.${hostile.token}` }));
    await Promise.all(raws.map(({ opened }) => opened));
    for (let n = 0; raws.some(({ ws }) => ws.readyState === ws.OPEN); n++) {
      expect(n).toBeLessThan(50_000);
      for (const raw of raws) if (raw.ws.readyState === raw.ws.OPEN && raw.ws.bufferedAmount < 1e6) say(raw, n);
      if (n % 50 === 0) honest[(n / 50) % honest.length]?.act();
      if (n % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    return raws;
  }

  /** They heard nothing of it: not refused, not cut off, and all they wrote is there. */
  async function expectUnharmed(): Promise<void> {
    await calm();
    expect(honest.flatMap(({ refusals }) => refusals)).toEqual([]);
    for (const { seat } of honest) for (const socket of seat.sockets) expect(opened).toContain(socket);
  }

  it.each(floods)('of %s: %s', async (_, code, say) => {
    for (const raw of await flood(say)) {
      expect(await raw.closed).toEqual({ code: everyRefusal[code].close, reason: code });
      expect(raw.refused?.code).toBe(code);
    }
    await expectUnharmed();
  });

  it.each(hungUp)('of %s: %j', async (_, codes, say) => {
    for (const raw of await flood(say)) expect(codes).toContain((await raw.closed).code);
    await expectUnharmed();
  });
});
