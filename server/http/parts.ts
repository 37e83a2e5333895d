import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Now } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Guesses } from '../guesses.ts';
import type { Log } from '../log.ts';
import type { BoardRooms, Door } from '../ports.ts';
import type { Links, Services } from '../session/services.ts';
import type { Visit } from './visit.ts';

/** What goes along with a request; the visit is read once. */
export interface Along {
  Bindings: HttpBindings;
  Variables: { visit: Visit };
}

export type App = Hono<Along>;

/** What the routes are joined to. */
export interface Parts {
  services: Services;
  door: Door;
  rooms: Pick<BoardRooms, 'open'>;
  config: Config;
  links: Links;
  guesses: Guesses;
  clock: Now;
  log: Log;
  /** plays people in a copy of a session, through the public doors; absent: the copy stays empty */
  rehearsal?: { start(code: string, facilitatorToken: string): void };
  /** where the built client is; null: the pages are not served */
  clientDir: string | null;
}
