/** Many small evenings at once; and what they cost when everybody has gone home. */
import { limits } from '../../../shared/limits.ts';
import { must } from '../../support/people.ts';
import { atMost, complete, type Bound } from '../bounds.ts';
import { inParallel, type Crowd } from '../crowd.ts';
import type { Outcome } from '../results.ts';
import type { Scenario, Stage } from '../scenario.ts';
import { makeSeed } from '../seed.ts';
import type { Board } from '../servers/server.ts';
import { spread } from '../statistics.ts';
import { pitch, spreadMeasures, warmUp } from './pitching.ts';

const people = 15;
/** cards on each board before anything is measured */
const cards = 30;
/** cards a second in each session */
const rate = 0.5;
/** of the usual thousand people come 200 sessions */
const oneIn = 5;
/** boards that are looked into at a time */
const together = 16;
/** Sessions, and cards they get, before memory is compared: a program that has done nothing yet is smaller. */
const warmth = { sessions: 8, cards: 400 };
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
    ...spreadMeasures,
    cpu: { title: 'CPU', unit: 'share' },
    open: { title: 'memory in use', unit: 'bytes' },
    idle: { title: 'CPU when all have gone', unit: 'share' },
    kept: { title: 'memory in use then', unit: 'bytes' },
    each: { title: 'of that a session', unit: 'bytes' },
  },
  bounds: [complete, atMost('p95 under 100 ms', 'p95', 100), ...home],
  run,
};

interface Place {
  board: Board;
  crowd: Crowd;
}

async function run(stage: Stage): Promise<Outcome> {
  const { clients, seconds, quick } = stage.options;
  await warmUpAll(stage);
  const warm = await stage.server.child.usage(true);
  const crowds = (await open(stage, Math.ceil(clients / oneIn))).map(({ crowd }) => crowd);
  const everywhere = inTurn(crowds);
  const all = rate * crowds.length;
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
      ...spread(delays),
      cpu: window.cpu,
      open: full.heap,
      ...left,
    },
  };
}

async function open(stage: Stage, count: number): Promise<Place[]> {
  const seed = makeSeed(cards, Date.now());
  const places: Place[] = [];
  while (places.length < count) places.push(await stage.crowd(people, seed));
  await inParallel(count, together, (index) => places[index]!.crowd.gather(people));
  return places;
}

/** Evenings that are deleted afterwards: what they leave is compiled code, and what a program keeps for good. */
async function warmUpAll(stage: Stage): Promise<void> {
  const places = await open(stage, warmth.sessions);
  await pitch(stage, inTurn(places.map(({ crowd }) => crowd)), warmth.cards / 2, 2);
  for (const { board, crowd } of places) {
    crowd.close();
    const { base, code, facilitator } = board.evening!;
    await must(base, 'DELETE', `/sessions/${code}`, facilitator);
  }
}

function inTurn(crowds: readonly Crowd[]) {
  let turn = 0;
  return { write: () => crowds[turn++ % crowds.length]!.write() };
}

/** Everybody goes. A room is looked at once in its idle time, so at most two of those later none is left. */
async function leave(stage: Stage, crowds: readonly Crowd[], heap: number): Promise<Record<string, number>> {
  for (const crowd of crowds) crowd.close();
  await stage.pause(2 * limits.idleRoom + 1_000);
  const window = await stage.measure(() => stage.pause(still * 1000));
  const after = await stage.server.child.usage(true);
  return { idle: window.cpu, kept: after.heap, each: (after.heap - heap) / crowds.length };
}
