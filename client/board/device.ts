import type { WatchKeys } from './pace.ts';

/** Calls `work` when the device says something about its network, or its screen comes back on. Gives the way to stop. */
export function onWaking(work: () => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  addEventListener('online', work, { signal });
  addEventListener('offline', work, { signal });
  document.addEventListener('visibilitychange', () => !document.hidden && work(), { signal });
  return () => listening.abort();
}

/** What a connection asks of the device it runs on. */
export const device = {
  now: () => Date.now(),
  chance: () => Math.random(),
  hasNetwork: () => navigator.onLine,
};

/** Longest time between two keys of somebody who types, in ms. */
const pause = 300;

export const watchKeys: WatchKeys = (shown) => {
  const listening = new AbortController();
  let last = -Infinity;
  let drawing = false;
  const hear = () => {
    last = performance.now();
    if (drawing) return;
    drawing = true;
    // The first is just before the frame with this key, the second just after it.
    requestAnimationFrame(() =>
      setTimeout(() => {
        drawing = false;
        if (!listening.signal.aborted) shown();
      }),
    );
  };
  for (const type of ['keydown', 'input'])
    addEventListener(type, hear, { capture: true, passive: true, signal: listening.signal });
  return { next: () => last + pause - performance.now(), stop: () => listening.abort() };
};
