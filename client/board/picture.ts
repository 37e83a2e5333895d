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
  liveMap,
  onBoard,
  placeOf,
  plansMap,
  readCards,
  readClusters,
  readLive,
  readResults,
  readSession,
  readVotes,
  resultsMap,
  sessionMap,
} from '../../shared/document.ts';
import type { Card, Cluster, Result, Session, VoteNotice } from '../../shared/model.ts';
import { readPlans, type Plan } from '../../shared/plans.ts';
import { Pace, type WatchKeys } from './pace.ts';

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
  /** those of them that stand by themselves: no reactions */
  topics: readonly Card[];
  /** card id → what people said about it, in order of arrival */
  reactions: ReadonlyMap<string, readonly Card[]>;
  /** theme id → its cards, reactions left out; null: "Nog te plaatsen" */
  placed: ReadonlyMap<string | null, readonly Card[]>;
  plans: readonly Plan[];
  votes: readonly VoteNotice[];
  results: readonly Result[];
  /** what phase kinds keep there, by `noun:id` */
  live: ReadonlyMap<string, unknown>;
}

export const emptyPicture: Picture = {
  session: null,
  byId: new Map(),
  cards: [],
  topics: [],
  reactions: new Map(),
  clusters: [],
  clusterById: new Map(),
  placed: new Map(),
  plans: [],
  votes: [],
  results: [],
  live: new Map(),
};

/** ms; others' cards are drawn at most this often: nobody follows more, and whoever types must not wait for it */
const rest = 100;

/**
 * Watches a document; `changed` gets a new picture of what is there. Only others' cards may wait for it, in a rush: one's own
 * work, the session, a vote and the names of themes (which people type together) never do. Parts that did not change stay
 * the same objects. Gives the way to stop.
 */
export function watch(doc: Y.Doc, changed: (picture: Picture) => void, watchKeys?: WatchKeys): () => void {
  const cards = cardsMap(doc);
  const byId = new Map(readCards(doc).map((card) => [card.id, card]));
  const maps = {
    session: sessionMap(doc),
    clusters: clustersMap(doc),
    plans: plansMap(doc),
    live: liveMap(doc),
    results: resultsMap(doc),
  };
  const parts = Object.keys(maps) as Part[];
  let stale = new Set(parts);
  let picture = emptyPicture;
  const pace = new Pace(
    () => {
      picture = compose(doc, byId, picture, stale);
      stale = new Set();
      changed(picture);
    },
    rest,
    watchKeys,
  );

  const onCards = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const id of touched(events)) {
      const map = cards.get(id);
      if (map instanceof Y.Map) byId.set(id, cardFrom(id, map));
      else byId.delete(id);
    }
  };
  const afterTransaction = ({ changedParentTypes, local }: Y.Transaction) => {
    if (changedParentTypes.size === 0) return;
    const has = changedParentTypes as ReadonlyMap<unknown, unknown>;
    for (const part of parts) if (has.has(maps[part])) stale.add(part);
    if (local || stale.size > 0) pace.now();
    else pace.soon();
  };
  cards.observeDeep(onCards);
  doc.on('afterTransaction', afterTransaction);
  pace.now();
  return () => {
    pace.stop();
    cards.unobserveDeep(onCards);
    doc.off('afterTransaction', afterTransaction);
  };
}

/** What is read anew only when it changed. */
type Part = 'session' | 'clusters' | 'plans' | 'live' | 'results';

function compose(doc: Y.Doc, byId: Map<string, Card>, before: Picture, stale: ReadonlySet<Part>): Picture {
  const clusterById = stale.has('clusters')
    ? new Map(readClusters(doc).map((cluster) => [cluster.id, cluster]))
    : before.clusterById;
  const cards = [...byId.values()].filter((card) => onBoard(card, (id) => byId.get(id))).sort(byArrival);
  const placed = new Map<string | null, Card[]>();
  const reactions = new Map<string, Card[]>();
  const topics: Card[] = [];
  for (const card of cards) {
    const about = card.on === null ? undefined : byId.get(card.on);
    if (about && about.gone === null) {
      const others = reactions.get(about.id);
      if (others) others.push(card);
      else reactions.set(about.id, [card]);
      continue;
    }
    topics.push(card);
    const place = placeOf(card.cluster, clusterById);
    const there = placed.get(place);
    if (there) there.push(card);
    else placed.set(place, [card]);
  }
  return {
    session: stale.has('session') ? readSession(doc) : before.session,
    byId: new Map(byId),
    cards,
    clusters: stale.has('clusters') ? [...clusterById.values()].filter(isThere) : before.clusters,
    clusterById,
    placed,
    topics,
    reactions,
    plans: stale.has('plans') ? readPlans(doc) : before.plans,
    live: stale.has('live') ? readLive(doc) : before.live,
    votes: stale.has('live') ? readVotes(doc) : before.votes,
    results: stale.has('results') ? readResults(doc) : before.results,
  };
}

const isThere = (cluster: Cluster) => !cluster.gone && cluster.mergedInto === null;

/** Ids of the cards an event is about: the key itself, or the first step of the path below it. */
function touched(events: Y.YEvent<Y.AbstractType<unknown>>[]): Set<string> {
  const ids = new Set<string>();
  for (const event of events) {
    if (event.path.length > 0) ids.add(String(event.path[0]));
    else for (const key of event.changes.keys.keys()) ids.add(key);
  }
  return ids;
}
