/**
 * Does something at once after a quiet moment, and else at the end of a rest: however much comes in, the page has time left
 * for the one who uses it.
 */
export class Pace {
  readonly #work: () => void;
  /** ms */
  readonly #rest: number;
  #last = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(work: () => void, rest: number) {
    this.#work = work;
    this.#rest = rest;
  }

  /** As soon as the rest allows. */
  soon(): void {
    if (this.#timer !== undefined) return;
    const wait = this.#last + this.#rest - performance.now();
    if (wait <= 0) this.now();
    else this.#timer = setTimeout(() => this.now(), wait);
  }

  now(): void {
    this.stop();
    this.#work();
    this.#last = performance.now();
  }

  /** What was asked for and not done yet is not done any more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
