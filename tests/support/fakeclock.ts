import type { Clock } from '../../server/clock.ts';

/** Time that passes only when a test says so. */
export class FakeClock implements Clock {
  #now = 1_000_000;
  #due: { at: number; work: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  /** How many things are still to be done at some time. */
  get waiting(): number {
    return this.#due.length;
  }

  later(work: () => void, ms: number): () => void {
    const entry = { at: this.#now + ms, work };
    this.#due.push(entry);
    return () => (this.#due = this.#due.filter((other) => other !== entry));
  }

  /** Everything that falls due in the next `ms`, in order. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#due = this.#due.filter((entry) => entry !== next);
      this.#now = Math.max(this.#now, next.at);
      next.work();
    }
    this.#now = Math.max(this.#now, end);
  }

  #next(end: number): { at: number; work: () => void } | undefined {
    return this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}
