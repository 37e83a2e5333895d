// `npm start` and `npm run demo`: build what is missing or out of date, then run it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SOURCES = ['client', 'server', 'shared', 'package.json', 'vite.config.ts'];
const ENTRIES = { main: 'dist/server/main.js', demo: 'dist/server/demo.js' };

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = ENTRIES[process.argv[2] ?? 'main'];
if (!entry) fail(`Usage: node server/start.mjs [${Object.keys(ENTRIES).join('|')}]`);

process.argv.splice(2, 1); // what comes after its name is for the program
process.setSourceMapsEnabled(true);
if (isStale(['dist/client/index.html', entry])) build();
await import(new URL(`../${entry}`, import.meta.url).href);

function isStale(outputs) {
  if (outputs.some((path) => !existsSync(root + path))) return true;
  const built = Math.min(...outputs.map((path) => statSync(root + path).mtimeMs));
  return SOURCES.some((path) => newest(root + path) > built);
}

/** The youngest modification time, in ms, of a file or of anything below a folder; 0 when it does not exist. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}

function build() {
  if (!existsSync(`${root}node_modules/vite`)) fail('Run npm ci first: the build tools are not installed.');
  console.log('Building Kantelbord (only when something changed) ...');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail('The build failed; the reason is above.');
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
