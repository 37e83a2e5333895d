/** After the close nobody who holds the file can tell which ticket voted what, at a table or by phone. */
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../server/store/sqlite.ts';
import { diskOf, useFolder } from '../store/files.ts';
import { seeded, value } from './evening.ts';
import { Ticketing } from './ticketing.ts';

const folder = useFolder();
const voters = 8;

/** The first half votes by phone, the rest at a table; the n-th ticket gives the n-th of these ballots. */
function evening(ballots: readonly number[]) {
  const path = folder.fresh();
  openSqlite(path).close();
  const db = new Database(path);
  db.prepare('INSERT INTO secret (one, bytes) VALUES (1, ?)').run(Buffer.alloc(32, 7));
  db.close();
  const held = new Ticketing({ store: openSqlite(path), random: seeded('the same') });
  const codes = held.make(voters);
  const laptop = held.join({ id: 'device-of-the-table', table: 1 });
  held.register.changeParticipant(laptop.id, { duties: ['secretary'] });
  const phones = codes.slice(0, voters / 2).map((code, n) => {
    const person = held.join({ id: `device-of-person-${n}` });
    value(held.take(person, code));
    return person;
  });
  const items = held.toVote('bankje', 'boom');
  for (const [n, code] of codes.entries()) {
    const dots = { [items[ballots[n]!]!]: 1 };
    const person = phones[n];
    if (person) value(held.cast(person, dots));
    else value(held.seat(laptop, code, dots));
  }
  value(held.services.votes.close(held.lead, 'vote'));
  return { held, path, codes };
}

function rowsOf(path: string): Record<string, unknown[]> {
  const db = new Database(path, { readonly: true });
  const tables = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
  const rows = tables.map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).raw().all()] as const);
  db.close();
  return Object.fromEntries(rows.filter(([table]) => table !== 'updates' && table !== 'clients'));
}

const contents = (rows: unknown[]) => rows.map((row) => (row as unknown[]).at(-1)).sort();
const half = Array.from({ length: voters }, (_, n) => n % 2);

describe('after the close', () => {
  it('the rows are the same whichever ticket gave which ballot', () => {
    const [one, other] = [evening(half), evening(half.map((n) => 1 - n))];
    const [{ ballots, ...rows }, { ballots: others, ...rest }] = [rowsOf(one.path), rowsOf(other.path)];
    expect(contents(ballots!)).toEqual(contents(others!));
    expect(contents(ballots!)).toHaveLength(voters);
    expect(rows).toEqual(rest);
    expect(rows.box).toEqual([]);
    expect(rows.roll).toHaveLength(voters);
  });

  it('no code is in any byte of the file; after the evening no ticket is', () => {
    const { held, path, codes } = evening(half);
    const ids = held.register.tickets.all.map(({ id }) => id);
    for (const code of codes) expect(diskOf(path).includes(code)).toBe(false);
    for (const id of ids) expect(diskOf(path).includes(id)).toBe(true);
    value(held.services.votes.reveal(held.lead, 'vote'));
    value(held.services.sessions.end(held.lead));
    held.clock.pass(60_000);
    for (const id of ids) expect(diskOf(path).includes(id)).toBe(false);
  });
});
