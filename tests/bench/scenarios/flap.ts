/** The wifi of the hall goes and comes back: everybody is cut off at once, some write meanwhile, and all come back. */
import * as Y from 'yjs';
import { cardsMap } from '../../../shared/document.ts';
import { against, atMost, complete } from '../bounds.ts';
import type { Client } from '../client.ts';
import type { Crowd } from '../crowd.ts';
import type { Outcome } from '../results.ts';
import type { Scenario, Stage } from '../scenario.ts';
import { fullHall } from './pitching.ts';

const rate = 10;
/** one in so many writes a card while the line is down */
const offline = 5;

export const flap: Scenario = {
  name: 'flap',
  title: `The wifi flaps: all are cut off, one in ${offline} writes a card, all come back`,
  servers: ['kantelbord', 'reference', 'hocuspocus'],
  measures: {
    synced: { title: 'all synced', unit: 's' },
    seen: { title: 'all cards with all', unit: 's' },
    cpu: { title: 'CPU', unit: 's' },
    peak: { title: 'peak memory', unit: 'bytes' },
  },
  bounds: [
    complete,
    atMost('all synced within 5 s', 'synced', 5),
    against('hocuspocus', 'all synced within 0.3 × hocuspocus', 'synced', 0.3),
    atMost('peak memory under 300 MB', 'peak', 300e6),
  ],
  run,
};

/** Everybody knows how far it is, as a page does that loses its line. Only when it is quiet: all must have the same. */
export function remember(crowd: Crowd): void {
  const vector = Y.encodeStateVector(crowd.clients[0]!.doc);
  for (const client of crowd.clients) {
    client.vector = vector;
    client.from = client.mark;
  }
}

/** Cards by people without a line; all others must see them once they are back. */
export function writeOffline(crowd: Crowd): void {
  for (const client of crowd.clients.filter(({ index }) => index % offline === offline - 1)) crowd.writeAs(client);
}

/** Everybody tries until they are in. Resolves when the server has told all of them all that it has. */
export async function comeBack(stage: Stage, { clients }: Crowd): Promise<void> {
  const wait = stage.server.name === 'kantelbord' ? ourWait : stockWait;
  await Promise.all(clients.map((client) => tryUntilIn(stage, client, wait)));
}

/** Cards more than there should be, on the board of who follows it: something came twice. */
export function surplus(stage: Stage, { clients, ledger }: Crowd): number {
  return Math.max(0, cardsMap(clients[0]!.doc).size - stage.seed.cards - ledger.pitches.size);
}

/** ms until the next try, as client/connection/line.ts waits … */
function ourWait(tries: number): number {
  return 100 + Math.random() * Math.min(4_000, 1_500 * 2 ** tries);
}

/** … and as y-websocket does by itself */
function stockWait(tries: number): number {
  return Math.min(2_500, 100 * 2 ** tries);
}

async function tryUntilIn(stage: Stage, client: Client, wait: typeof ourWait): Promise<void> {
  for (let tries = 0; ; tries++) {
    await stage.pause(wait(tries));
    try {
      return await client.connect();
    } catch {
      // not there, or not yet: again, as the page does
    }
  }
}

async function run(stage: Stage): Promise<Outcome> {
  const { crowd } = await fullHall(stage, rate);
  const before = await crowd.arrived();
  let synced = NaN;
  let missing = NaN;
  const window = await stage.measure(async () => {
    const from = performance.now();
    remember(crowd);
    for (const client of crowd.clients) client.drop();
    writeOffline(crowd);
    await comeBack(stage, crowd);
    synced = (performance.now() - from) / 1000;
    missing = await crowd.arrived();
  });
  return {
    missing: before + missing,
    differing: (await crowd.differing()) + surplus(stage, crowd),
    load: window.load,
    measured: {
      synced,
      seen: (window.until - window.from) / 1000,
      cpu: window.cpuSeconds,
      peak: window.peak,
    },
  };
}
