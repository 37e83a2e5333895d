/** Time is passed in, so that tests need not wait for it. */
export interface Clock {
  /** ms since 1970, as the server sees it: this time alone decides what was in time */
  now(): number;
  /** Does it once, after so many ms, unless the function it gives is called first. */
  later(work: () => void, ms: number): () => void;
}

export type Now = Pick<Clock, 'now'>;

export const systemClock: Clock = {
  now: () => Date.now(),
  later(work, ms) {
    const timer = setTimeout(work, ms).unref();
    return () => clearTimeout(timer);
  },
};
