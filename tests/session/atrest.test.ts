/**
 * After the close nobody who holds the file can tie a ballot to a person: two evenings in which the same ballots were cast by
 * other people, in another order, leave the same rows, and no proof of who cast what in any byte of file, log or shared memory.
 */
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ballotSlot } from '../../server/session/secrets.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { diskOf, useFolder } from '../store/files.ts';
import { Evening, seeded, value } from './evening.ts';

const folder = useFolder();
const voters = 12;

type Rows = Record<string, unknown[]>;

/** Everybody votes, in this order; the n-th person gives the n-th of these ballots. Some change their mind. */
function evening(order: readonly number[], ballots: readonly number[]) {
  const path = folder.fresh();
  makeFile(path);
  const held = new Evening({ store: openSqlite(path), random: seeded('the same') });
  const people = Array.from({ length: voters }, (_, n) => held.join({ id: `device-of-person-${n}` }));
  const items = held.toVote('bankje', 'boom', 'plein');
  for (const n of order) {
    if (n % 3 === 0) value(held.cast(people[n]!, { [items[(ballots[n]! + 1) % 3]!]: 2 }));
    value(held.cast(people[n]!, { [items[ballots[n]!]!]: 1 }));
  }
  const key = { session: held.code, phase: 'vote', run: 1 };
  const slots = people.map(({ token }) => ballotSlot(token, key));
  const before = diskOf(path).toString('latin1');
  value(held.services.votes.close(held.lead, 'vote'));
  return { held, path, people, slots, before };
}

/** Tokens follow from the secret of the store: the same one for all. */
function makeFile(path: string): void {
  openSqlite(path).close();
  const db = new Database(path);
  db.prepare('INSERT INTO secret (one, bytes) VALUES (1, ?)').run(Buffer.alloc(32, 7));
  db.close();
}

/** Every row of every table but the log of the document, whose Yjs client ids are drawn anew each time. */
function rowsOf(path: string): Rows {
  const db = new Database(path, { readonly: true });
  const tables = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
  const rows = tables.map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).raw().all()] as const);
  db.close();
  return Object.fromEntries(rows.filter(([table]) => table !== 'updates' && table !== 'clients'));
}

const contents = (rows: unknown[]) => rows.map((row) => (row as unknown[]).at(-1)).sort();
const numbers = Array.from({ length: voters }, (_, n) => n);

describe('after the close', () => {
  it('the rows are the same whoever cast which ballot, and in whatever order', () => {
    const one = evening(
      numbers,
      numbers.map((n) => n % 3),
    );
    const other = evening(
      [...numbers].reverse(),
      numbers.map((n) => (n + 1) % 3),
    );
    const [{ ballots, ...rows }, { ballots: others, ...rest }] = [rowsOf(one.path), rowsOf(other.path)];
    expect(contents(ballots!)).toEqual(contents(others!));
    expect(contents(ballots!)).toHaveLength(voters);
    expect(rows).toEqual(rest);
    expect(rows.box).toEqual([]);
    expect(rows.roll).toHaveLength(voters);
    one.held.store.close();
    other.held.store.close();
  });

  it('no byte on the disk holds a slot, a token or a join id, nor the order of voting', () => {
    const { held, path, people, slots, before } = evening(
      numbers,
      numbers.map((n) => n % 3),
    );
    expect(slots.every((slot) => before.includes(slot))).toBe(true);
    const disk = diskOf(path).toString('latin1');
    for (const [n, { id, token }] of people.entries()) {
      expect(disk).not.toContain(slots[n]);
      expect(disk).not.toContain(token);
      expect(disk).not.toContain(`device-of-person-${n}`);
      expect(disk).toContain(id); // that they took part is no secret
    }
    // on the roll people lie by their random id; nowhere else does one stand beside a ballot
    const roll = rowsOf(path).roll!.map((row) => (row as unknown[])[3]);
    expect(roll).toEqual([...roll].sort());
    held.store.close();
  });

  it('an aborted vote leaves neither ballots nor roll', () => {
    const path = folder.fresh();
    const held = new Evening({ store: openSqlite(path) });
    const [ann] = held.people(1);
    const [card] = held.toVote('bankje');
    value(held.cast(ann!, { [card!]: 2 }));
    const ballot = `{"dots":{"${card}":2}}`;
    expect(diskOf(path).includes(ballot)).toBe(true);
    value(held.services.votes.abort(held.lead, 'vote'));
    expect(diskOf(path).includes(ballot)).toBe(false);
    expect(rowsOf(path)).toMatchObject({ box: [], roll: [], ballots: [] });
    held.store.close();
  });
});
