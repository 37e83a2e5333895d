/**
 * Who guesses codes, tokens and keys, by address: the one place that counts it, for HTTP and for sockets. A whole hall
 * shares one address, so one who guesses there must not shut out the rest: a right token is always let in, and a code that
 * somebody at the address typed right, or showed a token of, stays open to everybody there.
 */
import { limits } from '../shared/limits.ts';
import { refuse, type Refusal } from '../shared/refusals.ts';
import type { Now } from './clock.ts';
import { Meter } from './meter.ts';

/** So many pairs of an address and a code are remembered; past that the longest unseen are forgotten. */
const mostFamiliar = 10_000;
const tooOften = refuse('too_fast', 'failures');

export class Guesses {
  readonly #misses: Meter;
  /** in order of when they were last seen */
  readonly #familiar = new Set<string>();

  constructor(clock: Now) {
    this.#misses = new Meter(limits.failuresPerMinute, 60_000, clock);
  }

  /** Null when somebody without a token may hear whether this code is right. Ask it before anything that tells. */
  hush(address: string, code: string): Refusal | null {
    return this.#misses.spent(address) && !this.#familiar.has(pair(address, code)) ? tooOften : null;
  }

  /** Something was wrong. Gives what they hear: that, or that they guess too often. */
  miss(address: string, refusal: Refusal): Refusal {
    return this.#misses.take(address) ? refusal : tooOften;
  }

  /** Somebody here knows this session. */
  meet(address: string, code: string): void {
    const met = pair(address, code);
    this.#familiar.delete(met);
    this.#familiar.add(met);
    for (const oldest of this.#familiar) {
      if (this.#familiar.size <= mostFamiliar) return;
      this.#familiar.delete(oldest);
    }
  }
}

function pair(address: string, code: string): string {
  return `${address} ${code}`;
}
