/** The session that is looked at: the built server, a full board, and people who change it from another process. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Evening } from '../../support/people.ts';
import { startProgram } from '../../support/program.ts';
import { openScene } from '../../e2e/sweep/support/scene.ts';
import type { Mix, Orders, Told } from './driver.ts';

/** People who write and move; each makes a few changes a second, far under what one connection may send. */
const writers = 10;
const themes = 12;

export interface Stage {
  evening: Evening;
  /** what the driver said last */
  told: Told;
  /** Leads the session to this phase, and lets the changes that it allows stream in. */
  play(phase: Mix): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(cards: number, rate: number): Promise<Stage> {
  const program = await startProgram();
  const unplaced = Math.round(cards / 6);
  const evening = await openScene(program.url, { phase: 'pitch', cards, themes, unplaced, maxPerPerson: 200 });
  const guests = await Promise.all(Array.from({ length: writers }, (_, n) => evening.join({ table: 1 + n })));
  const driver = fork(fileURLToPath(new URL('run.mjs', import.meta.url)), ['driver'], { stdio: 'inherit' });
  let current: Mix = 'pitch';
  const stage: Stage = {
    evening,
    told: { cards, made: 0, refused: 0, busy: 0 },
    async play(phase) {
      if (phase !== current) await evening.lead('/phase', { to: phase });
      driver.send((current = phase));
    },
    async close() {
      driver.kill();
      await program.remove();
    },
  };
  driver.on('message', (told: Told) => (stage.told = told));
  const { base, code, facilitator } = evening;
  driver.send({ base, code, facilitator, tokens: guests.map(({ token }) => token), rate } satisfies Orders);
  await once(driver, 'message');
  return stage;
}
