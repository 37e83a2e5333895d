/** A whole evening in memory: store, rooms, door and services, people who join, time that passes when a test says so. */
import { createHash, randomBytes } from 'node:crypto';
import type * as Api from '../../shared/api.ts';
import type { Random } from '../../shared/ids.ts';
import { readCards, readSession } from '../../shared/document.ts';
import type { Format } from '../../shared/format.ts';
import { setSession } from '../../shared/stamp.ts';
import { Guesses } from '../../server/guesses.ts';
import type { Identity } from '../../server/ports.ts';
import type { Counter } from '../../server/session/counts.ts';
import { makeDoor } from '../../server/session/desk.ts';
import { makeServices } from '../../server/session/make.ts';
import type { Answer, Ask } from '../../server/session/services.ts';
import { memoryStore } from '../../server/store/memory.ts';
import type { Store } from '../../server/store/store.ts';
import { Rooms } from '../../server/sync/rooms.ts';
import { FakeClock } from '../support/fakeclock.ts';

export const origin = 'http://zaal.test:8080';
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const links = {
  of: (code: string) => ({
    participants: `/s/${code}`,
    wall: `/w/${code}`,
    facilitator: `/f/${code}`,
    console: `/c/${code}`,
  }),
  addresses: (from: string) => [from],
};

export interface Person {
  id: string;
  token: string;
  ask: Ask;
}

export interface Options {
  store?: Store;
  random?: Random;
  grace?: number;
  open?: Partial<Api.OpenSession>;
  /** instead of the format it was opened with */
  format?: Format;
  counter?: Counter;
}

export class Evening {
  readonly clock = new FakeClock();
  readonly store: Store;
  readonly code: string;
  readonly lead: Ask;
  readonly facilitatorToken: string;
  readonly #options: Options;
  server!: ReturnType<typeof start>;

  constructor(options: Options = {}) {
    this.#options = options;
    this.store = options.store ?? memoryStore();
    this.restart();
    const made = value(
      this.services.sessions.open(
        { format: 'ideeenronde', title: 'Onze straat', question: 'Wat kan beter?', ...options.open },
        origin,
      ),
    );
    this.code = made.code;
    this.facilitatorToken = made.facilitatorToken;
    this.lead = { code: made.code, identity: this.identity('facilitator', made.facilitatorToken) };
    const { format } = options;
    if (format) this.room.change((doc) => setSession(doc, { format }));
  }

  /** As after a crash: everything that was in memory is gone. */
  restart(): void {
    this.server = start(this.store, this.clock, this.#options);
  }

  get services() {
    return this.server.services;
  }
  get room() {
    return this.server.rooms.open(this.code);
  }
  get session() {
    return readSession(this.room.doc)!;
  }
  get cards() {
    return readCards(this.room.doc);
  }
  card(id: string) {
    return this.cards.find((card) => card.id === id)!;
  }

  identity(role: string, bearer: string, code = this.code): Identity {
    const admitted = this.server.door.admit(code, { role, cookie: '', bearer }, 'hall');
    if (!('identity' in admitted)) throw new Error(admitted.code);
    return admitted.identity;
  }

  join(input: Api.Join = {}): Person {
    const { participant, token } = value(this.services.people.join(this.code, input));
    return { id: participant.id, token, ask: { code: this.code, identity: this.identity('participant', token) } };
  }

  people(count: number): Person[] {
    return Array.from({ length: count }, () => this.join());
  }

  move(to: string, more: Partial<Api.MovePhase> = {}) {
    return this.services.phases.move(this.lead, { to, ...more });
  }

  write(person: Person, title: string, text = ''): string {
    return value(this.services.cards.add(person.ask, { title, text })).id;
  }

  /** To the vote, with these cards on the board and everybody's time to write gone by. */
  toVote(...titles: string[]): string[] {
    const [writer] = this.people(1);
    value(this.move('pitch'));
    const ids = titles.map((title) => this.write(writer!, title));
    value(this.move('cluster'));
    this.clock.pass(60_000);
    value(this.move('vote'));
    return ids;
  }

  cast(person: Person, dots: Record<string, number>) {
    return this.services.votes.cast(person.ask, person.token, 'vote', { dots });
  }
}

function start(store: Store, clock: FakeClock, { random = randomBytes, grace, counter }: Options) {
  const door = makeDoor({
    store,
    clock,
    guesses: new Guesses(clock),
    board: (code) => rooms.open(code).doc,
    ...(grace !== undefined && { grace }),
  });
  const rooms: Rooms = new Rooms({ store, clock, log: silent, desk: door.desk, forget: door.forget });
  const config = { retentionDays: 90 };
  const parts = { store, rooms, door, clock };
  return { door, rooms, services: makeServices({ ...parts, random, links, config, ...(counter && { counter }) }) };
}

/** What a command gave; throws its refusal. */
export function value<T>(answered: Answer<T>): T {
  if (!answered.ok) throw new Error(`${answered.code} ${answered.detail ?? ''}`);
  return answered.value;
}

/** The code of a refusal, or `ok`. */
export function codeOf(answered: { ok: true } | { ok: false; code: string }): string {
  return answered.ok ? 'ok' : answered.code;
}

/** The same bytes in the same order for the same seed. */
export function seeded(seed: string): Random {
  let turn = 0;
  return (bytes) => {
    const blocks = Array.from({ length: Math.ceil(bytes / 32) }, () =>
      createHash('sha256').update(`${seed}|${turn++}`).digest(),
    );
    return new Uint8Array(Buffer.concat(blocks).subarray(0, bytes));
  };
}
