/**
 * One in a hundred reads far more slowly than the cards come: the others must not notice, and he must get there. What waits
 * for him lies in the buffers of the system, which hold 37 MB here; tests/fault/slow.test.ts shows what comes after that.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import * as Y from 'yjs';
import { cardsMap } from '../../../shared/document.ts';
import { atMost, complete, ratio } from '../bounds.ts';
import { Client } from '../client.ts';
import { textOf, type Crowd } from '../crowd.ts';
import type { Outcome } from '../results.ts';
import type { Scenario, Stage } from '../scenario.ts';
import type { Board } from '../servers/server.ts';
import { worst } from '../window.ts';
import { fullHall, p95Of, pitch } from './pitching.ts';

/** cards a second: some 27 KB, nearly three times what the slow ones read */
const rate = 100;
/** bytes a second; every other one reads nothing at all, as a phone in a pocket */
const pace = 10_000;
const oneIn = 100;
/** ms between looks at how much a slow one has read, and at how far it is in the end */
const glance = 20;
const look = 100;
/** ms for the slow ones to get there, once they can read again */
const patience = 20_000;

export const slow: Scenario = {
  name: 'slow',
  title: `One in ${oneIn} reads ${pace / 1000} KB a second or nothing, beside ${rate} cards a second`,
  servers: ['kantelbord'],
  measures: {
    alone: { title: 'p95 without', unit: 'ms' },
    p95: { title: 'p95', unit: 'ms' },
    cpu: { title: 'CPU', unit: 'share' },
    behind: { title: 'least behind', unit: 'bytes' },
    caught: { title: 'all caught up after', unit: 'ms' },
    grown: { title: 'memory grew', unit: 'bytes' },
    peak: { title: 'peak memory', unit: 'bytes' },
  },
  bounds: [
    { ...complete, text: 'nothing missing, with the slow ones neither' },
    ratio('p95 of the others at most 1.25 × that without', 'p95', 'alone', 1.25),
    atMost('peak memory under 300 MB', 'peak', 300e6),
  ],
  run,
};

async function run(stage: Stage): Promise<Outcome> {
  const { clients, seconds } = stage.options;
  const count = Math.max(1, Math.round(clients / oneIn));
  const { board, crowd } = await fullHall(stage, rate, clients - count);
  const slow = await Promise.all(Array.from({ length: count }, () => Slow.join(board, crowd)));
  const alone = await stage.measure(() => pitch(stage, crowd, rate, seconds));

  for (const [index, one] of slow.entries()) one.brake(index % 2 === 0 ? 0 : pace);
  const others = crowd.bytes;
  const together = await stage.measure(() => pitch(stage, crowd, rate, seconds));
  const sent = (crowd.bytes - others) / crowd.clients.length;
  const behind = Math.min(...slow.map(({ read }) => sent - read));

  const missing = await crowd.arrived();
  const at = performance.now();
  const left = await Promise.all(slow.map((one) => one.catchUp(crowd.clients[0]!.doc)));
  const caught = performance.now() - at;
  for (const { client } of slow) client.drop();

  return {
    missing,
    differing: (await crowd.differing()) + left.filter((whole) => !whole).length,
    load: worst([alone.load, together.load]),
    measured: {
      alone: p95Of(crowd, alone),
      p95: p95Of(crowd, together),
      cpu: together.cpu,
      behind,
      caught,
      grown: together.rss - alone.rss,
      peak: (await stage.server.child.usage()).peak,
    },
  };
}

/** Somebody with the whole board, who is not among those that are waited for. */
class Slow {
  readonly client: Client;
  #timer: NodeJS.Timeout | undefined;
  #before = 0;

  private constructor(client: Client) {
    this.client = client;
  }

  static async join(board: Board, crowd: Crowd): Promise<Slow> {
    const door = await board.invite();
    const follows = new Y.Doc();
    Y.applyUpdate(follows, Y.encodeStateAsUpdate(crowd.clients[0]!.doc));
    const client = new Client({ index: 0, door, dialect: board.dialect, ledger: null, follows });
    await client.connect();
    return new Slow(client);
  }

  /** Bytes since it was braked. */
  get read(): number {
    return this.client.bytes - this.#before;
  }

  /** From now on it takes no more from the network than it may; what comes meanwhile stays there, and then at the server. */
  brake(pace: number): void {
    this.client.hold();
    const from = performance.now();
    this.#before = this.client.bytes;
    this.#timer = setInterval(() => {
      if (this.read > ((performance.now() - from) / 1000) * pace) this.client.pause();
      else this.client.resume();
    }, glance);
  }

  /** Reads as fast as it can, and comes back when it was closed. False: it does not get there. */
  async catchUp(wanted: Y.Doc): Promise<boolean> {
    clearInterval(this.#timer);
    this.client.resume();
    this.client.takeIn();
    const until = performance.now() + patience;
    while (!isSame(this.client.doc, wanted)) {
      if (performance.now() > until) return false;
      if (!this.client.isOpen) await this.client.connect().catch(() => undefined); // it is asked again
      await sleep(look);
    }
    return true;
  }
}

/** The whole comparison takes long: first whether there are as many cards. */
function isSame(one: Y.Doc, other: Y.Doc): boolean {
  return cardsMap(one).size === cardsMap(other).size && textOf(one) === textOf(other);
}
