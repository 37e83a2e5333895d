/** People come, write, change their minds and go, the whole evening: in the end the file is as large as what is on the board. */
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openSqlite } from '../../server/store/sqlite.ts';
import { editCard } from '../../shared/document.ts';
import { limits } from '../../shared/limits.ts';
import { useFolder } from '../store/files.ts';
import { Guest } from '../support/guest.ts';
import { Evening, value, type Person } from './evening.ts';

const folder = useFolder();

function pagesOf(path: string): number {
  const db = new Database(path, { readonly: true });
  const pages = db.pragma('page_count', { simple: true }) as number;
  db.close();
  return pages;
}

/** A page is loaded, its person rewrites their card bit by bit until it says what it said, takes it away, back, and leaves. */
function comeAndGo(evening: Evening, { ask }: Person, card: string): void {
  const guest = new Guest({ room: () => evening.room, clock: evening.clock, identity: ask.identity, own: true });
  guest.enter();
  for (const text of ['bij', 'bij de vijver', 'in het park', 'bij de vijver']) {
    editCard(guest.doc, card, { text: text.repeat(20) });
    evening.clock.pass(limits.tick);
  }
  value(evening.services.cards.withdraw(ask, card));
  evening.clock.pass(limits.tick);
  value(evening.services.cards.return(ask, card));
  guest.leave();
}

it('the file stays as large as it was, and so does what is in it', () => {
  const path = folder.fresh();
  const evening = new Evening({ store: openSqlite(path) });
  const people = evening.people(3);
  value(evening.move('pitch'));
  const cards = people.map((person) => evening.write(person, 'Bankje', 'bij de vijver'.repeat(20)));
  const sizes = Array.from({ length: 6 }, () => {
    for (const [n, person] of people.entries()) comeAndGo(evening, person, cards[n]!);
    evening.clock.pass(3 * limits.idleRoom);
    return { pages: pagesOf(path), log: evening.store.updates.load(evening.code) };
  });
  const [, early] = sizes;
  const late = sizes.at(-1)!;
  expect(late.pages - early!.pages).toBeLessThanOrEqual(2);
  expect(late.log).toHaveLength(1);
  // what Yjs must remember of a page load and of a text that was replaced, and none of the words
  expect(late.log[0]!.length - early!.log[0]!.length).toBeLessThan(4 * people.length * 100);
  expect(evening.clock.waiting).toBe(0);
  evening.store.close();
}, 30_000);
