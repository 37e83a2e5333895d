/** How fast: acts are spread over the time a part has, or follow each other at once. */
import { Refused } from './doors.ts';

/** So many people act at the same time where they need not wait for each other. */
const atOnce = 16;

export interface Clockwork {
  /** how long all of it takes, in seconds; 0: as fast as it goes */
  seconds: number;
  /** stops it between two acts */
  signal: AbortSignal;
  pause(ms: number): Promise<void>;
  now(): number;
}

export class Pace {
  readonly #clockwork: Clockwork;
  /** ms that the part takes that is played now */
  #part = 0;

  constructor(clockwork: Clockwork) {
    this.#clockwork = clockwork;
  }

  get stopped(): boolean {
    return this.#clockwork.signal.aborted;
  }

  /** `share`: of the whole, from 0 to 1. */
  begin(share: number): void {
    this.#part = this.#clockwork.seconds * 1000 * share;
  }

  /** Nothing happens: people look, or listen. `times`: as long as the part takes. */
  dwell(times = 1): Promise<void> {
    return this.#wait(this.#part * times);
  }

  /** One act after the other. Whoever is refused lets it be: that is counted at the door. */
  async each(count: number, act: (index: number) => unknown): Promise<void> {
    const turn = this.#turns(count);
    for (let index = 0; index < count && !this.stopped; index++) {
      await carryOn(() => act(index));
      await turn(index);
    }
  }

  /** Acts of people who do not wait for each other. */
  async crowd(count: number, act: (index: number) => unknown): Promise<void> {
    const turn = this.#turns(count);
    const busy = new Set<Promise<void>>();
    const broken: unknown[] = [];
    for (let index = 0; index < count && !this.stopped && broken.length === 0; index++) {
      const one = carryOn(() => act(index))
        .catch((error: unknown) => void broken.push(error))
        .finally(() => busy.delete(one));
      busy.add(one);
      if (busy.size >= atOnce) await Promise.race(busy);
      await turn(index);
    }
    await Promise.all(busy);
    if (broken.length > 0) throw broken[0];
  }

  /** Waits until it is time for the act after this one. */
  #turns(count: number): (index: number) => Promise<void> {
    const began = this.#clockwork.now();
    const each = this.#part / Math.max(1, count);
    return (index) => this.#wait(began + (index + 1) * each - this.#clockwork.now());
  }

  async #wait(ms: number): Promise<void> {
    if (ms > 0 && this.#part > 0 && !this.stopped) await this.#clockwork.pause(ms);
  }
}

async function carryOn(act: () => unknown): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}
