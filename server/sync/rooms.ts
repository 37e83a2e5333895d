/**
 * The rooms in memory, of sessions and of their plans: each opened once, on first need, and closed once, when nobody has
 * needed it for a while.
 */
import { limits } from '../../shared/limits.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { BoardRooms } from '../ports.ts';
import type { Connection } from './connection.ts';
import type { RoomParts } from './parts.ts';
import { Room } from './room.ts';
import { Round } from './round.ts';

interface Opened {
  room: Room;
  code: string;
  plan: string | null;
  /** when somebody last asked for it */
  usedAt: number;
  stopTimer: () => void;
}

export interface RoomsParts extends Omit<RoomParts, 'code' | 'plan' | 'plans' | 'round'> {
  soon?: (work: () => void) => void;
}

/** WebSocket: the service restarts, come back */
const restart = 1012;

export class Rooms implements BoardRooms {
  readonly #parts: Omit<RoomParts, 'code' | 'plan' | 'plans'>;
  readonly #opened = new Map<string, Opened>();

  /** `soon`: when all that has arrived by now has been looked at; without it, at once. */
  constructor({ soon = (work) => work(), ...parts }: RoomsParts) {
    this.#parts = { ...parts, round: new Round(parts.store, soon) };
  }

  /** Only for what exists. Ask again each time: an idle room is closed, and closed rooms take no changes. */
  open(code: string, plan: string | null = null): Room {
    const key = keyOf(code, plan);
    const known = this.#opened.get(key);
    if (known) {
      known.usedAt = this.#parts.clock.now();
      return known.room;
    }
    const plans = () => (plan === null ? this.#plansOf(code).map(({ room }) => room) : []);
    const room = new Room({ ...this.#parts, code, plan, plans });
    const usedAt = this.#parts.clock.now();
    this.#opened.set(key, { room, code, plan, usedAt, stopTimer: this.#checkLater(key) });
    return room;
  }

  drop(code: string, refusal: Refusal, plan: string | null = null): void {
    const below = plan === null ? this.#plansOf(code).map((one) => keyOf(code, one.plan)) : [];
    for (const key of [...below, keyOf(code, plan)]) this.#close(key, (connection) => connection.refuse(refusal));
  }

  /** At the end of the process: everything stored and sent, everybody asked to come back. */
  closeAll(): void {
    for (const [key, { room }] of [...this.#opened]) {
      room.flush();
      this.#close(key, (connection) => connection.close(restart, 'restart'));
    }
  }

  #plansOf(code: string): Opened[] {
    return [...this.#opened.values()].filter((one) => one.code === code && one.plan !== null);
  }

  #close(key: string, end: (connection: Connection) => void): void {
    const opened = this.#opened.get(key);
    if (!opened) return;
    this.#opened.delete(key);
    opened.stopTimer();
    opened.room.close(end);
  }

  #checkLater(key: string): () => void {
    return this.#parts.clock.later(() => this.#check(key), limits.idleRoom);
  }

  #check(key: string): void {
    const opened = this.#opened.get(key);
    if (!opened) return;
    const isIdle = !this.#isNeeded(opened) && this.#parts.clock.now() - opened.usedAt >= limits.idleRoom;
    if (isIdle && opened.room.settle()) this.#close(key, () => undefined);
    else opened.stopTimer = this.#checkLater(key);
  }

  /** What may be written in a plan is asked of its session: that stays as long as its plans. */
  #isNeeded({ room, code, plan }: Opened): boolean {
    return room.connections.size > 0 || (plan === null && this.#plansOf(code).length > 0);
  }
}

function keyOf(code: string, plan: string | null): string {
  return plan === null ? code : `${code}/plans/${plan}`;
}
