/**
 * What a room is made of. Time comes in from outside, so that tests need not wait for it.
 */
import type { Door } from '../ports.ts';
import type { Store } from '../store/store.ts';

export interface Clock {
  /** server time in ms */
  now(): number;
  /** Does it once, after so many ms, unless the function it gives is called first. */
  later(work: () => void, ms: number): () => void;
}

/** Never gets addresses, tokens or texts. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** `desk` and `forget` are the door's. */
export interface RoomParts extends Pick<Door, 'desk' | 'forget'> {
  code: string;
  store: Pick<Store, 'transaction' | 'updates'>;
  clock: Clock;
  log: Log;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  later(work, ms) {
    const timer = setTimeout(work, ms).unref();
    return () => clearTimeout(timer);
  },
};
