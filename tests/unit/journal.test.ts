import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { browserShelf, memoryShelf, type Draft, type Entry, type Shelf } from '../../client/connection/journal.ts';

const entry = (id: string, at: number): Entry => ({
  id,
  at,
  step: { type: 'card.make', card: { id: `card${id}`, kind: 'idea', title: 'Bankje', text: 'bij de vijver' } },
});
const draft = (id: string): Draft => ({ id, at: 1, card: id, title: 'Boom', text: '', reason: 'phase_closed' });

const refusing = {
  open: () => {
    throw new DOMException('no', 'SecurityError');
  },
} as unknown as IDBFactory;

const shelves: [string, () => (name?: string) => Promise<Shelf>][] = [
  [
    'in the browser',
    () => {
      const factory = new IDBFactory();
      return (name = 'one') => browserShelf(name, factory);
    },
  ],
  [
    'in memory',
    () => {
      const shelf = memoryShelf();
      return () => Promise.resolve(shelf);
    },
  ],
];

describe.each(shelves)('the journal %s', (_name, make) => {
  it('gives back what was put, in order, after a reload', async () => {
    const open = make();
    const shelf = await open();
    await shelf.putEntry(entry('b', 2));
    await shelf.putEntry(entry('a', 1));
    await shelf.putDraft(draft('x'));
    const { entries, drafts } = await (await open()).load();
    expect(entries.map(({ id }) => id).sort()).toEqual(['a', 'b']);
    expect(drafts).toEqual([draft('x')]);
  });

  it('forgets what is stored, and everything when it is wiped', async () => {
    const open = make();
    const shelf = await open();
    await shelf.putEntry(entry('a', 1));
    await shelf.putEntry(entry('b', 2));
    await shelf.removeEntry('a');
    expect((await shelf.load()).entries).toEqual([entry('b', 2)]);
    await shelf.putDraft(draft('x'));
    await shelf.removeDraft('x');
    expect((await shelf.load()).drafts).toEqual([]);
    await shelf.wipe();
    expect(await (await open()).load()).toEqual({ entries: [], drafts: [] });
  });
});

describe('the journal in the browser', () => {
  it('keeps sessions apart', async () => {
    const factory = new IDBFactory();
    const one = await browserShelf('KRAS-7QXM:participant', factory);
    await one.putEntry(entry('a', 1));
    const other = await browserShelf('KRAS-7QXN:participant', factory);
    expect((await other.load()).entries).toEqual([]);
  });

  it('takes nothing any more after it was wiped: a view that is taken down still offers its draft', async () => {
    const factory = new IDBFactory();
    const shelf = await browserShelf('KRAS-7QXM:participant', factory);
    await shelf.wipe();
    await shelf.putDraft(draft('x'));
    expect((await (await browserShelf('KRAS-7QXM:participant', factory)).load()).drafts).toEqual([]);
  });

  it('goes on in memory where the browser refuses to store', async () => {
    const shelf = await browserShelf('KRAS-7QXM:participant', refusing);
    await shelf.putEntry(entry('a', 1));
    expect((await shelf.load()).entries).toEqual([entry('a', 1)]);
  });
});
