/**
 * Presence as a summary, not a chorus: how many are here and how many are writing, at most a few times a second. Also the
 * heartbeat that keeps clients from giving up on us, and us from keeping those who are gone.
 */
import { limits } from '../../shared/limits.ts';
import { encodeOwn, frame, type Pulse } from '../../shared/protocol.ts';
import type { Clock } from '../clock.ts';
import type { Desk } from '../ports.ts';
import { StoreUnavailable } from '../store/failure.ts';
import { Broadcast } from './broadcast.ts';
import type { Connection } from './connection.ts';

/** A stock awareness message about nobody. */
export const emptyAwareness = Uint8Array.of(frame.awareness, 1, 0);

export interface PresenceParts {
  clock: Clock;
  desk: Pick<Desk, 'present' | 'pulse'>;
}

export class Presence {
  readonly #parts: PresenceParts;
  readonly #connections: ReadonlySet<Connection>;
  /** open connections per person */
  readonly #people = new Map<string, number>();
  /** of those, who takes part */
  readonly #here = new Set<string>();
  /** those that say that their person is typing */
  readonly #writing = new Set<Connection>();
  #stopPulse: (() => void) | null = null;
  #stopHeartbeat: (() => void) | null = null;
  #lastPulse = -Infinity;
  #counts: Pick<Pulse, 'joined' | 'turnout'> = { joined: 0, turnout: null };

  constructor(parts: PresenceParts, connections: ReadonlySet<Connection>) {
    this.#parts = parts;
    this.#connections = connections;
  }

  joined({ identity: { who, role } }: Connection): void {
    this.#stopHeartbeat ??= this.#parts.clock.later(() => this.#heartbeat(), limits.heartbeat);
    if (who !== null) {
      const count = this.#people.get(who) ?? 0;
      this.#people.set(who, count + 1);
      if (count === 0) this.#parts.desk.present(who, true);
      if (role === 'participant') this.#here.add(who);
    }
    this.soon();
  }

  left(connection: Connection): void {
    const { who } = connection.identity;
    this.#writing.delete(connection);
    const count = who === null ? 0 : (this.#people.get(who) ?? 0);
    if (who !== null && count > 1) this.#people.set(who, count - 1);
    if (who !== null && count === 1) {
      this.#people.delete(who);
      this.#here.delete(who);
      this.#parts.desk.present(who, false);
    }
    if (this.#connections.size === 0) this.stop();
    else this.soon();
  }

  /** How many connections this person has. */
  connectionsOf(who: string): number {
    return this.#people.get(who) ?? 0;
  }

  setWriting(connection: Connection, writing: boolean): void {
    if (this.#writing.has(connection) === writing || !this.#connections.has(connection)) return;
    if (writing) this.#writing.add(connection);
    else this.#writing.delete(connection);
    this.soon();
  }

  /** Sends a pulse, unless one went out just now: then a little later. In a full hall one costs as much as a card. */
  soon(): void {
    const { size } = this.#connections;
    if (this.#stopPulse || size === 0) return;
    const pause = Math.max(limits.pulseEvery, size * limits.pulsePerConnection);
    const wait = this.#lastPulse + pause - this.#parts.clock.now();
    this.#stopPulse = this.#parts.clock.later(() => this.#pulse(), Math.max(0, wait));
  }

  stop(): void {
    this.#stopPulse?.();
    this.#stopHeartbeat?.();
    this.#stopPulse = this.#stopHeartbeat = null;
  }

  #pulse(): void {
    this.#stopPulse?.();
    this.#stopPulse = null;
    const now = this.#parts.clock.now();
    this.#lastPulse = now;
    const writers = [...this.#writing].map(({ identity }) => identity.who);
    const writing = new Set(writers.filter((who) => who !== null && this.#here.has(who))).size;
    this.#recount();
    const broadcast = new Broadcast(encodeOwn(frame.pulse, { now, here: this.#here.size, writing, ...this.#counts }));
    for (const connection of this.#connections) if (connection.own) connection.sendShared(broadcast);
  }

  /** While the store can not be read the counts stay as they were: a pulse is also the sign that we are still there. */
  #recount(): void {
    try {
      this.#counts = this.#parts.desk.pulse();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }

  #heartbeat(): void {
    this.#stopHeartbeat = this.#parts.clock.later(() => this.#heartbeat(), limits.heartbeat);
    for (const connection of this.#connections) {
      connection.checkAlive();
      if (!connection.own) connection.send(emptyAwareness);
    }
    this.#pulse();
  }
}
