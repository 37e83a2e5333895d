// Runs at the end of `npm ci`. better-sqlite3 is listed as optional so that a machine on which it can be neither
// downloaded nor compiled gets the one sentence below instead of two hundred lines of node-gyp.
import { createRequire } from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Kantelbord needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
}

try {
  const Database = createRequire(import.meta.url)('better-sqlite3');
  new Database(':memory:').close();
} catch (error) {
  fail(
    'better-sqlite3, the embedded store, could be neither downloaded nor compiled: install a C++ compiler, make and ' +
      `Python 3 (Debian or Ubuntu: apt-get install g++ make python3) and run npm ci again. [${error.code ?? error.message}]`,
  );
}

function fail(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}
