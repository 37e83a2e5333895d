import { pino } from 'pino';
import { answer, type Answer, type Services } from '../../server/session/services.ts';
import { readConfig } from '../../server/config.ts';
import { Guesses } from '../../server/guesses.ts';
import { makeApp } from '../../server/http/app.ts';
import { makeLinks } from '../../server/http/links.ts';
import type { App, Parts } from '../../server/http/parts.ts';
import type { Door } from '../../server/ports.ts';
import { refuse } from '../../shared/refusals.ts';

export const code = 'KRAS-7QXM';
export const deleted = 'WEGG-2345';
export const tokens = { participant: 'p'.repeat(52), facilitator: 'f'.repeat(52) };

/** A call the app made to the services: `cards.add` and what it passed. */
interface Made {
  method: string;
  args: unknown[];
}

type Send = (path: string, options?: Options) => Promise<Response>;

interface Options {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  address?: string;
  as?: keyof typeof tokens;
}

export interface Fake {
  app: App;
  parts: Parts;
  calls: Made[];
  log: string[];
  clock: { now: number };
  send: Send;
}

/** The HTTP side on its own: services that note what they were asked, and answer `answers` or "done". */
export function makeFake(
  answers: Record<string, (...args: never[]) => unknown> = {},
  env: Record<string, string> = {},
): Fake {
  const calls: Made[] = [];
  const log: string[] = [];
  const clock = { now: 1_000_000 };
  const config = readConfig(env);
  const time = { now: () => clock.now };
  const guesses = new Guesses(time);
  const parts: Parts = {
    services: fakeServices(answers, calls),
    door: makeDoor(guesses),
    guesses,
    rooms: { open: () => ({ state: () => board }) as never },
    config,
    links: makeLinks(
      config,
      () => 8080,
      () => ['192.168.1.20'],
    ),
    clock: time,
    log: pino({ level: 'trace' }, { write: (line: string) => void log.push(line) }),
    clientDir: null,
  };
  const app = makeApp(parts);
  return { app, parts, calls, log, clock, send: (path, options) => send(app, path, options) };
}

/** What a problem says; the shape is checked in errors.test.ts. */
export async function problemOf(
  response: Response,
): Promise<{ status: number; code: string; message: string; detail?: string }> {
  const body = (await response.json()) as { code: string; message: string; detail?: string };
  return { status: response.status, ...body };
}

const packed = { gzip: new Uint8Array([31, 139, 8]), br: new Uint8Array([5, 1]) };
export const board = {
  raw: new Uint8Array([1, 2, 3]),
  packed,
  pack: (coding: keyof typeof packed) => Promise.resolve(packed[coding]),
  tag: 'seven',
};

const info = {
  code,
  title: 'Avond',
  question: 'Wat nu?',
  organiser: '',
  anchors: [],
  language: 'nl',
  state: 'running',
  phase: 'pitch',
  run: 1,
  phases: [],
  groups: [],
  counts: { joined: 0, here: 0, cards: 0 },
  doors: 'open',
  admission: 'open',
  rehearsal: false,
  followsFrom: null,
  createdAt: 0,
  deleteAt: 0,
};

const participant = { id: 'someone123', number: 1, name: '', group: '', table: null, duties: [] };
const lists = { cards: [], made: {}, secretary: null, held: [], gone: [], voted: [], final: [], choice: null };
const matching = { teams: [], bids: [], lots: [], contacts: [], off: [] };
const me = { role: 'participant', participant, facilitator: null, ...lists, matching };

const defaults: Record<string, (...args: never[]) => unknown> = {
  'sessions.exists': (asked: string) =>
    asked === code ? answer(null) : refuse(asked === deleted ? 'session_deleted' : 'no_session'),
  'sessions.info': () => answer(info),
  'sessions.open': () => answer({ code, facilitatorToken: tokens.facilitator }),
  'sessions.import': () => answer({ code, facilitatorToken: tokens.facilitator }),
  'people.joinAll': (_code: string, { length }: unknown[]) =>
    Array.from({ length }, () => answer({ participant, token: tokens.participant, me })),
  'people.signIn': (_code: string, token: string) =>
    token === tokens.facilitator ? answer({ id: 'facil123', name: '' }) : refuse('bad_token'),
  'cards.add': () => answer({ id: 'abcdefgh12345678' }),
};

const makeDoor = (guesses: Guesses): Door => ({
  admit: (_code, { role, cookie, bearer }, address) => {
    if (role === 'screen') return { identity: { role, who: null, tokenHash: null }, language: 'nl' };
    for (const each of ['participant', 'facilitator'] as const) {
      const right = bearer === tokens[each] || cookie === `kb_${code}_${each}=${tokens[each]}`;
      if (!right || (role !== null && role !== each)) continue;
      return { identity: { role: each, who: each, tokenHash: `hash of ${each}` }, language: 'nl' };
    }
    return guesses.miss(address, refuse('bad_token'));
  },
  desk: () => {
    throw new Error('HTTP has no business at the desk');
  },
  mayOpen: () => refuse('not_found'),
});

function fakeServices(answers: typeof defaults, calls: Made[]): Services {
  const noun = (name: string) =>
    new Proxy(
      {},
      {
        get:
          (_, verb) =>
          (...args: never[]): Answer<unknown> => {
            const method = `${name}.${String(verb)}`;
            calls.push({ method, args });
            const act = answers[method] ?? defaults[method];
            return (act ? act(...args) : answer(null)) as Answer<unknown>;
          },
      },
    );
  return new Proxy({}, { get: (_, name) => noun(String(name)) }) as Services;
}

async function send(app: App, path: string, { method, body, headers, address, as }: Options = {}): Promise<Response> {
  const request = {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      host: 'bord.test',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(as && { authorization: `Bearer ${tokens[as]}` }),
      ...headers,
    },
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  };
  const env = { incoming: { socket: { remoteAddress: address ?? '10.0.0.1' } } };
  return app.request(path, request, env);
}
