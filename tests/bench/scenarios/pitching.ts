/** Everybody writes cards into a full board, and everybody sees each. */
import { against, atMost, complete, type Bound } from '../bounds.ts';
import type { Outcome } from '../results.ts';
import type { Scenario, Stage } from '../scenario.ts';
import type { ServerName } from '../servers/server.ts';
import type { Crowd } from '../crowd.ts';
import { percentile, spread } from '../statistics.ts';
import type { Window } from '../window.ts';

const everyone = ['kantelbord', 'reference', 'hocuspocus', 'raw'] as const;
/** seconds, before a window of so many */
export const warmUp = (seconds: number): number => Math.min(1.5, seconds);
/** of what `spread` says */
export const spreadMeasures = {
  p50: { title: 'p50', unit: 'ms' },
  p95: { title: 'p95', unit: 'ms' },
  most: { title: 'most', unit: 'ms' },
} as const;

export const pitching: readonly Scenario[] = [
  scenario(10, everyone, [against('raw', 'p95 at most 2.0 × raw', 'p95', 2)]),
  scenario(50, everyone, [
    against('reference', 'CPU at most 0.7 × reference', 'cpu', 0.7),
    against('raw', 'CPU at most 0.75 × raw', 'cpu', 0.75),
  ]),
  // the reference drowns at 70
  scenario(
    200,
    ['kantelbord'],
    [atMost('p95 at most 150 ms', 'p95', 150), atMost('CPU at most 70 % of the core', 'cpu', 0.7)],
  ),
];

/** A crowd, or who counts along with it. */
interface Writer {
  write(): unknown;
}

/** Cards at this rate, evenly, each by the next person. Resolves at the end of the last card's share of the time. */
export async function pitch(stage: Stage, crowd: Writer, rate: number, seconds: number): Promise<void> {
  const from = performance.now();
  for (let number = 0; number < rate * seconds; number++) {
    const wait = from + (number * 1000) / rate - performance.now();
    if (wait > 0) await stage.pause(wait);
    crowd.write();
  }
  await stage.pause(Math.max(0, from + seconds * 1000 - performance.now()));
}

/** So many people who look on and write: a server is measured as it is after its first minutes. */
export async function fullHall(stage: Stage, rate: number, size = stage.options.clients) {
  const hall = await stage.crowd(size);
  await hall.crowd.gather(size);
  await pitch(stage, hall.crowd, rate, warmUp(stage.options.seconds));
  return hall;
}

/** Sent → last screen of what was written in this window, in ms. */
export function p95Of({ ledger }: Crowd, { from, until }: Window): number {
  return percentile(ledger.delays(from, until), 95);
}

function scenario(rate: number, servers: readonly ServerName[], bounds: readonly Bound[]): Scenario {
  return {
    name: `pitching-${rate}`,
    title: `Pitching, ${rate} cards a second: sent → last screen, and the server's share of a core`,
    servers,
    measures: {
      ...spreadMeasures,
      cpu: { title: 'CPU', unit: 'share' },
      peak: { title: 'peak memory', unit: 'bytes' },
    },
    bounds: [complete, ...bounds],
    run: (stage) => run(stage, rate),
  };
}

async function run(stage: Stage, rate: number): Promise<Outcome> {
  const { seconds } = stage.options;
  const { crowd } = await fullHall(stage, rate);
  const window = await stage.measure(() => pitch(stage, crowd, rate, seconds));
  const missing = await crowd.arrived();
  const delays = crowd.ledger.delays(window.from, window.until);
  return {
    missing,
    differing: await crowd.differing(),
    load: window.load,
    measured: {
      ...spread(delays),
      cpu: window.cpu,
      peak: window.peak,
    },
  };
}
