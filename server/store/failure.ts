/**
 * How the store fails. `StoreUnavailable`: the disk or the lock, not the request; nothing was written and trying again
 * may work. `UnreadableFile`: this file is not ours to open. Everything else that is thrown is a bug.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** First part of SQLite's code: `SQLITE_IOERR_FSYNC` is an `SQLITE_IOERR`. */
const WEATHER = /^SQLITE_(FULL|BUSY|IOERR|READONLY|CANTOPEN|NOMEM|PERM|PROTOCOL|CORRUPT|NOTADB)(_|$)/;

/** What to throw for what better-sqlite3 threw: weather becomes `StoreUnavailable`, a bug stays as it is. */
export function asFailure(error: unknown): unknown {
  const code = codeOf(error);
  if (!WEATHER.test(code)) return error;
  return new StoreUnavailable(`The store can not be used now (${code}).`, { cause: error });
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
