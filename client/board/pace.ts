/**
 * Does something at once after a quiet moment, and else at the end of a rest: however much comes in, the page has time left
 * for the one who uses it. A slow page rests longer. While somebody types it is done between two keys, right after one was
 * shown, so that no key waits for it.
 */
export class Pace {
  readonly #work: () => void;
  /** ms */
  readonly #least: number;
  readonly #keys: Keys;
  #rest: number;
  #last = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(work: () => void, rest: number, watchKeys: WatchKeys = noKeys) {
    this.#work = work;
    this.#least = this.#rest = rest;
    this.#keys = watchKeys(() => this.#timer !== undefined && this.#wait() <= 0 && this.now());
  }

  /** As soon as the rest allows. */
  soon(): void {
    if (this.#timer !== undefined) return;
    if (this.#wait() <= 0 && this.#keys.next() <= 0) this.now();
    else this.#timer = setTimeout(() => this.#due(), this.#wait());
  }

  now(): void {
    this.#cancel();
    const begun = performance.now();
    this.#work();
    this.#last = performance.now();
    // Behind it comes what the work left to do: the page is drawn again.
    setTimeout(() => (this.#rest = between(this.#least, share * (performance.now() - begun), most)));
  }

  /** What was asked for and not done yet is not done any more. */
  stop(): void {
    this.#cancel();
    this.#keys.stop();
  }

  #due(): void {
    const wait = this.#keys.next();
    if (wait <= 0) this.now();
    else this.#timer = setTimeout(() => this.#due(), wait);
  }

  #wait(): number {
    return this.#last + this.#rest - performance.now();
  }

  #cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** The work and its drawing take at most one in so many ms. */
const share = 8;
/** longest rest, in ms */
const most = 400;

/** Tells `shown` after each key that is on screen. */
export type WatchKeys = (shown: () => void) => Keys;

export interface Keys {
  /** ms within which another key may come; 0 or less: nobody is typing */
  next(): number;
  stop(): void;
}

const noKeys: WatchKeys = () => ({ next: () => 0, stop: () => undefined });

const between = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value));
