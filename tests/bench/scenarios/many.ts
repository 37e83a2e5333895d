/** Many small evenings at once; and what they cost when everybody has gone home. */
import { limits } from '../../../shared/limits.ts';
import { atMost, complete, type Bound } from '../bounds.ts';
import { inParallel, type Crowd } from '../crowd.ts';
import type { Outcome } from '../results.ts';
import type { Scenario, Stage } from '../scenario.ts';
import { makeSeed } from '../seed.ts';
import { percentile } from '../statistics.ts';
import { pitch, warmUp } from './pitching.ts';

const people = 15;
/** cards on each board before anything is measured */
const cards = 30;
/** cards a second in each session */
const rate = 0.5;
/** of the usual thousand people come 200 sessions */
const oneIn = 5;
/** boards that are looked into at a time */
const together = 16;
/** cards that the first session gets before memory is compared: a program that has done nothing yet is smaller */
const warmth = 50;
/** seconds over which the empty server is measured */
const still = 10;

const home: readonly Bound[] = [
  atMost('when all have gone: CPU at most 1 % of the core', 'idle', 0.01),
  atMost('a session that nobody has open costs at most 20 KB of memory', 'each', 20e3),
];

export const many: Scenario = {
  name: 'many',
  title: `Many small: for every ${oneIn} people of the hall a session of ${people}, each writing ${rate} cards a second`,
  servers: ['kantelbord'],
  env: { KANTELBORD_TRUST_PROXY: 'true' }, // so many sessions come from as many addresses
  measures: {
    p50: { title: 'p50', unit: 'ms' },
    p95: { title: 'p95', unit: 'ms' },
    most: { title: 'most', unit: 'ms' },
    cpu: { title: 'CPU', unit: 'share' },
    open: { title: 'memory in use', unit: 'bytes' },
    idle: { title: 'CPU when all have gone', unit: 'share' },
    kept: { title: 'memory in use then', unit: 'bytes' },
    each: { title: 'of that a session', unit: 'bytes' },
  },
  bounds: [complete, atMost('p95 under 100 ms', 'p95', 100), ...home],
  run,
};

async function run(stage: Stage): Promise<Outcome> {
  const { clients, seconds, quick } = stage.options;
  const crowds = await open(stage, [], 1);
  await pitch(stage, crowds[0]!, warmth, 1);
  const warm = await stage.server.child.usage(true);
  await open(stage, crowds, Math.ceil(clients / oneIn));
  const all = rate * crowds.length;
  let turn = 0;
  const everywhere = { write: () => crowds[turn++ % crowds.length]!.write() };
  await pitch(stage, everywhere, all, warmUp(seconds));
  const window = await stage.measure(() => pitch(stage, everywhere, all, seconds));
  const missing = await Promise.all(crowds.map((crowd) => crowd.arrived()));
  const delays = crowds.flatMap(({ ledger }) => ledger.delays(window.from, window.until));
  let differing = 0;
  await inParallel(crowds.length, together, async (index) => {
    differing += await crowds[index]!.differing();
  });
  const full = await stage.server.child.usage(true);
  const left = quick ? {} : await leave(stage, crowds, warm.heap);
  return {
    missing: missing.reduce((sum, one) => sum + one, 0),
    differing,
    load: window.load,
    measured: {
      p50: percentile(delays, 50),
      p95: percentile(delays, 95),
      most: percentile(delays, 100),
      cpu: window.cpu,
      open: full.heap,
      ...left,
    },
  };
}

/** Until there are so many. */
async function open(stage: Stage, crowds: Crowd[], count: number): Promise<Crowd[]> {
  const seed = makeSeed(cards, Date.now());
  const before = crowds.length;
  while (crowds.length < count) crowds.push((await stage.crowd(people, seed)).crowd);
  await inParallel(count - before, together, (index) => crowds[before + index]!.gather(people));
  return crowds;
}

/** Everybody goes. A room is looked at once in its idle time, so at most two of those later none is left. */
async function leave(stage: Stage, crowds: readonly Crowd[], heap: number): Promise<Record<string, number>> {
  for (const crowd of crowds) crowd.close();
  await stage.pause(2 * limits.idleRoom + 1_000);
  const window = await stage.measure(() => stage.pause(still * 1000));
  const after = await stage.server.child.usage(true);
  return { idle: window.cpu, kept: after.heap, each: (after.heap - heap) / crowds.length };
}
