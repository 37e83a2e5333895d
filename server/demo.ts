/**
 * `npm run demo`: a session of an evening, and a rehearsal of it with simulated people, through the same public doors.
 * Everything is in memory: when the program ends, nothing was kept.
 */
import { fileURLToPath } from 'node:url';
import type { Opened } from '../shared/api.ts';
import { say } from '../shared/words.ts';
import { BadConfig, readConfig } from './config.ts';
import { makeLog } from './log.ts';
import { call, type Doors } from './rehearsal/doors.ts';
import type { Harvest } from './rehearsal/harvest.ts';
import { askedFor, type Show } from './rehearsal/shows.ts';
import { serve, type Running } from './serve.ts';

const clientDir = fileURLToPath(new URL('../client', import.meta.url));

const asked = askedFor(process.argv.slice(2));
try {
  if (typeof asked === 'string') fail(asked);
  else await show(asked.show, asked.fast);
} catch (error) {
  if (!(error instanceof BadConfig)) throw error;
  fail(error.message);
}

async function show({ format, seconds, parts, ...words }: Show, fast: boolean): Promise<void> {
  const config = { ...readConfig(process.env), data: ':memory:', createKey: null };
  const began = Date.now();
  const passed = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  const play = {
    seconds: fast ? 0 : seconds,
    parts,
    tell: ({ id, title }: { id: string; title: typeof format.title }) => {
      const at = format.phases.findIndex((phase) => phase.id === id) + 1;
      console.log(`  ${passed().padStart(8)}  ${at}/${format.phases.length}  ${say(title, 'en')}`);
    },
    ended: (harvest: Harvest, { acts, refused }: Doors) => {
      for (const line of refused.slice(0, 10)) console.error(`  refused: ${line}`);
      console.log(
        `\nHarvested in ${passed()}: ${inWords(harvest)}. ${count(acts)} acts, ${count(refused.length)} refused.`,
      );
      if (fast) void stop(running, refused.length === 0 ? 0 : 1);
    },
    broke: (error: unknown) => {
      console.error(`\nThe rehearsal stopped before its end: ${String(error)}`);
      if (fast) void stop(running, 1);
    },
  };
  const running = await serve(config, { log: makeLog('error'), clientDir, play });
  const base = running.url.replace('127.0.0.1', 'localhost');
  const session = { ...words, ownFormat: format, organiser: 'Gemeente Lindestad' };
  const real = await call<Opened>(base, 'POST', '/sessions', null, session);
  const copy = await call<Opened>(base, 'POST', `/sessions/${real.code}/rehearsal`, real.facilitatorToken, {});
  const people = parts(format).length;
  console.log(`
A rehearsal of "${words.title}" (${say(format.title, 'en')}) is running, with ${people} simulated people.

  wall          ${base}/s/${copy.code}/wall
  console       ${base}/s/${copy.code}/console#${copy.facilitatorToken}
  take part     ${base}/s/${copy.code}

${fast ? 'It runs at full speed, and ends by itself.' : 'Stop with Ctrl+C.'} Nothing is kept.
`);
  process.once('SIGINT', () => void stop(running, 0)).once('SIGTERM', () => void stop(running, 0));
}

async function stop(running: Running, code: number): Promise<void> {
  await running.close();
  process.exit(code);
}

function inWords(harvest: Harvest): string {
  const there = Object.entries(harvest).filter(([, number]) => number > 0);
  return there.map(([what, number]) => `${count(number as number)} ${what}`).join(', ');
}

function count(number: number): string {
  return number.toLocaleString('en');
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
