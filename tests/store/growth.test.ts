/** The file and its log grow with what is in them, not with what once was. Pages and bytes are counted, nothing is timed. */
import Database from 'better-sqlite3';
import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { useFolder } from './files.ts';
import { CODE, goneRow, runKey, sessionRow } from './rows.ts';

const folder = useFolder();
const pages = (path: string) => {
  const db = new Database(path, { readonly: true });
  const count = db.pragma('page_count', { simple: true }) as number;
  db.close();
  return count;
};
const walOf = (path: string) => statSync(`${path}-wal`).size;

/** A busy quarter of an hour that leaves as much as there was before. */
function churn(store: Store): void {
  for (let tick = 0; tick < 15; tick++) store.transaction(() => writeAndRemove(store, tick));
  store.box.clear(runKey());
  store.updates.compact(CODE, new Uint8Array(60_000));
}

function writeAndRemove(store: Store, tick: number): void {
  for (let n = 0; n < 40; n++) {
    store.updates.append(CODE, new Uint8Array(40 + ((n * 37) % 400)));
    store.box.put(runKey(), `slot ${n}`, 'x'.repeat(tick + n));
  }
  store.gone.put({ ...goneRow(`c${tick}`), reason: 'x'.repeat(40 * tick) });
  store.gone.remove(CODE, `c${tick - 1}`);
}

it('the same work again and again takes no more room', () => {
  const path = folder.fresh();
  const store = openSqlite(path);
  store.sessions.add(sessionRow());
  const sizes = Array.from({ length: 10 }, () => {
    churn(store);
    return pages(path);
  });
  const settled = Math.max(...sizes.slice(0, 4));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(settled + 2);
  expect(walOf(path)).toBeLessThan(8_000_000);
  store.close();
});

it('a log that a long reader held up is small again when it has gone', () => {
  const path = folder.fresh();
  const store = openSqlite(path);
  store.sessions.add(sessionRow());
  const backup = new Database(path, { readonly: true });
  backup.exec('BEGIN');
  backup.prepare('SELECT count(*) FROM sessions').get();
  for (let n = 0; n < 20; n++) store.updates.append(CODE, new Uint8Array(1_000_000));
  expect(walOf(path)).toBeGreaterThan(16_000_000);
  backup.close();
  for (let n = 0; n < 3; n++) store.updates.append(CODE, new Uint8Array(1_000));
  expect(walOf(path)).toBeLessThanOrEqual(8_000_000);
  expect(store.updates.count(CODE)).toBe(23);
  store.close();
});
