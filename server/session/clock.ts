/** Time is passed in, so that tests need not wait for it. */
export interface Clock {
  /** ms since 1970, as the server sees it: this time alone decides what was in time */
  now(): number;
  /** Calls `work` once, `ms` from now; gives what cancels it. */
  later(ms: number, work: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  later(ms, work) {
    const timer = setTimeout(work, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
