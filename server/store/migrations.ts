/**
 * The shape of the file, in numbered steps; `user_version` says how many were taken. A step that has been released is
 * never changed: add the next one.
 */
import type { Database } from 'better-sqlite3';
import { UnreadableFile } from './failure.ts';

/** "KBrd": tells our files from those of other programs that use SQLite. */
const APPLICATION = 0x4b427264;

/**
 * `seq` keeps the order in which rows came. Roll, box and ballots have no such column, no rowid and no time: they lie in
 * the order of a random key, so that the roll and the box can not be laid side by side.
 */
const first = `
  CREATE TABLE secret (one INTEGER PRIMARY KEY CHECK (one = 1), bytes BLOB NOT NULL) STRICT;

  CREATE TABLE sessions (
    seq INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE,
    createdAt INTEGER NOT NULL, touchedAt INTEGER NOT NULL, rehearsalOf TEXT
  ) STRICT;
  CREATE TABLE tombstones (code TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE facilitators (
    seq INTEGER PRIMARY KEY, session TEXT NOT NULL REFERENCES sessions (code) ON DELETE CASCADE,
    id TEXT NOT NULL, tokenHash TEXT NOT NULL, name TEXT NOT NULL, createdAt INTEGER NOT NULL,
    UNIQUE (session, id), UNIQUE (session, tokenHash)
  ) STRICT;
  CREATE TABLE participants (
    seq INTEGER PRIMARY KEY, session TEXT NOT NULL REFERENCES sessions (code) ON DELETE CASCADE,
    id TEXT NOT NULL, joinHash TEXT NOT NULL, tokenHash TEXT NOT NULL, name TEXT NOT NULL, "group" TEXT NOT NULL,
    "table" INTEGER, number INTEGER NOT NULL, removed INTEGER NOT NULL, acted INTEGER NOT NULL,
    UNIQUE (session, id), UNIQUE (session, tokenHash), UNIQUE (session, joinHash)
  ) STRICT;

  CREATE TABLE updates (
    seq INTEGER PRIMARY KEY, session TEXT NOT NULL REFERENCES sessions (code) ON DELETE CASCADE, data BLOB NOT NULL
  ) STRICT;
  CREATE INDEX updatesBySession ON updates (session);
  CREATE TABLE authors (
    seq INTEGER PRIMARY KEY, session TEXT NOT NULL REFERENCES sessions (code) ON DELETE CASCADE,
    card TEXT NOT NULL, who TEXT NOT NULL, UNIQUE (session, card)
  ) STRICT;
  CREATE TABLE clients (
    seq INTEGER PRIMARY KEY, session TEXT NOT NULL REFERENCES sessions (code) ON DELETE CASCADE,
    client INTEGER NOT NULL, who TEXT NOT NULL, UNIQUE (session, client)
  ) STRICT;
  CREATE TABLE audit (
    seq INTEGER PRIMARY KEY, session TEXT NOT NULL REFERENCES sessions (code) ON DELETE CASCADE,
    at INTEGER NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL, detail TEXT NOT NULL
  ) STRICT;
  CREATE INDEX auditBySession ON audit (session);

  CREATE TABLE held (
    seq INTEGER PRIMARY KEY, session TEXT NOT NULL REFERENCES sessions (code) ON DELETE CASCADE,
    id TEXT NOT NULL, participant TEXT, reason TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
    text TEXT NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL, UNIQUE (session, id)
  ) STRICT;
  CREATE TABLE gone (
    seq INTEGER PRIMARY KEY, session TEXT NOT NULL REFERENCES sessions (code) ON DELETE CASCADE,
    card TEXT NOT NULL, gone TEXT NOT NULL, reason TEXT NOT NULL, content TEXT NOT NULL, UNIQUE (session, card)
  ) STRICT;

  CREATE TABLE votes (
    seq INTEGER PRIMARY KEY, session TEXT NOT NULL REFERENCES sessions (code) ON DELETE CASCADE,
    phase TEXT NOT NULL, run INTEGER NOT NULL, vote TEXT NOT NULL, UNIQUE (session, phase, run)
  ) STRICT;
  CREATE TABLE results (
    seq INTEGER PRIMARY KEY, session TEXT NOT NULL REFERENCES sessions (code) ON DELETE CASCADE,
    phase TEXT NOT NULL, run INTEGER NOT NULL, result TEXT NOT NULL, revealed INTEGER NOT NULL,
    UNIQUE (session, phase, run)
  ) STRICT;

  CREATE TABLE roll (
    session TEXT NOT NULL REFERENCES sessions (code) ON DELETE CASCADE, phase TEXT NOT NULL, run INTEGER NOT NULL,
    participant TEXT NOT NULL, PRIMARY KEY (session, phase, run, participant)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE box (
    session TEXT NOT NULL REFERENCES sessions (code) ON DELETE CASCADE, phase TEXT NOT NULL, run INTEGER NOT NULL,
    slot TEXT NOT NULL, ballot TEXT NOT NULL, PRIMARY KEY (session, phase, run, slot)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ballots (
    session TEXT NOT NULL REFERENCES sessions (code) ON DELETE CASCADE, phase TEXT NOT NULL, run INTEGER NOT NULL,
    id TEXT NOT NULL, ballot TEXT NOT NULL, PRIMARY KEY (session, phase, run, id)
  ) STRICT, WITHOUT ROWID;
`;

