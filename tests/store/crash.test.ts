import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openSqlite } from '../../server/store/sqlite.ts';
import { useFolder } from './files.ts';
import { CODE } from './rows.ts';

const folder = useFolder();

it('after a killed process, everything that was said to be stored is there and nothing half done', () => {
  const path = folder.fresh();
  const program = fileURLToPath(new URL('./crash.mjs', import.meta.url));
  const { stdout, stderr, signal } = spawnSync(process.execPath, [program, path, CODE], { encoding: 'utf8' });
  expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
  const said = stdout.trim().split('\n').map(Number);
  expect(said).toHaveLength(50);

  const store = openSqlite(path);
  expect(store.updates.load(CODE).map(([n]) => n)).toEqual(said);
  store.close();
});
