/**
 * One connection to the file: how it is opened, and the only way to its statements. better-sqlite3's errors do not pass.
 */
import Database from 'better-sqlite3';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { asFailure, codeOf, StoreUnavailable, UnreadableFile } from '../failure.ts';
import { checkFile, migrate } from '../migrations.ts';
import { Transactions } from '../transaction.ts';

export interface Statement<Params extends object, Row> {
  /** For everything that writes: `get` would not notice that the commit failed. */
  run(params: Params): { changes: number; seq: number };
  get(params: Params): Row | null;
  all(params: Params): Row[];
}

export class Connection {
  readonly #db: Database.Database;
  readonly #transactions: Transactions;

  /** `busyTimeout`: how long, in milliseconds, to wait for a lock of another program; the whole server waits. */
  constructor(path: string, busyTimeout: number) {
    this.#db = open(path, busyTimeout);
    const [begin, commit, rollback] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) => this.#db.prepare(sql));
    this.#transactions = new Transactions({
      begin: () => begin?.run(),
      commit: () => commit?.run(),
      rollback: () => this.#db.inTransaction && rollback?.run(),
    });
  }

  prepare<Params extends object, Row = never>(sql: string): Statement<Params, Row> {
    const statement = this.#db.prepare<[Params], Row>(sql);
    return {
      run: (params) =>
        this.#attempt(() => {
          const { changes, lastInsertRowid } = statement.run(params);
          return { changes, seq: Number(lastInsertRowid) };
        }),
      get: (params) => this.#attempt(() => statement.get(params) ?? null),
      all: (params) => this.#attempt(() => statement.all(params)),
    };
  }

  transaction<T>(work: () => T): T {
    try {
      return this.#transactions.run(work);
    } catch (error) {
      throw asFailure(error);
    }
  }

  /**
   * Rewrites the file. `secure_delete` alone is not enough: when SQLite spreads rows over pages it leaves copies of them in
   * the unused middle of a page, and a row erased later is erased in one place only. Rewriting also lays the rows of a page
   * in the order of their keys, where they lay in the order they came. The log (WAL) keeps old pages until it is truncated.
   */
  vacuum(): void {
    if (this.#transactions.open) throw new Error('vacuum can not be part of a transaction.');
    const busy = this.#attempt(() => {
      this.#db.exec('VACUUM');
      return this.#db.pragma('wal_checkpoint(TRUNCATE)', { simple: true });
    });
    if (busy !== 0)
      throw new StoreUnavailable('Another program is reading the file: what was erased is still in its log.');
  }

  close(): void {
    this.#db.close();
  }

  #attempt<T>(work: () => T): T {
    this.#transactions.check();
    try {
      return work();
    } catch (error) {
      const failure = asFailure(error);
      if (failure instanceof StoreUnavailable) this.#transactions.lose(failure);
      throw failure;
    }
  }
}

function open(path: string, busyTimeout: number): Database.Database {
  let db: Database.Database | null = null;
  try {
    if (path !== ':memory:') makeFile(path);
    db = new Database(path, { timeout: busyTimeout });
    checkFile(db, path); // before anything that writes: a file that is not ours stays as it is
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('secure_delete = ON');
    db.pragma('journal_size_limit = 8000000'); // twice what SQLite lets gather: a log that a long backup held up shrinks again
    db.pragma('temp_store = MEMORY'); // VACUUM makes a copy, which must not lie about on disk
    db.pragma('foreign_keys = OFF');
    migrate(db);
    db.pragma('foreign_keys = ON');
    return db;
  } catch (error) {
    db?.close();
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(codeOf(error))) {
      throw new UnreadableFile(`${path} is not a database, or it is damaged: choose another file.`, { cause: error });
    }
    throw asFailure(error);
  }
}

/** Only the owner may read it. SQLite gives the log and the shared memory the same mode. */
function makeFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, 'a', 0o600));
  } catch (error) {
    throw new StoreUnavailable(`${path} can not be made or written (${codeOf(error)}).`, { cause: error });
  }
}
