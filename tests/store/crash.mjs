// Run by crash.test.ts: writes what it is told, says what was stored, and is killed in the middle of a transaction.
import { writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [path, code] = process.argv.slice(2);
const from = { configFile: false, logLevel: 'error' };
const { module } = await runnerImport(fileURLToPath(new URL('../../server/store/sqlite.ts', import.meta.url)), from);
const store = module.openSqlite(path);
store.sessions.add({ code, createdAt: 1, touchedAt: 1, rehearsalOf: null });
for (let n = 1; n <= 50; n++) {
  store.transaction(() => store.updates.append(code, new Uint8Array([n])));
  writeSync(1, `${n}\n`);
}
store.transaction(() => {
  store.updates.append(code, new Uint8Array([99]));
  store.updates.compact(code, new Uint8Array([100]));
  process.kill(process.pid, 'SIGKILL');
});
