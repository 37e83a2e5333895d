/**
 * A whole server in memory behind a wire in virtual time. Call `vi.useFakeTimers()` first: the server's clock, the
 * clients' timers and the wire then share one time, which passes only when the test says so.
 */
import { randomBytes } from 'node:crypto';
import { makeDoor } from '../../server/session/desk.ts';
import { systemClock } from '../../server/clock.ts';
import { Guesses } from '../../server/guesses.ts';
import { makeServices } from '../../server/session/make.ts';
import type { Answer, Ask } from '../../server/session/services.ts';
import { memoryStore } from '../../server/store/memory.ts';
import type { Store } from '../../server/store/store.ts';
import { unsortStrings } from '../../shared/sorted.ts';
import { Connection } from '../../server/sync/connection.ts';
import { receive } from '../../server/sync/receive.ts';
import { Rooms } from '../../server/sync/rooms.ts';
import type { Caller } from './caller.ts';
import { makeWire, type Wire } from './wire.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const origin = 'http://zaal.test:8080';
const links = {
  of: (code: string) => ({
    participants: `/s/${code}`,
    wall: `/w/${code}`,
    facilitator: `/f/${code}`,
    console: `/c/${code}`,
  }),
  addresses: (from: string) => [from],
};

export type Hall = ReturnType<typeof openHall>;

export interface Seat extends Caller {
  ask: Ask;
  wire: Wire;
}

/** A server with one session of this format in the lobby. */
export function openHall(store: Store = memoryStore(), format = 'ideeenronde') {
  const clock = systemClock;
  const door = makeDoor({ store, clock, guesses: new Guesses(clock), board: (code) => rooms.open(code).doc });
  const rooms: Rooms = new Rooms({ store, clock, log: silent, desk: door.desk, forget: door.forget });
  const services = makeServices({
    store,
    rooms,
    door,
    clock,
    random: randomBytes,
    links,
    config: { retentionDays: 90 },
  });
  const opened = must(services.sessions.open({ format, title: 'Onze straat', question: 'Wat kan beter?' }, origin));
  const { code, facilitatorToken } = opened;
  const lead: Ask = { code, identity: identityOf('facilitator', facilitatorToken) };

  let asked = 0;

  function identityOf(role: string, bearer: string) {
    const admitted = door.admit(code, { role, cookie: '', bearer }, 'hall');
    if (!('identity' in admitted)) throw new Error(admitted.code);
    return admitted.identity;
  }

  /** As over HTTP; every other time it can not be had. */
  function board() {
    if (++asked % 2 === 0) return null;
    const { state, mark } = rooms.open(code).nearState();
    return { update: unsortStrings(state.raw), mark };
  }

  /** Somebody new, with a line of their own to the room. */
  function join(id?: string, table?: number): Seat {
    const { participant, token } = must(services.people.join(code, { id, table }));
    const identity = identityOf('participant', token);
    const wire = makeWire((url, socket) => {
      const own = url.includes('v=1');
      const from = new URL(url).searchParams.get('from');
      const connection = new Connection({ socket, identity, own, from, clock, log: silent });
      const plan = /\/plans\/(\w+)/.exec(url)?.[1];
      const room = () => rooms.open(code, plan);
      room().join(connection);
      return {
        receive: (data) => receive(room(), connection, data, true),
        ponged: () => (connection.heard = true),
        closed: () => room().leave(connection),
      };
    });
    const { WebSocket } = wire;
    const reach = { code, url: 'ws://zaal.test/sync', WebSocket, fetchBoard: () => Promise.resolve(board()) };
    return { participant: participant.id, token, ...reach, ask: { code, identity }, wire };
  }

  return { store, rooms, services, code, lead, facilitatorToken, join };
}

export function must<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.code} ${answer.detail ?? ''}`);
  return answer.value;
}
