/**
 * What a phase is about: one way for everybody to turn a `Source` into items, on the server from the document and in the
 * client from the picture of the board. A source that names what is not there gives nothing, never an error.
 */
import type * as Y from 'yjs';
import { onBoard, placeOf, readCards, readClusters, readLive, readResults, readSession } from './document.ts';
import type { Card, Cluster, Result, Session } from './model.ts';
import type { Source } from './phases/common.ts';
import { newestOf, readPlans, type Plan } from './plans.ts';
import { rankingsOf } from './ranking.ts';

export interface Item {
  id: string;
  is: 'card' | 'cluster' | 'plan';
  title: string;
  text: string;
  /** letter of the theme it lies in, that it is, or that it is about */
  letter: string | null;
  /** cards merged into it, or cards in the theme */
  originals: string[];
}

/** Where items are looked for. A `Picture` of the client is one. */
export interface Ground {
  session: Pick<Session, 'format' | 'language'> | null;
  /** gone and merged ones too */
  byId: ReadonlyMap<string, Card>;
  /** on the board, in order of arrival */
  cards: readonly Card[];
  /** dissolved and merged ones too */
  clusterById: ReadonlyMap<string, Cluster>;
  /** those that are there, in order of making */
  clusters: readonly Cluster[];
  plans: readonly Plan[];
  results: readonly Result[];
  live: ReadonlyMap<string, unknown>;
}

export function itemsFrom(doc: Y.Doc, source: Source): Item[] {
  return itemsOn(groundOf(doc), source);
}

export function itemsOn(ground: Ground, source: Source): Item[] {
  switch (source.from) {
    case 'cards':
      return ground.cards.filter((card) => isMeant(card, source.kind)).map((card) => fromCard(card, ground));
    case 'clusters':
      return clustersOn(ground);
    case 'plans':
      return newestOf(ground.plans.filter(({ phase }) => !source.phase || phase === source.phase)).map((plan) =>
        fromPlan(plan, ground),
      );
    case 'winners':
      return winnersOn(ground, source.phase).flatMap((id) => itemOn(ground, id) ?? []);
  }
}

/** One thing by its id, wherever it lies; null when it is gone or was never there. */
export function itemOn(ground: Ground, id: string): Item | null {
  const card = ground.byId.get(id);
  if (card) return card.gone ? null : fromCard(card, ground);
  const cluster = ground.clusterById.get(id);
  if (cluster) return cluster.gone ? null : fromCluster(cluster, ground);
  const plan = ground.plans.find((one) => one.id === id);
  return plan ? fromPlan(plan, ground) : null;
}

export function groundOf(doc: Y.Doc): Ground {
  const all = readCards(doc);
  const byId = new Map(all.map((card) => [card.id, card]));
  const clusters = readClusters(doc);
  return {
    session: readSession(doc),
    byId,
    cards: all.filter((card) => onBoard(card, (id) => byId.get(id))),
    clusterById: new Map(clusters.map((cluster) => [cluster.id, cluster])),
    clusters: clusters.filter((cluster) => !cluster.gone && cluster.mergedInto === null),
    plans: readPlans(doc),
    results: readResults(doc),
    live: readLive(doc),
  };
}

/** Without a kind a reaction is never meant: it is about a card, not one of them. */
function isMeant(card: Card, kind: string | undefined): boolean {
  return kind === undefined ? card.on === null : card.kind === kind;
}

function fromCard(card: Card, { clusterById }: Ground): Item {
  const place = placeOf(card.cluster, clusterById);
  const letter = place === null ? null : (clusterById.get(place)?.letter ?? null);
  return { id: card.id, is: 'card', title: card.title, text: card.text, letter, originals: [...card.mergedFrom] };
}

/** Themes with at least one card in them: an empty one has nothing to be about. */
function clustersOn(ground: Ground): Item[] {
  return ground.clusters.map((one) => fromCluster(one, ground)).filter(({ originals }) => originals.length > 0);
}

function fromCluster(cluster: Cluster, { cards, clusterById }: Ground): Item {
  const inside = cards.filter((card) => placeOf(card.cluster, clusterById) === cluster.id);
  const text = inside.map((card) => card.title).join(' · ');
  const { id, name, letter } = cluster;
  return { id, is: 'cluster', title: name, text, letter: letter || null, originals: inside.map((card) => card.id) };
}

/** Its letter is that of what it is about. */
function fromPlan({ id, title, words, theme, card, team }: Plan, ground: Ground): Item {
  const text = Object.values(words)
    .filter(Boolean)
    .join(' · ')
    .replace(/([.!?…]) · /g, '$1 ');
  const about = theme ?? card ?? team;
  const letter = about === null || about === id ? null : (itemOn(ground, about)?.letter ?? null);
  return { id, is: 'plan', title, text, letter, originals: [] };
}

/** Best first, of the newest run that has winners; without a phase, of the latest phase in the programme that has. */
function winnersOn(ground: Ground, phase: string | undefined): string[] {
  const phases = phase ? [phase] : (ground.session?.format.phases ?? []).map(({ id }) => id).reverse();
  for (const id of phases) {
    const result = ground.results.filter((one) => one.phase === id).sort((a, b) => b.run - a.run)[0];
    const ranking = rankingsOf(ground.live, id)[0];
    const lines = result?.ranking ?? ranking?.lines;
    if (lines) return lines.filter(({ wins }) => wins).map((line) => line.id);
  }
  return [];
}
