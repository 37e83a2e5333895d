/** A file of the first version becomes one of today with everything in it. */
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, migrations } from '../../server/store/migrations.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { useFolder } from './files.ts';
import { CODE, runKey, voteRecord } from './rows.ts';

const folder = useFolder();

it('takes the electorate out of the record of a vote', () => {
  const path = folder.fresh();
  const old = new Database(path);
  migrate(old, migrations.slice(0, 1));
  old.prepare('INSERT INTO sessions (code, createdAt, touchedAt) VALUES (?, 1, 1)').run(CODE);
  const vote = JSON.stringify({ ...voteRecord(), electorate: 41 });
  old.prepare(`INSERT INTO votes (session, phase, run, vote) VALUES (?, 'stemmen', 1, ?)`).run(CODE, vote);
  old.close();

  const store = openSqlite(path);
  expect(store.votes.get(runKey())).toEqual(voteRecord());
  expect(store.votes.electorate(runKey())).toBe(41);
  store.close();
});
