/** Counts large votes in a thread, one after the other, so that the boards of all sessions go on meanwhile. */
import { Worker } from 'node:worker_threads';
import type { Counter, Counts, Outcomes } from './session/counts.ts';

/** What the thread (`count.ts`) says. */
export type Said = { percent: number } | { outcomes: Outcomes };

/** ms; the largest vote there can be takes a minute or so, and all others wait for it */
const longest = 10 * 60_000;

export function threadCounter(file: URL, most = longest): Counter {
  let last: Promise<unknown> = Promise.resolve();
  let worker: Worker | null = null;

  return {
    count(counts, progress) {
      const turn = last.then(() => inThread(counts, progress));
      last = turn.catch(() => undefined);
      return turn;
    },
    stop: () => void worker?.terminate(),
  };

  function inThread(counts: Counts, progress: (percent: number) => void): Promise<Outcomes> {
    return new Promise((resolve, reject) => {
      const thread = new Worker(file, { workerData: counts });
      worker = thread;
      thread.unref();
      thread.on('message', (said: Said) => ('percent' in said ? progress(said.percent) : resolve(said.outcomes)));
      thread.once('error', reject);
      const end = setTimeout(() => void thread.terminate(), most).unref();
      thread.once('exit', () => {
        clearTimeout(end);
        reject(new Error('The thread ended before it had counted.'));
      });
    });
  }
}
