import Database from 'better-sqlite3';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { StoreUnavailable, UnreadableFile } from '../../server/store/failure.ts';
import { migrate, migrations } from '../../server/store/migrations.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { Connection } from '../../server/store/sqlite/connection.ts';
import { prepareStatements } from '../../server/store/statements.ts';
import { everything } from './contract.ts';
import { useFolder } from './files.ts';
import { bytes, CODE, fillSession, sessionRow } from './rows.ts';

const folder = useFolder();

describe('the file', () => {
  it('has everything again when it is opened again', () => {
    const path = folder.fresh();
    const first = openSqlite(path);
    fillSession(first, CODE, 'kept');
    first.sessions.add(sessionRow('WEGE-RMEE'));
    first.sessions.erase('WEGE-RMEE', 8_000);
    const [before, secret] = [everything(first, CODE), first.secret()];
    first.close();

    const second = openSqlite(path);
    expect(everything(second, CODE)).toEqual(before);
    expect(second.secret()).toEqual(secret);
    expect(second.sessions.erased('WEGE-RMEE')).toBe(true);
    second.close();
  });

  it('is made with its folder, for the owner only', () => {
    const path = folder.path('a/new/folder/board.db');
    const store = openSqlite(path);
    for (const end of ['', '-wal', '-shm']) expect(statSync(path + end).mode & 0o777).toBe(0o600);
    expect(statSync(folder.path('a/new/folder')).mode & 0o777).toBe(0o700);
    store.close();
  });

  it('is durable at every commit, overwrites what it frees and keeps rows with their session', () => {
    const path = folder.fresh();
    const connection = new Connection(path, 0);
    const ask = (pragma: string) => Object.values(connection.prepare<object, object>(`PRAGMA ${pragma}`).get({}) ?? {});
    expect(['journal_mode', 'synchronous', 'secure_delete', 'foreign_keys', 'temp_store'].flatMap(ask)).toEqual(
      ['wal', 2, 1, 1, 2], // synchronous FULL, temp_store MEMORY
    );
    connection.close();
  });
});

describe('migrations', () => {
  it('are taken once', () => {
    const path = folder.fresh();
    openSqlite(path).close();
    const before = readFileSync(path);
    openSqlite(path).close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('go on where the file is, all or none', () => {
    const db = new Database(':memory:');
    migrate(db);
    const next = [...migrations, 'CREATE TABLE next (n)'];
    expect(() => migrate(db, [...next, 'not SQL'])).toThrow();
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length);
    migrate(db, next);
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length + 1);
    expect(db.prepare('SELECT count(*) AS n FROM next').get()).toEqual({ n: 0 });
    db.close();
  });

  it('refuse a file of a newer version with one sentence, and leave it as it is', () => {
    const path = folder.fresh();
    openSqlite(path).close();
    const db = new Database(path);
    db.pragma(`user_version = ${migrations.length + 3}`);
    db.close();
    const before = readFileSync(path);
    const open = () => openSqlite(path);
    expect(open).toThrow(UnreadableFile);
    expect(open).toThrow(
      /was made by a newer version of Kantelbord .*: start the newer version, or choose another file\.$/,
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each([
    ['text', (path: string) => writeFileSync(path, 'notes of the evening, '.repeat(400)), /is not a database/],
    ['another program', (path: string) => new Database(path).exec('CREATE TABLE t (x)').close(), /another program/],
  ])('refuse a file of %s, and leave it as it is', (_, write, sentence) => {
    const path = folder.fresh();
    write(path);
    const before = readFileSync(path);
    const open = () => openSqlite(path);
    expect(open).toThrow(UnreadableFile);
    expect(open).toThrow(sentence);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('the store is unavailable', () => {
  it('when the file can not be made', () => {
    const path = folder.path('taken');
    mkdirSync(path);
    expect(() => openSqlite(path)).toThrow(StoreUnavailable);
    writeFileSync(folder.path('plain'), '');
    expect(() => openSqlite(folder.path('plain/board.db'))).toThrow(StoreUnavailable);
  });

  it('while another program holds the lock, and not after', () => {
    const path = folder.fresh();
    const store = openSqlite(path, { busyTimeout: 0 });
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    const writes = [
      () => store.sessions.add(sessionRow()),
      () => store.transaction(() => store.sessions.add(sessionRow())),
    ];
    for (const write of writes) {
      const failure = thrownBy(write);
      expect(failure).toBeInstanceOf(StoreUnavailable);
      expect((failure as StoreUnavailable).cause).toMatchObject({ code: 'SQLITE_BUSY' });
    }
    other.exec('ROLLBACK');
    store.sessions.add(sessionRow());
    expect(store.sessions.list()).toEqual([sessionRow()]);
    other.close();
    store.close();
  });

  it('for a vacuum while another program reads: what was erased is still in the log', () => {
    const path = folder.fresh();
    const store = openSqlite(path, { busyTimeout: 0 });
    const other = new Database(path);
    store.sessions.add(sessionRow());
    other.exec('BEGIN');
    other.prepare('SELECT * FROM sessions').all();
    store.sessions.erase(CODE, 8_000);
    expect(() => store.vacuum()).toThrow(StoreUnavailable);
    other.exec('COMMIT');
    store.vacuum();
    other.close();
    store.close();
  });

  it('when the disk is full: the transaction is lost, also when the error is caught and work goes on', () => {
    const board = { session: CODE, plan: '' };
    const connection = new Connection(folder.fresh(), 0);
    const { sessions, updates } = prepareStatements(connection);
    sessions.add.run(sessionRow());
    connection.prepare('PRAGMA max_page_count = 60').get({});
    const large = { ...board, data: new Uint8Array(1_000_000) };
    const work = () =>
      connection.transaction(() => {
        updates.append.run({ ...board, data: bytes(1) });
        expect(() => updates.append.run(large)).toThrow(StoreUnavailable);
        expect(() => updates.append.run({ ...board, data: bytes(2) })).toThrow(StoreUnavailable);
      });
    expect(work).toThrow(StoreUnavailable);
    expect(updates.load.all(board)).toEqual([]);
    updates.append.run({ ...board, data: bytes(3) });
    expect(updates.load.all(board)).toHaveLength(1);
    connection.close();
  });

  it('never for a bug: a row that is there already throws as it is', () => {
    const store = openSqlite(':memory:');
    store.sessions.add(sessionRow());
    expect(thrownBy(() => store.sessions.add(sessionRow()))).toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' });
    store.close();
  });
});

function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
}
