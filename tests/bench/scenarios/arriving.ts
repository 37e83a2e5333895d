/** A hall comes in at once, each as our own page does: joins and takes the board over HTTP, and then the rest by socket. */
import { limits } from '../../../shared/limits.ts';
import { against, atMost, complete } from '../bounds.ts';
import type { Client } from '../client.ts';
import { Crowd } from '../crowd.ts';
import { Phone } from '../phone.ts';
import type { Outcome } from '../results.ts';
import type { Scenario, Stage } from '../scenario.ts';
import type { Board } from '../servers/server.ts';
import { percentile } from '../statistics.ts';

/** people a second: 1,000 in 5 s */
const pace = 200;
/** no index */
const nobody = -1;

export const arriving: Scenario = {
  name: 'arriving',
  title: `Arriving, ${pace} people a second: from pressing "Doe mee" to the full board`,
  servers: ['kantelbord', 'reference', 'hocuspocus'],
  measures: {
    p50: { title: 'p50', unit: 'ms' },
    p95: { title: 'p95', unit: 'ms' },
    all: { title: 'all have it', unit: 's' },
    ramps: { title: 'in ramps', unit: 'count' },
    join: { title: 'CPU a join', unit: 'ms' },
    peak: { title: 'peak memory', unit: 'bytes' },
  },
  bounds: [
    complete,
    atMost('p95 at most 500 ms', 'p95', 500),
    atMost('all have it within 1.2 × the ramp', 'ramps', 1.2),
    against('reference', 'CPU a join at most 0.2 × reference', 'join', 0.2),
  ],
  run,
};

/** Each of so many who come must get these cards, which others wrote. Who is turned away gets nothing. */
export function awaitCards({ ledger }: Crowd, ids: Iterable<string>, newcomers: number): void {
  for (const id of ids) ledger.sent(id, nobody, newcomers);
}

/** So many people, evenly. Gives how long each took from its own moment until it had the board, in ms. */
export async function arrive(stage: Stage, place: Place, newcomers: number): Promise<number[]> {
  const from = performance.now();
  const taking: Promise<number>[] = [];
  for (let number = 0; number < newcomers; number++) {
    const at = from + (number * 1000) / pace;
    if (at > performance.now()) await stage.pause(at - performance.now());
    taking.push(comeIn(place, at));
  }
  return Promise.all(taking);
}

/** Seconds in which so many arrive. */
export const rampOf = (newcomers: number): number => newcomers / pace;

interface Place {
  board: Board;
  crowd: Crowd;
}

/** Gives how long it took, in ms since `at`; Infinity for who was turned away: what they did not get is missing. */
async function comeIn({ board, crowd }: Place, at: number): Promise<number> {
  try {
    const client = board.evening ? await joinAsPage(new Phone(board.evening), crowd) : await crowd.invite();
    await client.connect();
    return performance.now() - at;
  } catch {
    return Infinity;
  }
}

async function joinAsPage(phone: Phone, crowd: Crowd): Promise<Client> {
  try {
    await phone.join();
    const { update, vector, mark } = await phone.takeBoard();
    const client = crowd.admit(phone.door);
    client.take(update, vector, mark);
    return client;
  } finally {
    phone.close();
  }
}

/** As many came before, and left again: a server is measured as it is after its first minutes. */
export async function comeAndGo(stage: Stage, board: Board): Promise<void> {
  const { clients } = stage.options;
  const size = Math.min(clients, limits.participantsPerSession - clients);
  const crowd = new Crowd({ board, seed: stage.seed, size });
  await arrive(stage, { board, crowd }, size);
  for (const client of crowd.clients) client.drop();
  await stage.pause(1_000); // their leaving is no part of what follows
}

async function run(stage: Stage): Promise<Outcome> {
  const { clients } = stage.options;
  const { board, crowd } = await stage.crowd(clients);
  awaitCards(crowd, crowd.cards, clients);
  await comeAndGo(stage, board);
  let took: number[] = [];
  const window = await stage.measure(async () => {
    took = await arrive(stage, { board, crowd }, clients);
  });
  const all = (window.until - window.from) / 1000;
  return {
    missing: await crowd.arrived(),
    differing: await crowd.differing(),
    load: window.load,
    measured: {
      p50: percentile(took, 50),
      p95: percentile(took, 95),
      all,
      ramps: all / rampOf(clients),
      join: (window.cpuSeconds * 1000) / clients,
      peak: window.peak,
    },
  };
}
