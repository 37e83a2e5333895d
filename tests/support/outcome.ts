/** What must be true when the storm is over. */
import { expect } from 'vitest';
import * as Y from 'yjs';
import { readCards, roots } from '../../shared/document.ts';
import type { Store } from '../../server/store/store.ts';
import { openDoc } from '../../server/sync/doc.ts';
import type { Caller } from './caller.ts';
import type { Honest } from './honest.ts';

type Person = Honest<Caller>;

export function contentOf(doc: Y.Doc): Record<string, unknown> {
  return Object.fromEntries(roots.map((root) => [root, doc.getMap(root).toJSON()]));
}

export function storedDoc(store: Pick<Store, 'updates'>, code: string): Y.Doc {
  return openDoc(store.updates.load(code));
}

/** Everybody has this board, and nothing of anybody's is still on its way. */
export function expectConverged(people: readonly Person[], served: Y.Doc): void {
  for (const person of people) {
    expect(person.connection.entries).toEqual([]);
    expect(contentOf(person.doc)).toEqual(contentOf(served));
  }
}

/** Every card somebody wrote is on the board (or was taken off it), or came back as a draft: once. */
export function expectOnce(people: readonly Person[], served: Y.Doc): void {
  const cards = readCards(served);
  const own = cards.filter(({ mergedFrom }) => mergedFrom.length === 0);
  expect(own.map(({ number }) => number).sort((a, b) => a - b)).toEqual(own.map((_, at) => at + 1));
  const board = new Set(cards.map(({ id }) => id));
  for (const person of people) {
    for (const card of person.wrote) {
      const places = Number(board.has(card)) + person.heldBack.filter((id) => id === card).length;
      expect([card, places]).toEqual([card, 1]);
    }
  }
}
