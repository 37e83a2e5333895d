/** The entry of `npm run bench`: a thousand people on one board, here and on the servers others use. */
import { readMachine } from './machine.ts';
import { BadOption, isNamed, readOptions, usage, type Options } from './options.ts';
import { mergeReports, writeReport, type Report } from './report.ts';
import type { Results } from './results.ts';
import { Runner } from './runner.ts';
import { scenarios } from './scenarios.ts';
import { drawHead, drawScenario } from './table.ts';

try {
  const options = readOptions(
    process.argv.slice(2),
    scenarios.map(({ name }) => name),
  );
  const report = options.merge.length > 0 ? mergeReports(options.merge, options.json) : await play(options);
  const { machine, played } = report;
  console.log(['', drawHead(machine, report.options), ...played.map((one) => drawScenario(...one))].join('\n\n'));
  writeReport(report);
  console.log(`\nWritten to ${options.json}`);
  process.exit(played.some(([, results]) => isBroken(results, options)) ? 1 : 0);
} catch (error) {
  if (!(error instanceof BadOption)) throw error;
  console.error(`${error.message}\n${usage}`);
  process.exit(2);
}

async function play(options: Options): Promise<Report> {
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
  const played: Report['played'] = [];
  for (const scenario of scenarios.filter(({ name }) => isNamed(name, options.only))) {
    played.push([scenario, await runner.play(scenario)]);
  }
  return { machine, options, played };
}

/** Times never fail it. What others lose is in the table; in the quick mode nobody has a reason to lose anything. */
function isBroken(results: Results, { quick }: Options): boolean {
  const judged = quick ? Object.values(results) : [results.kantelbord];
  return judged.some((result) => result?.runs.some(({ state }) => state === 'crashed' || state === 'missing'));
}
