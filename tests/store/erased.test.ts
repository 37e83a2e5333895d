import Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { diskOf, useFolder } from './files.ts';
import {
  bytes,
  CODE,
  fillSession,
  goneRow,
  heldRow,
  OTHER,
  participantRow,
  pointBoard,
  pointCard,
  pointRow,
  runKey,
  sessionRow,
} from './rows.ts';

const folder = useFolder();
const MARK = 'Mevrouw-De-Vries';
const ERASED = 'WEGE-RMEE';

describe('gone is gone', () => {
  it('a session leaves its code in one table and nothing anywhere else', () => {
    const path = folder.fresh();
    const store = openSqlite(path);
    store.secret();
    fillSession(store, ERASED, MARK);
    const filled = rowsPerTable(path);
    expect(Object.keys(filled).filter((table) => filled[table] === 0)).toEqual(['tombstones', 'unswept']);
    expect(diskOf(path).includes(MARK)).toBe(true);

    store.sessions.erase(ERASED, 8_000);
    store.vacuum();
    const left = rowsPerTable(path);
    expect(Object.keys(left).filter((table) => left[table] !== 0)).toEqual(['secret', 'tombstones']);
    expect(diskOf(path).includes(MARK)).toBe(false);
    expect(diskOf(path).toString('latin1').split(ERASED)).toHaveLength(2);
    store.close();
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('a busy evening leaves no scrap inside pages (seed %i)', (seed) => {
    const path = folder.fresh();
    const store = openSqlite(path);
    for (const code of [CODE, ERASED]) store.sessions.add(sessionRow(code));
    beBusy(store, randomFrom(seed));
    store.sessions.erase(ERASED, 8_000);
    store.vacuum();
    expect(diskOf(path).includes(MARK)).toBe(false);
    expect(diskOf(path).includes('Meneer-Jansen')).toBe(true);
    store.close();
  });

  const removals: [string, (store: Store) => void][] = [
    ['a snapshot replaces the log', (store) => store.updates.compact(CODE, bytes(7))],
    ['a plan is dropped', (store) => store.updates.drop(CODE, 'plan0001')],
    ['a card is put back', (store) => store.gone.remove(CODE, 'c1')],
    ['a late card is removed', (store) => store.held.remove(CODE, 'h1')],
    ['somebody erases their name', (store) => store.participants.change(CODE, 'p1', { name: '' })],
    ['a card leaves the restore points', (store) => store.points.eraseWords(CODE, ['c1'])],
    ['the oldest restore point is dropped', (store) => store.points.trim(CODE, 1)],
    ['the slots are destroyed', (store) => store.box.clear(runKey())],
    ['the roll is destroyed', (store) => store.roll.clear(runKey())],
  ];
  it.each(removals)('in a session that goes on, after %s', (what, remove) => {
    const path = folder.fresh();
    const store = openSqlite(path);
    for (const code of [CODE, OTHER]) store.sessions.add(sessionRow(code));
    removals.forEach(([name], n) => writeAll(store, n, name === what ? MARK : 'other words'));
    remove(store);
    store.vacuum();
    expect(diskOf(path).includes(MARK)).toBe(false);
    expect(diskOf(path).includes('other words')).toBe(true);
    store.close();
  });
});

describe('roll, box and ballots', () => {
  it.each([
    ['roll', ['session', 'phase', 'run', 'participant', 'final']],
    ['box', ['session', 'phase', 'run', 'slot', 'ballot']],
    ['ballots', ['session', 'phase', 'run', 'id', 'ballot']],
  ])('%s has no time, no number and no order of arrival', (table, columns) => {
    const path = folder.fresh();
    const store = openSqlite(path);
    const db = new Database(path, { readonly: true });
    const found = db.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(table);
    expect(found.map(({ name }) => name)).toEqual(columns);
    expect(() => db.prepare(`SELECT rowid FROM ${table}`)).toThrow('no such column: rowid');
    db.close();
    store.close();
  });

  it('lie in the file in order of their random key', () => {
    const path = folder.fresh();
    const store = openSqlite(path);
    const slots = vote(store, 1);
    const db = new Database(path, { readonly: true });
    const onDisk = db.prepare<[], string>('SELECT slot FROM box').pluck().all();
    expect(onDisk).toEqual([...slots].sort());
    expect(onDisk).not.toEqual(slots);
    db.close();
    store.close();
  });

  it('are the same bytes after a vacuum, in whatever order people voted', () => {
    const [one, two] = [1, -1].map((direction) => {
      const path = folder.fresh();
      const store = openSqlite(path);
      vote(store, direction);
      store.vacuum();
      const pages = readFileSync(path).subarray(100); // the first hundred bytes count writes
      store.close();
      return pages;
    });
    expect(one?.includes('ballot of voter 7')).toBe(true);
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
  });
});

/** Twenty people vote, from first to last or the other way round. Gives their slots in order of voting. */
function vote(store: Store, direction: number): string[] {
  store.sessions.add(sessionRow());
  const voters = Array.from({ length: 20 }, (_, n) => ({
    voter: n,
    slot: String((n * 7919 + 313) % 1_000).padStart(4, '0'),
  }));
  if (direction < 0) voters.reverse();
  for (const { voter, slot } of voters) {
    store.roll.add(runKey(), `participant ${slot}`);
    store.box.put(runKey(), slot, `ballot of voter ${voter}`);
  }
  return voters.map(({ slot }) => slot);
}

/** A few hundred writes, changes and removals of all sizes in two sessions that share pages. */
function beBusy(store: Store, random: (below: number) => number): void {
  for (let step = 0; step < 500; step++) {
    const [code, name] = random(2) === 0 ? [ERASED, MARK] : [CODE, 'Meneer-Jansen'];
    const [id, words] = [`c${(random(150) * 7919) % 1_000}`, name.repeat(1 + random(25))];
    store.transaction(() => {
      store.updates.append(code, new TextEncoder().encode(words));
      if (random(4) === 0) {
        store.gone.remove(code, id);
        store.held.remove(code, id);
        store.updates.compact(code, new TextEncoder().encode(words));
        return;
      }
      store.gone.put({ ...goneRow(id, code), reason: words });
      store.box.put(runKey(1, code), id, words);
      store.held.remove(code, id);
      store.held.add({ ...heldRow(id, code), text: words });
    });
  }
}

/** The n-th kind of thing to remove gets `words`. */
function writeAll(store: Store, n: number, words: string): void {
  const writes = [
    () => store.updates.append(CODE, new TextEncoder().encode(`an update with ${words} in it`)),
    () => store.updates.append(CODE, new TextEncoder().encode(`a plan with ${words} in it`), 'plan0001'),
    () => store.gone.put({ ...goneRow('c1'), reason: words }),
    () => store.held.add({ ...heldRow('h1'), text: words }),
    () => store.participants.add({ ...participantRow('p1'), name: words }),
    () => keepPoints(store, ['c1', words], ['c1', `${words} of later`]),
    () => keepPoints(store, ['c2', words], ['c2', 'words of later']),
    () => store.box.put(runKey(), 'slot', words),
    () => store.roll.add(runKey(), words),
  ];
  writes[n]?.();
}

/** A restore point for each of these cards with what it said then. */
function keepPoints(store: Store, ...cards: [id: string, text: string][]): void {
  cards.forEach(([id, text], n) => store.points.add(pointRow(`${id} ${n}`), pointBoard(pointCard(id, text))));
}

function rowsPerTable(path: string): Record<string, number> {
  const db = new Database(path, { readonly: true });
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  const counts = tables.map((table) => [
    table,
    db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0,
  ]);
  db.close();
  return Object.fromEntries(counts) as Record<string, number>;
}

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}
