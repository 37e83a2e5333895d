/**
 * How often. By token for commands, by session for joining; by address only for failures and for opening sessions,
 * because a whole hall shares one address.
 */
import { limits } from '../../shared/limits.ts';
import type { Clock } from '../session/clock.ts';

type Now = Pick<Clock, 'now'>;

const minute = 60_000;

/** So many in a window, for each key; what was used comes back evenly. Lives in memory and is forgotten when full again. */
export class Meter {
  readonly #most: number;
  readonly #perMs: number;
  readonly #clock: Now;
  readonly #left = new Map<string, { left: number; at: number }>();

  constructor(most: number, window: number, clock: Now) {
    this.#most = most;
    this.#perMs = most / window;
    this.#clock = clock;
  }

  /** Uses one. False: there was none left. */
  take(key: string): boolean {
    const left = this.#now(key);
    if (left < 1) return false;
    this.#left.delete(key); // the map stays in order of use
    this.#left.set(key, { left: left - 1, at: this.#clock.now() });
    this.#forget();
    return true;
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#left.size;
  }

  spent(key: string): boolean {
    return this.#now(key) < 1;
  }

  #now(key: string): number {
    const entry = this.#left.get(key);
    if (!entry) return this.#most;
    return Math.min(this.#most, entry.left + (this.#clock.now() - entry.at) * this.#perMs);
  }

  /** From the longest unused on: those that are full again, and past ten thousand keys also others. */
  #forget(): void {
    for (const key of this.#left.keys()) {
      if (this.#left.size <= 10_000 && this.#now(key) < this.#most) return;
      this.#left.delete(key);
    }
  }
}

export interface Limits {
  commands: Meter;
  joins: Meter;
  failures: Meter;
  openings: Meter;
  /** codes somebody at this address has typed right: whoever guesses there does not keep the others out */
  familiar: Set<string>;
}

export function makeLimits(clock: Now): Limits {
  return {
    commands: new Meter(limits.commandsPerMinute, minute, clock),
    joins: new Meter(limits.joinsPerMinute, minute, clock),
    failures: new Meter(limits.failuresPerMinute, minute, clock),
    openings: new Meter(limits.sessionsPerHour, 60 * minute, clock),
    familiar: new Set(),
  };
}
