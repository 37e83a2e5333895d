/**
 * `npm run demo`: a session of an evening, and a rehearsal of it with simulated people, through the same public doors.
 * Everything is in memory: when the program ends, nothing was kept.
 */
import { fileURLToPath } from 'node:url';
import type { Opened } from '../shared/api.ts';
import { BadConfig, readConfig } from './config.ts';
import { makeLog } from './log.ts';
import { call } from './rehearsal/doors.ts';
import { serve } from './serve.ts';

const clientDir = fileURLToPath(new URL('../client', import.meta.url));

const session = {
  format: 'ideeenronde',
  title: 'Lindewijk aan zet',
  question: 'Wat begint u samen met uw buren?',
  organiser: 'Gemeente Lindestad',
  anchors: ['Er is € 40.000', 'De speeltuin blijft', 'Klaar voor 1 juli 2027'],
};

try {
  const config = { ...readConfig(process.env), data: ':memory:', createKey: null };
  const running = await serve(config, { log: makeLog('warn'), clientDir });
  const base = running.url.replace('127.0.0.1', 'localhost');
  const real = await call<Opened>(base, 'POST', '/sessions', null, session);
  const copy = await call<Opened>(base, 'POST', `/sessions/${real.code}/rehearsal`, real.facilitatorToken, {});
  console.log(`
A rehearsal of "${session.title}" is running: simulated people join, write, arrange and vote.

  wall          ${base}/s/${copy.code}/wall
  console       ${base}/s/${copy.code}/console#${copy.facilitatorToken}
  take part     ${base}/s/${copy.code}

Stop with Ctrl+C. Nothing is kept.`);
  const stop = () => void running.close().then(() => process.exit(0));
  process.once('SIGINT', stop).once('SIGTERM', stop);
} catch (error) {
  if (!(error instanceof BadConfig)) throw error;
  console.error(error.message);
  process.exit(1);
}
