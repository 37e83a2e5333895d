/**
 * The board as views draw it, kept up to date by what changed and nothing else: a tick that touches three cards makes
 * three new objects, so that keyed lists redraw three cards out of 1,500.
 */
import * as Y from 'yjs';
import {
  byArrival,
  cardFrom,
  cardsMap,
  clustersMap,
  onBoard,
  placeOf,
  readCards,
  readClusters,
  readResults,
  readSession,
  readVotes,
} from '../../shared/document.ts';
import type { Card, Cluster, Result, Session, VoteNotice } from '../../shared/model.ts';

export interface Picture {
  session: Session | null;
  /** every card, gone and merged ones too */
  byId: ReadonlyMap<string, Card>;
  /** what lies on the board, in order of arrival */
  cards: readonly Card[];
  /** themes that are there, in order of making */
  clusters: readonly Cluster[];
  /** every theme, dissolved and merged ones too */
  clusterById: ReadonlyMap<string, Cluster>;
  /** theme id → its cards; null: "Nog te plaatsen" */
  placed: ReadonlyMap<string | null, readonly Card[]>;
  votes: readonly VoteNotice[];
  results: readonly Result[];
}

export const emptyPicture: Picture = {
  session: null,
  byId: new Map(),
  cards: [],
  clusters: [],
  clusterById: new Map(),
  placed: new Map(),
  votes: [],
  results: [],
};

/** Watches a document; `changed` gets a new picture once per transaction that changes anything. Gives the way to stop. */
export function watch(doc: Y.Doc, changed: (picture: Picture) => void): () => void {
  const byId = new Map(readCards(doc).map((card) => [card.id, card]));
  const cards = cardsMap(doc);
  const onCards = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const id of touched(events)) {
      const map = cards.get(id);
      if (map instanceof Y.Map) byId.set(id, cardFrom(id, map));
      else byId.delete(id);
    }
  };
  const draw = () => changed(compose(doc, byId));
  const afterTransaction = (transaction: Y.Transaction) => {
    if (transaction.changedParentTypes.size > 0) draw();
  };
  cards.observeDeep(onCards);
  doc.on('afterTransaction', afterTransaction);
  draw();
  return () => {
    cards.unobserveDeep(onCards);
    doc.off('afterTransaction', afterTransaction);
  };
}

function compose(doc: Y.Doc, byId: Map<string, Card>): Picture {
  const all = readClusters(doc);
  const clusterById = new Map(all.map((cluster) => [cluster.id, cluster]));
  const cards = [...byId.values()].filter((card) => onBoard(card, (id) => byId.get(id))).sort(byArrival);
  const placed = new Map<string | null, Card[]>();
  for (const card of cards) {
    const place = placeOf(card.cluster, clusterById);
    const there = placed.get(place);
    if (there) there.push(card);
    else placed.set(place, [card]);
  }
  return {
    session: readSession(doc),
    byId: new Map(byId),
    cards,
    clusters: all.filter((cluster) => !cluster.gone && cluster.mergedInto === null && clustersMap(doc).has(cluster.id)),
    clusterById,
    placed,
    votes: readVotes(doc),
    results: readResults(doc),
  };
}

/** Ids of the cards an event is about: the key itself, or the first step of the path below it. */
function touched(events: Y.YEvent<Y.AbstractType<unknown>>[]): Set<string> {
  const ids = new Set<string>();
  for (const event of events) {
    if (event.path.length > 0) ids.add(String(event.path[0]));
    else for (const key of event.changes.keys.keys()) ids.add(key);
  }
  return ids;
}
