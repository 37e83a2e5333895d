/**
 * The store in one SQLite file. The file and its folder are made when they are not there; `:memory:` keeps everything in
 * memory.
 */
import { randomBytes } from 'node:crypto';
import { Connection } from './sqlite/connection.ts';
import { cardTables } from './sqlite/cards.ts';
import { contactTables } from './sqlite/contacts.ts';
import { logTables } from './sqlite/logs.ts';
import { peopleTables } from './sqlite/people.ts';
import { pointTables } from './sqlite/points.ts';
import { recordTables } from './sqlite/records.ts';
import { voteTables } from './sqlite/votes.ts';
import { prepareStatements } from './statements.ts';
import type { Store } from './store.ts';

export interface SqliteOptions {
  /**
   * Milliseconds to wait for a lock of another program, such as a backup. The server stands still meanwhile, at every write
   * again: whoever asked hears soon that it did not work, and the room tries again by itself.
   */
  busyTimeout?: number;
}

/**
 * Opens the store. Throws `UnreadableFile` for a file that is not ours or was made by a newer version (and leaves it as it
 * is), `StoreUnavailable` when it can not be made or written.
 */
export function openSqlite(path: string, { busyTimeout = 250 }: SqliteOptions = {}): Store {
  return storeOn(new Connection(path, busyTimeout));
}

/** The store on a file that is open. */
export function storeOn(connection: Connection): Store {
  const statements = prepareStatements(connection);
  const transaction = <T>(work: () => T): T => connection.transaction(work);
  return {
    transaction,
    secret: () => transaction(() => readSecret() ?? makeSecret()),
    close: () => connection.close(),
    vacuum: () => connection.vacuum(),
    ...peopleTables(statements, transaction),
    ...logTables(statements, transaction),
    ...cardTables(statements),
    ...voteTables(statements, transaction),
    ...pointTables(statements, transaction),
    ...recordTables(statements),
    ...contactTables(statements, transaction),
  };

  function readSecret(): Uint8Array | null {
    const row = statements.secret.get.get({});
    return row && new Uint8Array(row.bytes);
  }

  function makeSecret(): Uint8Array {
    const bytes = new Uint8Array(randomBytes(32));
    statements.secret.add.run({ bytes });
    return bytes;
  }
}
