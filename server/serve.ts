/**
 * Joins the parts of the server, in this order: store, door, rooms, services, HTTP, sockets. Decides nothing.
 */
import { randomBytes } from 'node:crypto';
import { systemClock, type Clock } from './clock.ts';
import type { Config } from './config.ts';
import { threadCounter } from './counter.ts';
import { Guesses } from './guesses.ts';
import { makeApp } from './http/app.ts';
import { makeLinks } from './http/links.ts';
import { listen, type Patience } from './http/listen.ts';
import { reachOf } from './http/visit.ts';
import { makeLog, type Log } from './log.ts';
import { makeStage, shortPlay, type Play } from './rehearsal/stage.ts';
import type { Counter } from './session/counts.ts';
import { makeDoor } from './session/desk.ts';
import { makeServices } from './session/make.ts';
import { Slices } from './slices.ts';
import { openSqlite } from './store/sqlite.ts';
import type { Store } from './store/store.ts';
import { Rooms } from './sync/rooms.ts';
import { attach } from './sync/socket.ts';

export interface Running {
  /** on this machine */
  url: string;
  /** for other devices; localhost first, for whoever started it */
  addresses: string[];
  /** Stores and sends what came in, asks everybody to come back, and lets go of port and file. Within about 3 s. */
  close(): Promise<void>;
}

/** What tests replace. */
export interface Replaced {
  log?: Log;
  clock?: Clock;
  store?: Store;
  counter?: Counter;
  patience?: Patience;
  /** null: no pages */
  clientDir?: string | null;
  play?: Play;
}

const hour = 3_600_000;

/** Throws `BadConfig` or `UnreadableFile` with a sentence for whoever started it. */
export async function serve(config: Config, replaced: Replaced = {}): Promise<Running> {
  const { clock = systemClock, log = makeLog(config.logLevel), clientDir = null, play = shortPlay } = replaced;
  const store = replaced.store ?? openSqlite(config.data);
  let port = config.port;
  const base = () => `http://${reachable(config.host)}:${port}`;

  const guesses = new Guesses(clock);
  const grace = config.graceSeconds * 1000;
  const door = makeDoor({ store, clock, guesses, board: (code) => rooms.open(code).doc, grace });
  const soon = (work: () => void) => void setImmediate(work);
  const rooms: Rooms = new Rooms({ store, clock, log, soon, desk: door.desk, forget: door.forget });
  const links = makeLinks(config, () => port);
  const counter = replaced.counter ?? threadCounter(new URL('./count.js', import.meta.url));
  const services = makeServices({ store, rooms, door, clock, random: randomBytes, links, config, counter });
  const stage = makeStage({ base, log, play });
  const app = makeApp({ services, door, rooms, config, links, guesses, clock, log, rehearsal: stage, clientDir });

  const slices = new Slices(clock, soon);
  const listener = await listen(app, config, slices, replaced.patience);
  port = listener.port;
  const { publicUrl } = config;
  const detach = attach(listener.server, {
    door,
    rooms,
    clock,
    log,
    slices,
    publicUrl,
    reachOf: (request) => reachOf(request, config),
  });
  let stopSweeping = sweep();

  return {
    url: base(),
    addresses: [...new Set([base().replace('127.0.0.1', 'localhost'), ...links.addresses(base())])],
    async close() {
      stopSweeping();
      stage.stopAll();
      detach();
      await listener.drain(1_500);
      services.stop();
      counter.stop();
      rooms.closeAll();
      await listener.close(1_000);
      store.close();
    },
  };

  /** At start and every hour. A store that is away now is there again in an hour. */
  function sweep(): () => void {
    try {
      for (const code of services.sessions.sweep()) stage.stop(code);
    } catch (error) {
      log.error({ err: error }, 'could not delete what is past its date');
    }
    return clock.later(() => (stopSweeping = sweep()), hour);
  }
}

function reachable(host: string | null): string {
  if (host === null || host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
