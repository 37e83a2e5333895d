// The gate: `node tests/support/run.mjs check unit build e2e bench` runs these groups in order and stops at the first failure.
// The last line sums up what vitest and Playwright counted: "N passed, N failed".
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const VITEST = 'test-results/vitest.json';
const PLAYWRIGHT = 'test-results/playwright.json';

/** group → [name, command, environment] @type {Record<string, [string, string, Record<string, string>?][]>} */
const GROUPS = {
  check: [
    ['lint', 'eslint . --max-warnings 0'],
    ['format', 'prettier --check . --log-level warn --cache'],
    ['types: config', 'tsc -p tsconfig.json'],
    ['types: shared', 'tsc -p shared'],
    ['types: server', 'tsc -p server'],
    ['types: tests', 'tsc -p tests'],
    ['types: client', 'svelte-check --tsconfig client/tsconfig.json --fail-on-warnings --output human'],
    ['layers', 'depcruise client server shared --config .dependency-cruiser.cjs'],
    ['unused', 'knip --no-progress'],
  ],
  unit: [['vitest', `vitest run --reporter=default --reporter=json --outputFile.json=${VITEST}`]],
  build: [['build', 'npm run --silent build']],
  e2e: [
    ['browser', 'node tests/support/browser.mjs'],
    ['playwright', 'playwright test -c tests/playwright.config.ts'],
  ],
  // that it still works and loses nothing; how fast it is, is never a reason to fail
  bench: [
    ['bench: build', 'vite build --mode bench --logLevel warn'],
    ['bench: quick', 'node --enable-source-maps dist/bench/bench.js --quick --json test-results/bench-quick.json'],
  ],
  long: [
    [
      'fuzz, walk, a hall that votes',
      `vitest run --project sync --project http tests/sync/fuzz.test.ts tests/http/walk.test.ts tests/http/hallvote.test.ts --reporter=default --reporter=json --outputFile.json=${VITEST}`,
      { KANTELBORD_LONG: '1' },
    ],
    ['demo: a whole G1000', 'node server/start.mjs demo g1000 --fast', { PORT: '0' }],
  ],
};

const groups = process.argv.slice(2);
const unknown = groups.filter((group) => !(group in GROUPS));
if (groups.length === 0 || unknown.length > 0) {
  console.error(`Usage: node tests/support/run.mjs ${Object.keys(GROUPS).join('|')} ...`);
  process.exit(2);
}

for (const report of [VITEST, PLAYWRIGHT]) rmSync(root + report, { force: true });
const started = Date.now();
const failed = await firstToFail();
if (failed) console.error(`\nStopped: ${failed} failed.`);
else console.log(`\nAll of ${groups.join(', ')} passed in ${seconds(started)}.`);
if (groups.some((group) => group !== 'check' && group !== 'build')) printTotals();
process.exit(failed ? 1 : 0);

/** Gives its name. @returns {Promise<string | undefined>} */
async function firstToFail() {
  for (const group of groups) {
    const steps = [...(GROUPS[group] ?? [])];
    // Checks use one core each and change nothing: two at a time, each telling what it has to say at its end.
    const isCheck = group === 'check';
    /** @type {string | undefined} */
    let failed;
    const lane = async () => {
      for (let step = steps.shift(); step && !failed; step = steps.shift()) {
        if (!(await runStep(step, isCheck))) failed ??= step[0];
      }
    };
    await Promise.all(isCheck ? [lane(), lane()] : [lane()]);
    if (failed) return failed;
  }
}

/** @param {[string, string, Record<string, string>?]} step @param {boolean} atItsEnd */
async function runStep([name, command, env], atItsEnd) {
  const title = `\n> ${name}: ${command}`;
  if (!atItsEnd) console.log(title);
  const begin = Date.now();
  const PATH = `${root}node_modules/.bin${delimiter}${process.env.PATH}`;
  const child = spawn(command, {
    cwd: root,
    stdio: atItsEnd ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: true,
    env: { ...process.env, PATH, ...env },
  });
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (/** @type {Buffer} */ part) => said.push(part));
  const [status] = await once(child, 'close');
  if (atItsEnd) process.stdout.write(`${title}\n${Buffer.concat(said)}`);
  console.log(`< ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${seconds(begin)}`);
  return status === 0;
}

function printTotals() {
  const unit = readReport(VITEST);
  const browser = readReport(PLAYWRIGHT)?.stats;
  const shaky = browser?.flaky ?? 0;
  if (shaky > 0) console.log(`\n${shaky} of the browser tests passed only when tried again: look into them.`);
  const passed = (unit?.numPassedTests ?? 0) + (browser?.expected ?? 0) + shaky;
  const red = (unit?.numFailedTests ?? 0) + (browser?.unexpected ?? 0);
  console.log(`\n${passed} passed, ${red} failed`);
}

/** @param {string} path */
function readReport(path) {
  return existsSync(root + path) ? JSON.parse(readFileSync(root + path, 'utf8')) : undefined;
}

/** @param {number} since */
function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
