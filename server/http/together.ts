/**
 * People who ask the same within one moment are answered at once. The first in a quiet moment does not wait; then those who
 * come while the disk writes, and some time after it, share the next round. So a hall that comes in does not keep it busy.
 */
import { limits } from '../../shared/limits.ts';
import type { Now } from '../clock.ts';

interface Waiting<I, O> {
  input: I;
  resolve(output: O): void;
  reject(error: unknown): void;
}

/**
 * A round that took so long is followed by a rest of so many times that, at least a tick: others need the time too. But never
 * longer than nobody notices: where there is more to do than fits in so little, resting only makes the queue longer.
 */
const rest = 9;
const longest = 100;

export class Together<I, O> {
  readonly #answer: (key: string, inputs: I[]) => O[];
  readonly #clock: Now;
  #waiting = new Map<string, Waiting<I, O>[]>();
  #running = false;

  /** `answer`: of one key, to all at once, in the order they came. What it throws, all of them get. */
  constructor(answer: (key: string, inputs: I[]) => O[], clock: Now) {
    this.#answer = answer;
    this.#clock = clock;
  }

  ask(key: string, input: I): Promise<O> {
    return new Promise((resolve, reject) => {
      const people = this.#waiting.get(key) ?? [];
      people.push({ input, resolve, reject });
      this.#waiting.set(key, people);
      if (this.#running) return;
      this.#running = true;
      setImmediate(() => this.#round()); // with all who have asked by now
    });
  }

  #round(): void {
    const waiting = this.#waiting;
    this.#waiting = new Map();
    this.#running = waiting.size > 0;
    if (!this.#running) return;
    const began = this.#clock.now();
    for (const [key, people] of waiting) this.#close(key, people);
    const pause = Math.min(longest, rest * (this.#clock.now() - began));
    setTimeout(() => this.#round(), Math.max(limits.tick, pause));
  }

  #close(key: string, people: Waiting<I, O>[]): void {
    try {
      const inputs = people.map(({ input }) => input);
      for (const [index, output] of this.#answer(key, inputs).entries()) people[index]?.resolve(output);
    } catch (error) {
      for (const { reject } of people) reject(error);
    }
  }
}