/** The size of the electorate apart from the record of the vote, and what a crash left unswept. */
const second = `
  CREATE TABLE electorates (
    session TEXT NOT NULL REFERENCES sessions (code) ON DELETE CASCADE, phase TEXT NOT NULL, run INTEGER NOT NULL,
    size INTEGER NOT NULL, PRIMARY KEY (session, phase, run)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO electorates SELECT session, phase, run, json_extract(vote, '$.electorate') FROM votes;
  UPDATE votes SET vote = json_remove(vote, '$.electorate');
  CREATE TABLE unswept (code TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`;

/** Restore points: of a card only what changed since the point before. */
const third = `
  CREATE TABLE points (
    seq INTEGER PRIMARY KEY, session TEXT NOT NULL REFERENCES sessions (code) ON DELETE CASCADE,
    id TEXT NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL, why TEXT NOT NULL, phase TEXT, run INTEGER NOT NULL,
    cards INTEGER NOT NULL, clusters INTEGER NOT NULL, clusterList TEXT NOT NULL, UNIQUE (session, id)
  ) STRICT;
  CREATE TABLE pointCards (
    session TEXT NOT NULL REFERENCES sessions (code) ON DELETE CASCADE, card TEXT NOT NULL, since INTEGER NOT NULL,
    cluster TEXT, mergedInto TEXT, gone TEXT, words TEXT, PRIMARY KEY (session, card, since)
  ) STRICT, WITHOUT ROWID;
`;

/** What somebody does besides taking part, and what phase kinds keep. */
const fourth = `
  ALTER TABLE participants ADD COLUMN duties TEXT NOT NULL DEFAULT '[]';
  CREATE TABLE records (
    seq INTEGER PRIMARY KEY, session TEXT NOT NULL REFERENCES sessions (code) ON DELETE CASCADE,
    kind TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (session, kind, id)
  ) STRICT;
`;

const fifth = `
  ALTER TABLE held ADD COLUMN more TEXT NOT NULL DEFAULT '{}';
`;

/** A ballot given at a table is final. */
const sixth = `
  ALTER TABLE roll ADD COLUMN final INTEGER NOT NULL DEFAULT 0;
`;

/** How the two sides of a match can be reached: apart from everything else, each with a date of its own. */
const seventh = `
  CREATE TABLE contacts (
    session TEXT NOT NULL REFERENCES sessions (code) ON DELETE CASCADE, match TEXT NOT NULL, side TEXT NOT NULL,
    words TEXT NOT NULL, deleteAt INTEGER NOT NULL, PRIMARY KEY (session, match, side)
  ) STRICT, WITHOUT ROWID;
`;

/** Plans are documents of their own, each with its log; '' is the session's. */
const eighth = `
  ALTER TABLE updates ADD COLUMN plan TEXT NOT NULL DEFAULT '';
  DROP INDEX updatesBySession;
  CREATE INDEX updatesByDocument ON updates (session, plan);
`;

export const migrations: readonly string[] = [first, second, third, fourth, fifth, sixth, seventh, eighth];

/** Throws `UnreadableFile` for a file that is not ours or newer than we are. Reads only. */
export function checkFile(db: Database, path: string, known: number = migrations.length): void {
  const version = versionOf(db);
  const tables = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get() ?? 0;
  if (tables > 0 && db.pragma('application_id', { simple: true }) !== APPLICATION) {
    throw new UnreadableFile(`${path} is a database of another program: choose another file.`);
  }
  if (version > known) {
    throw new UnreadableFile(
      `${path} was made by a newer version of Kantelbord (file version ${version}, this one knows ${known}): ` +
        'start the newer version, or choose another file.',
    );
  }
}

/** Takes the steps the file has not had, all or none. Foreign keys must be off: a later step may rebuild a table. */
export function migrate(db: Database, steps: readonly string[] = migrations): void {
  const takeSteps = db.transaction(() => {
    const version = versionOf(db);
    if (version >= steps.length) return;
    for (const step of steps.slice(version)) db.exec(step);
    db.pragma(`application_id = ${APPLICATION}`);
    db.pragma(`user_version = ${steps.length}`);
  });
  takeSteps.immediate();
}

function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
