/** What this side reads off a session's document, besides the readers of `shared/document.ts`. */
import type * as Y from 'yjs';
import { cardsMap, onBoard, readCards, readClusters, readSession, type Thing } from '../../shared/document.ts';
import type { Card, Session } from '../../shared/model.ts';
import { letterOf } from '../../shared/stamp.ts';

export function sessionOf(doc: Y.Doc): Session {
  const session = readSession(doc);
  if (!session) throw new Error('The document of this session holds no session.');
  return session;
}

/** How many of these cards were made in this phase's current run. Gone ones count: they keep their stamps. */
export function countMade(doc: Y.Doc, cards: Iterable<string>, phase: string, { runs }: Pick<Session, 'runs'>): number {
  let made = 0;
  for (const id of cards) {
    const card = cardsMap(doc).get(id);
    if (card?.get('phase') === phase && card.get('run') === runs[phase]) made++;
  }
  return made;
}

/** The same for a table that writes together, by the number on its cards. */
export function countAtTable(doc: Y.Doc, table: number, phase: string, { runs }: Pick<Session, 'runs'>): number {
  let made = 0;
  cardsMap(doc).forEach((card) => {
    if (card.get('table') === table && card.get('phase') === phase && card.get('run') === runs[phase]) made++;
  });
  return made;
}

/** Letter and order of one more theme. */
export function nextLetter(doc: Y.Doc): { letter: string; order: number } {
  const order = readClusters(doc).reduce((most, cluster) => Math.max(most, cluster.order), 0) + 1;
  return { letter: letterOf(order), order };
}

/** The `size` of a map from which nothing is ever removed, as cards and themes are not: Yjs itself walks over them all. */
export function countKeys(map: Y.Map<Thing>): number {
  return map._map.size;
}

/** Cards that lie on the board itself, in order of arrival. */
export function shownCards(doc: Y.Doc): Card[] {
  const cards = readCards(doc);
  const byId = new Map(cards.map((card) => [card.id, card]));
  return cards.filter((card) => onBoard(card, (id) => byId.get(id)));
}
