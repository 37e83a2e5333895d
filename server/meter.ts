import type { Now } from './clock.ts';

/** So many keys are remembered; past that the longest unused are forgotten. */
const mostKeys = 10_000;

/**
 * So many in a window, for each key; what was used comes back evenly. In memory only: keys such as addresses are never
 * stored or logged, and are forgotten when full again.
 */
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

  /** From the longest unused on: those that are full again, and past the bound also others. */
  #forget(): void {
    for (const key of this.#left.keys()) {
      if (this.#left.size <= mostKeys && this.#now(key) < this.#most) return;
      this.#left.delete(key);
    }
  }
}
