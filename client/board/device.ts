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
