/**
 * Work that may wait a moment is done in slices, and between them comes what must not wait: messages of who is in, and the
 * tick that tells everybody. When a hall comes in, twenty requests arrive together; answered in one go they would hold up a
 * card for as long as all of them take.
 */
import type { Now } from './clock.ts';

/** ms; half of what a broadcast to a thousand takes */
const slice = 5;

export class Slices {
  readonly #clock: Now;
  readonly #soon: (work: () => void) => void;
  #waiting: (() => void)[] = [];

  /** `soon`: when all that has arrived by now has been looked at. */
  constructor(clock: Now, soon: (work: () => void) => void) {
    this.#clock = clock;
    this.#soon = soon;
  }

  /** In the order in which it was added. */
  add(work: () => void): void {
    this.#waiting.push(work);
    if (this.#waiting.length === 1) this.#soon(() => this.#go());
  }

  #go(): void {
    const until = this.#clock.now() + slice;
    let done = 0;
    try {
      while (done < this.#waiting.length) {
        this.#waiting[done++]?.();
        if (this.#clock.now() >= until) break;
      }
    } finally {
      this.#waiting.splice(0, done);
      if (this.#waiting.length > 0) this.#soon(() => this.#go());
    }
  }
}
