/**
 * Leaves nothing behind of what was taken away: rewrites the logs without it, and then the file without its copies. What is
 * marked stays marked in the store until that has been done, so that a crash or a full disk only delays it.
 */
import type { BoardRooms } from '../ports.ts';
import type { Clock } from '../clock.ts';
import { StoreUnavailable } from '../store/failure.ts';
import type { Store } from '../store/store.ts';

/** Between two sweeps, in ms; and sweeping, for which everything waits, takes at most a tenth of the time. */
const leastRest = 2_000;
const restPerSweep = 9;
const retry = 5_000;

export interface BroomParts {
  store: Pick<Store, 'sessions' | 'unswept' | 'vacuum'>;
  rooms: BoardRooms;
  clock: Clock;
}

export class Broom {
  readonly #parts: BroomParts;
  #restsUntil = -Infinity;
  #cancel: (() => void) | null = null;

  constructor(parts: BroomParts) {
    this.#parts = parts;
  }

  /** Within the transaction that takes something of this session away. After it: `sweep`. */
  mark(code: string): void {
    this.#parts.store.unswept.note(code);
  }

  /** At once, or when it was done just now a little later: people may do often what asks for it. */
  sweep(): void {
    const wait = this.#restsUntil - this.#parts.clock.now();
    if (wait <= 0) this.finish();
    else this.#cancel ??= this.#parts.clock.later(() => this.finish(), wait);
  }

  /** Now. Nobody's command fails because the broom did: it sweeps again later. */
  finish(): void {
    this.stop();
    const { store, rooms, clock } = this.#parts;
    const begun = clock.now();
    try {
      const codes = store.unswept.all();
      if (codes.length === 0) return;
      for (const code of codes) if (store.sessions.get(code)) rooms.open(code).compact();
      store.vacuum();
      store.unswept.clear();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      this.#cancel = clock.later(() => this.finish(), retry);
    }
    const took = clock.now() - begun;
    this.#restsUntil = clock.now() + Math.max(leastRest, restPerSweep * took);
  }

  /** Calls off what was planned. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
