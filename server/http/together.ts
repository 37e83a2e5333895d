/**
 * People who ask the same at the same moment, answered at once. When a hall comes in the disk is waited for once for all who
 * knocked while it was busy, and nobody waits longer than that.
 */
interface Waiting<I, O> {
  input: I;
  resolve(output: O): void;
  reject(error: unknown): void;
}

export class Together<I, O> {
  readonly #answer: (key: string, inputs: I[]) => O[];
  readonly #waiting = new Map<string, Waiting<I, O>[]>();

  /** `answer`: of one key, to all at once, in the order they came. What it throws, all of them get. */
  constructor(answer: (key: string, inputs: I[]) => O[]) {
    this.#answer = answer;
  }

  ask(key: string, input: I): Promise<O> {
    return new Promise((resolve, reject) => {
      const one = { input, resolve, reject };
      const waiting = this.#waiting.get(key);
      if (waiting) return void waiting.push(one);
      this.#waiting.set(key, [one]);
      setImmediate(() => this.#close(key)); // after everything that has come in by now was read
    });
  }

  #close(key: string): void {
    const waiting = this.#waiting.get(key) ?? [];
    this.#waiting.delete(key);
    try {
      const inputs = waiting.map(({ input }) => input);
      for (const [index, output] of this.#answer(key, inputs).entries()) waiting[index]?.resolve(output);
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }
}
