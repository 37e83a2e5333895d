/**
 * Preloaded into every server that is measured: tells what the process has used, and ends it when the generator is gone,
 * however that ended.
 */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Usage } from '../child.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

process.on('message', (question: { usage: number; collect: boolean }) => {
  if (question.collect) return collectThen(() => tell(question.usage));
  tell(question.usage);
});
process.on('disconnect', () => process.exit(1));
process.channel?.unref(); // a server that has closed may end

/** More than once: what a finalizer lets go of is garbage only the next time. */
function collectThen(act: () => void, times = 3): void {
  if (times === 0) return act();
  collect();
  setTimeout(() => collectThen(act, times - 1), 20);
}

function tell(number: number): void {
  const { user, system } = process.cpuUsage();
  const { heapUsed, external } = process.memoryUsage();
  const usage: Usage = {
    at: Date.now(),
    cpu: (user + system) / 1e6,
    waited: readWaited((user + system) / 1e6),
    rss: process.memoryUsage.rss(),
    peak: process.resourceUsage().maxRSS * 1024,
    heap: heapUsed + external,
  };
  process.send?.({ ...usage, usage: number });
}

/** Of the main thread, for others than this process: its own threads, which collect garbage and pack, are on the same core. */
function readWaited(cpu: number): number {
  try {
    const [ran = 0, waited = 0] = readFileSync('/proc/self/schedstat', 'utf8')
      .split(' ')
      .map((ns) => Number(ns) / 1e9);
    return waited - (cpu - ran);
  } catch {
    return 0; // not Linux
  }
}
