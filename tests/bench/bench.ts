/** The entry of `npm run bench`: a thousand people on one board, here and on the servers others use. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readMachine } from './machine.ts';
import { BadOption, isNamed, readOptions, usage, type Options } from './options.ts';
import type { Results } from './results.ts';
import { Runner } from './runner.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { drawHead, drawScenario } from './table.ts';

type Played = [Scenario, Results];

const options = read();
const machine = readMachine(new Date());
const runner = new Runner(options, machine, (line) => console.error(line));
process.on('exit', () => runner.clear());
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => process.exit(code));
}
if (!machine.pins) console.error('Nothing is pinned: that needs Linux, taskset and two cores. CPU is less certain.');

const played: Played[] = [];
for (const scenario of scenarios.filter(({ name }) => isNamed(name, options.only))) {
  played.push([scenario, await runner.play(scenario)]);
}
console.log(['', drawHead(machine, options), ...played.map((one) => drawScenario(...one))].join('\n\n'));
write();
process.exit(played.some(isBroken) ? 1 : 0);

function read(): Options {
  try {
    return readOptions(
      process.argv.slice(2),
      scenarios.map(({ name }) => name),
    );
  } catch (error) {
    if (!(error instanceof BadOption)) throw error;
    console.error(`${error.message}\n${usage}`);
    process.exit(2);
  }
}

function write(): void {
  const rows = played.map(([{ name, title, bounds }, results]) => ({
    name,
    title,
    results,
    bounds: bounds.map((bound) => ({ text: bound.text, verdict: bound.judge(results) })),
  }));
  mkdirSync(dirname(options.json), { recursive: true });
  writeFileSync(options.json, JSON.stringify({ machine, options, scenarios: rows }, null, 2));
  console.log(`\nWritten to ${options.json}`);
}

/** Times never fail it. What others lose is in the table; in the quick mode nobody has a reason to lose anything. */
function isBroken([, results]: Played): boolean {
  const judged = options.quick ? Object.values(results) : [results.kantelbord];
  return judged.some((result) => result?.runs.some(({ state }) => state === 'crashed' || state === 'missing'));
}
