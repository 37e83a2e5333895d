import type { Clock } from '../clock.ts';

/** Does its work at once when it was quiet, and never more often than once a pause. */
export class Ticker {
  readonly #clock: Clock;
  readonly #work: () => void;
  readonly #pause: () => number;
  #cancel: (() => void) | null = null;
  #last = -Infinity;
  #working = false;

  /** `pause`: how long to wait after the last time, in ms; asked each time anew. */
  constructor(clock: Clock, pause: () => number, work: () => void) {
    this.#clock = clock;
    this.#pause = pause;
    this.#work = work;
  }

  /** The work may ask for itself again: then after a whole pause, so that others get their turn however long it took. */
  schedule(): void {
    if (this.#cancel) return;
    const wait = this.#working ? this.#pause() : this.#last + this.#pause() - this.#clock.now();
    if (wait <= 0) this.#tick();
    else this.#cancel = this.#clock.later(() => this.#tick(), wait);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #tick(): void {
    this.stop();
    this.#last = this.#clock.now();
    this.#working = true;
    try {
      this.#work();
    } finally {
      this.#working = false;
    }
  }
}
