/**
 * The rooms in memory: each opened once, on first need, and closed once, when nobody has needed it for a while.
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
  /** when somebody last asked for it */
  usedAt: number;
  stopTimer: () => void;
}

export interface RoomsParts extends Omit<RoomParts, 'code' | 'round'> {
  soon?: (work: () => void) => void;
}

/** WebSocket: the service restarts, come back */
const restart = 1012;

export class Rooms implements BoardRooms {
  readonly #parts: Omit<RoomParts, 'code'>;
  readonly #opened = new Map<string, Opened>();

  /** `soon`: when all that has arrived by now has been looked at; without it, at once. */
  constructor({ soon = (work) => work(), ...parts }: RoomsParts) {
    this.#parts = { ...parts, round: new Round(parts.store, soon) };
  }

  /** Only for sessions that exist. Ask again each time: an idle room is closed, and closed rooms take no changes. */
  open(code: string): Room {
    const known = this.#opened.get(code);
    if (known) {
      known.usedAt = this.#parts.clock.now();
      return known.room;
    }
    const room = new Room({ ...this.#parts, code });
    this.#opened.set(code, { room, usedAt: this.#parts.clock.now(), stopTimer: this.#checkLater(code) });
    return room;
  }

  drop(code: string, refusal: Refusal): void {
    this.#close(code, (connection) => connection.refuse(refusal));
  }

  /** At the end of the process: everything stored and sent, everybody asked to come back. */
  closeAll(): void {
    for (const [code, { room }] of [...this.#opened]) {
      room.flush();
      this.#close(code, (connection) => connection.close(restart, 'restart'));
    }
  }

  #close(code: string, end: (connection: Connection) => void): void {
    const opened = this.#opened.get(code);
    if (!opened) return;
    this.#opened.delete(code);
    opened.stopTimer();
    opened.room.close(end);
  }

  #checkLater(code: string): () => void {
    return this.#parts.clock.later(() => this.#check(code), limits.idleRoom);
  }

  #check(code: string): void {
    const opened = this.#opened.get(code);
    if (!opened) return;
    const { room, usedAt } = opened;
    const isIdle = room.connections.size === 0 && this.#parts.clock.now() - usedAt >= limits.idleRoom;
    if (isIdle && room.settle()) this.#close(code, () => undefined);
    else opened.stopTimer = this.#checkLater(code);
  }
}
