/** A quarter of the hall is in and writes while the rest comes in: they must not notice. */
import { complete, ratio } from '../bounds.ts';
import { Crowd } from '../crowd.ts';
import type { Outcome } from '../results.ts';
import type { Scenario, Stage } from '../scenario.ts';
import { percentile } from '../statistics.ts';
import { worst } from '../window.ts';
import { arrive, awaitCards, comeAndGo, rampOf } from './arriving.ts';
import { fullHall, p95Of, pitch } from './pitching.ts';

const rate = 10;

export const meanwhile: Scenario = {
  name: 'arriving-pitching',
  title: `A quarter of the hall writes ${rate} cards a second while the rest arrives, and when all are in: sent → last screen of theirs`,
  servers: ['kantelbord'],
  measures: {
    p95: { title: 'p95 meanwhile', unit: 'ms' },
    alone: { title: 'p95 when all are in', unit: 'ms' },
    board: { title: 'p95 to the full board', unit: 'ms' },
    cpu: { title: 'CPU', unit: 'share' },
  },
  bounds: [complete, ratio('p95 of cards at most twice that without arrivals', 'p95', 'alone', 2)],
  run,
};

async function run(stage: Stage): Promise<Outcome> {
  const { clients, seconds } = stage.options;
  const there = Math.ceil(clients / 4);
  const newcomers = clients - there;
  const { board, crowd } = await fullHall(stage, rate, there);
  await comeAndGo(stage, board);

  const hall = new Crowd({ board, seed: stage.seed, size: newcomers });
  try {
    awaitCards(hall, crowd.cards, newcomers);
    const writer = { write: () => awaitCards(hall, [crowd.write()], newcomers) };
    let took: number[] = [];
    const both = await stage.measure(async () => {
      const arriving = arrive(stage, { board, crowd: hall }, newcomers);
      [took] = await Promise.all([arriving, pitch(stage, writer, rate, rampOf(newcomers))]);
    });
    const alone = await stage.measure(() => pitch(stage, writer, rate, seconds));
    return {
      missing: (await crowd.arrived()) + (await hall.arrived()),
      differing: (await crowd.differing()) + (await hall.differing()),
      load: worst([alone.load, both.load]),
      measured: { p95: p95Of(crowd, both), alone: p95Of(crowd, alone), board: percentile(took, 95), cpu: both.cpu },
    };
  } finally {
    hall.close();
  }
}
