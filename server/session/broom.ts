/**
 * Leaves nothing behind of what was taken away: rewrites the logs without it, and then the file without its copies. What is
 * marked stays marked in the store until that has been done, so that a crash or a full disk only delays it.
 */
import type { BoardRooms } from '../ports.ts';
import type { Clock } from '../clock.ts';
import { StoreUnavailable } from '../store/failure.ts';
import type { Store } from '../store/store.ts';

/** Between two sweeps, in ms. */
const leastRest = 2_000;
const retry = 5_000;
/**
 * Everything waits while the file is rewritten: 100 ms for each 15 MB. So all sessions together get a tenth of the time for
 * what was promised to leave it, and a hundredth for what leaves the board only.
 */
const restAfterPromise = 9;
const restAfterTidying = 99;

export interface BroomParts {
  store: Pick<Store, 'sessions' | 'unswept' | 'vacuum'>;
  rooms: BoardRooms;
  clock: Clock;
}

export class Broom {
  readonly #parts: BroomParts;
  #sweptAt = -Infinity;
  /** how long that took, in ms */
  #took = 0;
  #planned: { at: number; cancel: () => void } | null = null;

  constructor(parts: BroomParts) {
    this.#parts = parts;
  }

  /** Within the transaction that takes something of this session away. After it: `sweep`. */
  mark(code: string): void {
    this.#parts.store.unswept.note(code);
  }

  /**
   * For what may not be found any more: somebody's own words, a session, who cast which ballot. At once, or when it was done
   * just now a little later: people may do often what asks for it.
   */
  sweep(): void {
    this.#plan(restAfterPromise);
  }

  /** For what only leaves the board, and is kept in the store for whoever brings it back. In a large file it waits longer. */
  tidy(): void {
    this.#plan(restAfterTidying);
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
      this.#finishAt(clock.now() + retry);
    }
    this.#sweptAt = clock.now();
    this.#took = this.#sweptAt - begun;
  }

  /** Calls off what was planned. */
  stop(): void {
    this.#planned?.cancel();
    this.#planned = null;
  }

  #plan(rest: number): void {
    const at = this.#sweptAt + Math.max(leastRest, rest * this.#took);
    if (at <= this.#parts.clock.now()) this.finish();
    else if (!this.#planned || at < this.#planned.at) this.#finishAt(at);
  }

  #finishAt(at: number): void {
    this.stop();
    const { clock } = this.#parts;
    this.#planned = { at, cancel: clock.later(() => this.finish(), at - clock.now()) };
  }
}
