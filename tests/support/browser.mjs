// Finds a browser that really starts, or installs one; run before the browser tests (`node tests/support/browser.mjs`).
// The path is remembered under node_modules/.cache for playwright.config.ts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/kantelbord/browser', import.meta.url));
// The shell is the same Chromium without a window: the tests take a quarter less time in it.
const SHELL = 'chromium-headless-shell';
const NAMES = [
  SHELL,
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
];
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

/** In this order; a step gives the paths worth a try after it has done its work. @type {[string, () => string[]][]} */
const STEPS = [
  ['CHROMIUM_PATH', () => [process.env.CHROMIUM_PATH ?? '']],
  ['the last one that worked', () => [foundBrowser() ?? '']],
  ["Playwright's own", () => [chromium.executablePath()]],
  ['the system', systemBrowsers],
  ['apt-get install chromium', () => (installByApt() ? systemBrowsers() : [])],
  [
    'playwright install chromium',
    () => (run('npx', ['playwright', 'install', 'chromium']) ? [chromium.executablePath()] : []),
  ],
];

/** The path that the last search remembered, or undefined. @returns {string | undefined} */
export function foundBrowser() {
  return existsSync(CACHE) ? readFileSync(CACHE, 'utf8') : undefined;
}

/** @returns {Promise<{ how: string, path: string } | undefined>} */
async function findBrowser() {
  for (const [how, paths] of STEPS) {
    for (const path of paths()) {
      if (path && existsSync(path) && (await starts(path))) return { how, path };
    }
  }
}

/** @param {string} executablePath */
async function starts(executablePath) {
  try {
    const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS, timeout: 60_000 });
    await browser.close();
    return true;
  } catch (error) {
    console.warn(`${executablePath} does not start: ${String(error).split('\n')[0]}`);
    return false;
  }
}

function systemBrowsers() {
  return [...FOLDERS.flatMap((folder) => NAMES.map((name) => `${folder}/${name}`)), ...APPLICATIONS];
}

function installByApt() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get')) return false;
  console.log('No browser yet: installing chromium with apt-get ...');
  const install = (name) => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
  return run('apt-get', ['update', '-qq']) && (install(SHELL) || install('chromium'));
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await findBrowser();
  if (!found) {
    console.error('No browser for the tests: install Chrome or Chromium, or set CHROMIUM_PATH to one.');
    process.exit(1);
  }
  mkdirSync(dirname(CACHE), { recursive: true });
  writeFileSync(CACHE, found.path);
  console.log(`Browser: ${found.path} (${found.how})`);
}
