/**
 * The presses of one view, sent in the order in which they were made: on a slow line the next one waits for the answer to the
 * one before. The same press twice is one.
 */
export class Presses {
  #pending = $state.raw<readonly { name: string; press: string }[]>([]);
  #last: Promise<unknown> = Promise.resolve();

  isBusy(name: string): boolean {
    return this.#pending.some((one) => one.name === name);
  }
  get idle(): boolean {
    return this.#pending.length === 0;
  }

  /** Null when this very press is under way already; `what` tells it from others of the same name. */
  async take<T>(name: string, what: unknown, send: () => Promise<T>): Promise<T | null> {
    const press = JSON.stringify([name, what]);
    if (this.#pending.some((one) => one.press === press)) return null;
    const mine = { name, press };
    this.#pending = [...this.#pending, mine];
    const turn = this.#last.then(send).finally(() => {
      this.#pending = this.#pending.filter((one) => one !== mine);
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
