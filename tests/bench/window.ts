/** A stretch of time over which server and generator are measured. */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { Child } from './child.ts';

/** What else may have been measured: how hard the generator itself had it, and who else was on the machine. */
export interface Load {
  /** share of the time that it was not waiting */
  busy: number;
  /** p99, in ms, of how late its own timers were */
  lag: number;
  /** share of the time that something else had the core the server was ready to use */
  waited: number;
}

export interface Window {
  /** ms, as `performance.now()` */
  from: number;
  until: number;
  /** share of one core that the server used */
  cpu: number;
  /** the same in seconds */
  cpuSeconds: number;
  /** bytes, at the end and at most since the server started */
  rss: number;
  peak: number;
  load: Load;
}

/** Beyond these the generator may be what was measured. */
const busiest = 0.85;
const latest = 50;
/** Beyond this the machine was busy with something else. A server's own threads keep it waiting for less. */
const longestWait = 0.15;
const resolution = 10;

/** Measures while `act` runs. */
export async function measure(child: Child, act: () => Promise<void>): Promise<Window> {
  const before = await child.usage();
  const delay = monitorEventLoopDelay({ resolution });
  const idle = performance.eventLoopUtilization();
  delay.enable();
  const from = performance.now();
  await act();
  const until = performance.now();
  delay.disable();
  const busy = performance.eventLoopUtilization(idle).utilization;
  const after = await child.usage();
  const cpuSeconds = after.cpu - before.cpu;
  const seconds = (after.at - before.at) / 1000;
  const lag = Math.max(0, delay.percentile(99) / 1e6 - resolution);
  return {
    from,
    until,
    cpu: cpuSeconds / seconds,
    cpuSeconds,
    rss: after.rss,
    peak: after.peak,
    load: { busy, lag, waited: Math.max(0, after.waited - before.waited) / seconds },
  };
}

export function isBottleneck({ busy, lag }: Load): boolean {
  return busy > busiest || lag > latest;
}

export function isDisturbed({ waited }: Load): boolean {
  return waited > longestWait;
}

/** The hardest of several. */
export function worst(loads: readonly Load[]): Load {
  const most = (of: (load: Load) => number) => Math.max(...loads.map(of));
  return { busy: most(({ busy }) => busy), lag: most(({ lag }) => lag), waited: most(({ waited }) => waited) };
}
