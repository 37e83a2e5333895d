/** A store in bad weather: it fails when asked, and is as it was when the weather is over. */
import { vi } from 'vitest';
import { StoreUnavailable } from '../../server/store/failure.ts';
import { memoryStore } from '../../server/store/memory.ts';
import type { Store } from '../../server/store/store.ts';

/** `begin`: nothing can be begun, as with a lock; `commit`: nothing is kept, as on a full disk; `all`: not even read. */
export type Failing = 'begin' | 'commit' | 'all';

export class Weather {
  fails: Failing | null = null;
  /** how often it has failed */
  failures = 0;
  /** ms that everything stands still for before it fails: SQLite waits for a lock */
  stall = 0;
  readonly store: Store;

  constructor(store: Store = memoryStore()) {
    const transaction: Store['transaction'] = (work) => {
      try {
        return store.transaction(() => {
          if (this.fails === 'begin') this.#wait();
          if (this.fails === 'begin') throw new StoreUnavailable('locked');
          const done = work();
          if (this.fails) throw new StoreUnavailable('full');
          return done;
        });
      } catch (error) {
        this.failures++;
        throw error;
      }
    };
    this.store = { ...this.#open(store), transaction };
  }

  /** Time goes by and no timer runs. */
  #wait(): void {
    if (this.stall > 0) vi.setSystemTime(Date.now() + this.stall);
  }

  /** The same, for as long as it may be read. */
  #open<T extends object>(part: T): T {
    const entries = Object.entries(part).map(([name, value]: [string, unknown]) => [name, this.#openValue(value)]);
    return Object.fromEntries(entries) as T;
  }

  #openValue(value: unknown): unknown {
    if (typeof value === 'object' && value !== null) return this.#open(value);
    if (typeof value !== 'function') return value;
    return (...all: unknown[]): unknown => {
      if (this.fails === 'all') this.failures++;
      if (this.fails === 'all') throw new StoreUnavailable('unreadable');
      return value(...all) as unknown;
    };
  }
}
