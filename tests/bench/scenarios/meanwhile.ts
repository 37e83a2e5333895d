/** Those who are there go on writing while a hall comes in: they must not notice. */
import { limits } from '../../../shared/limits.ts';
import { complete, ratio } from '../bounds.ts';
import { Crowd } from '../crowd.ts';
import type { Outcome } from '../results.ts';
import type { Scenario, Stage } from '../scenario.ts';
import { percentile } from '../statistics.ts';
import { worst } from '../window.ts';
import { arrive, awaitCards, rampOf } from './arriving.ts';
import { fullHall, p95Of, pitch } from './pitching.ts';

const rate = 10;

export const meanwhile: Scenario = {
  name: 'arriving-pitching',
  title: `As many more arrive while those who are there write ${rate} cards a second: sent → last screen of theirs`,
  servers: ['kantelbord'],
  measures: {
    alone: { title: 'p95 without', unit: 'ms' },
    p95: { title: 'p95', unit: 'ms' },
    board: { title: 'p95 to the full board', unit: 'ms' },
    cpu: { title: 'CPU', unit: 'share' },
  },
  bounds: [complete, ratio('p95 of cards at most twice that without arrivals', 'p95', 'alone', 2)],
  run,
};

async function run(stage: Stage): Promise<Outcome> {
  const { clients, seconds } = stage.options;
  const newcomers = Math.min(clients, limits.participantsPerSession - clients);
  const { board, crowd } = await fullHall(stage, rate);
  const alone = await stage.measure(() => pitch(stage, crowd, rate, seconds));

  const hall = new Crowd({ board, seed: stage.seed, size: newcomers });
  try {
    awaitCards(hall, crowd.cards, newcomers);
    const writer = { write: () => awaitCards(hall, [crowd.write()], newcomers) };
    let took: number[] = [];
    const both = await stage.measure(async () => {
      const arriving = arrive(stage, { board, crowd: hall }, newcomers);
      [took] = await Promise.all([arriving, pitch(stage, writer, rate, rampOf(newcomers))]);
    });
    return {
      missing: (await crowd.arrived()) + (await hall.arrived()),
      differing: (await crowd.differing()) + (await hall.differing()),
      load: worst([alone.load, both.load]),
      measured: { alone: p95Of(crowd, alone), p95: p95Of(crowd, both), board: percentile(took, 95), cpu: both.cpu },
    };
  } finally {
    hall.close();
  }
}
