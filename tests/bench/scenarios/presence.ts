/** Everybody says what he is doing, beside the cards: those must not queue behind it. */
import { atMost, complete, ratio } from '../bounds.ts';
import type { Crowd } from '../crowd.ts';
import type { Outcome } from '../results.ts';
import type { Scenario, Stage } from '../scenario.ts';
import { worst } from '../window.ts';
import { fullHall, p95Of, pitch } from './pitching.ts';

const rate = 10;
/** how often each begins or stops typing, in ms */
const every = 1_000;

export const presence: Scenario = {
  name: 'presence',
  title: `Everybody present and typing on and off each second, beside ${rate} cards a second`,
  servers: ['kantelbord'],
  measures: {
    alone: { title: 'p95 without', unit: 'ms' },
    p95: { title: 'p95', unit: 'ms' },
    cpu: { title: 'CPU', unit: 'share' },
    received: { title: 'bytes a person a second', unit: 'bytes' },
    everything: { title: 'every state to everybody', unit: 'bytes' },
    share: { title: 'share of that', unit: 'share' },
  },
  bounds: [
    complete,
    ratio('p95 at most twice that without presence', 'p95', 'alone', 2),
    atMost('at most a quarter of the bytes of "every state to everybody"', 'share', 0.25),
  ],
  run,
};

async function run(stage: Stage): Promise<Outcome> {
  const { clients, seconds } = stage.options;
  const { crowd } = await fullHall(stage, rate);
  const alone = await stage.measure(() => pitch(stage, crowd, rate, seconds));
  const before = crowd.bytes;
  let said = 0;
  const together = await stage.measure(async () => {
    [said] = await Promise.all([type(stage, crowd, seconds), pitch(stage, crowd, rate, seconds)]);
  });
  const received = (crowd.bytes - before) / clients / seconds;
  const everything = (said * (clients - 1)) / clients / seconds;
  return {
    missing: await crowd.arrived(),
    differing: await crowd.differing(),
    load: worst([alone.load, together.load]),
    measured: {
      alone: p95Of(crowd, alone),
      p95: p95Of(crowd, together),
      cpu: together.cpu,
      received,
      everything,
      share: received / everything,
    },
  };
}

/** Each at a moment of his own. Gives the bytes they said. */
async function type(stage: Stage, crowd: Crowd, seconds: number): Promise<number> {
  const { clients } = crowd;
  const from = performance.now();
  let said = 0;
  for (let number = 0; ; number++) {
    const at = from + (number * every) / clients.length;
    if (at >= from + seconds * 1000) return said;
    const wait = at - performance.now();
    if (wait > 0) await stage.pause(wait);
    const writing = Math.floor(number / clients.length) % 2 === 0;
    said += clients[number % clients.length]!.announce(writing ? { writing } : null);
  }
}
