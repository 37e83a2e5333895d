import type { Clock } from './clock.ts';

const minute = 60_000;

/** Counts per key and minute. In memory only: keys such as addresses are never stored or logged. */
export class Rate {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #perMinute: number;
  readonly #counts = new Map<string, number>();
  #since = -Infinity;

  constructor(clock: Pick<Clock, 'now'>, perMinute: number) {
    this.#clock = clock;
    this.#perMinute = perMinute;
  }

  isFull(key: string): boolean {
    this.#turn();
    return (this.#counts.get(key) ?? 0) >= this.#perMinute;
  }

  count(key: string): void {
    this.#turn();
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** One window for all keys: nothing is remembered longer than a minute. */
  #turn(): void {
    const now = this.#clock.now();
    if (now - this.#since < minute) return;
    this.#since = now;
    this.#counts.clear();
  }
}
