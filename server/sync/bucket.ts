import type { Now } from '../clock.ts';

/** A bound on how much in how much time: so many at once, so many a second in the long run. */
export class Bucket {
  readonly #clock: Now;
  readonly #perSecond: number;
  readonly #most: number;
  #left: number;
  #since: number;

  constructor(clock: Now, perSecond: number, most: number) {
    this.#clock = clock;
    this.#perSecond = perSecond;
    this.#most = most;
    this.#left = most;
    this.#since = clock.now();
  }

  /** False when there is not so much left. */
  take(amount: number): boolean {
    const now = this.#clock.now();
    this.#left = Math.min(this.#most, this.#left + ((now - this.#since) / 1_000) * this.#perSecond);
    this.#since = now;
    if (this.#left < amount) return false;
    this.#left -= amount;
    return true;
  }
}
