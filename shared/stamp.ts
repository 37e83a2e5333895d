/**
 * What only the server writes into the shared document. Callers wrap these in one transaction of their own.
 */
import * as Y from 'yjs';
import {
  cardFrom,
  cardsMap,
  clientKeys,
  clustersMap,
  liveMap,
  plansMap,
  resultsMap,
  sessionMap,
  voteKey,
  type Thing,
} from './document.ts';
import type { Card, Cluster, Fields, Gone, Result, Session, VoteNotice } from './model.ts';
import type { Plan } from './plans.ts';

export interface CardStamp {
  number: number;
  at: number;
  phase: string | null;
  run: number;
  table: number | null;
  via: Card['via'];
}

/** What a card says, apart from its stamps: what leaves the document when it is hidden or withdrawn. */
export interface CardContent {
  kind: string;
  title: string;
  text: string;
  cluster: string | null;
  fields?: Fields;
  on?: string | null;
  column?: string | null;
}

export function setSession(doc: Y.Doc, change: Partial<Session>): void {
  const map = sessionMap(doc);
  for (const [key, value] of Object.entries(change)) map.set(key, value);
}

export function stampCard(doc: Y.Doc, id: string, stamp: CardStamp): void {
  const map = cardsMap(doc).get(id);
  if (!map) return;
  for (const [key, value] of Object.entries(stamp)) if (value !== null) map.set(key, value);
}

export function stampCluster(doc: Y.Doc, id: string, stamp: Pick<Cluster, 'letter' | 'order'>): void {
  const map = clustersMap(doc).get(id);
  map?.set('letter', stamp.letter);
  map?.set('order', stamp.order);
}

/** Adds a card in the server's own name: from paper, admitted late, merged, imported. */
export function addCard(
  doc: Y.Doc,
  id: string,
  content: CardContent,
  stamp: CardStamp,
  mergedFrom: string[] = [],
): void {
  const map: Thing = new Y.Map();
  cardsMap(doc).set(id, map);
  fill(map, content);
  stampCard(doc, id, stamp);
  if (mergedFrom.length > 0) map.set('mergedFrom', mergedFrom);
}

/** Takes a card's content out of the document; what it said goes to the store. Null when there was nothing to take. */
export function takeOut(doc: Y.Doc, id: string, gone: Gone): CardContent | null {
  const map = cardsMap(doc).get(id);
  if (!map || map.has('gone')) return null;
  const shared = map.get('text');
  const content: CardContent = {
    kind: String(map.get('kind') ?? ''),
    title: String(map.get('title') ?? ''),
    text: shared instanceof Y.Text ? shared.toString() : '',
    cluster: (map.get('cluster') as string | undefined) ?? null,
    ...restOf(cardFrom(id, map)),
  };
  for (const key of Object.keys(clientKeys.cards)) map.delete(key);
  map.set('gone', gone);
  return content;
}

/** Brings a card back under the same id and number. */
export function putBack(doc: Y.Doc, id: string, content: CardContent): void {
  const map = cardsMap(doc).get(id);
  if (!map) return;
  map.delete('gone');
  fill(map, content);
}

export function setMergedInto(doc: Y.Doc, id: string, into: string | null): void {
  const map = cardsMap(doc).get(id);
  if (into === null) map?.delete('mergedInto');
  else map?.set('mergedInto', into);
}

export function setCluster(doc: Y.Doc, id: string, change: { gone?: boolean; mergedInto?: string | null }): void {
  const map = clustersMap(doc).get(id);
  if (!map) return;
  for (const [key, value] of Object.entries(change)) {
    if (value === null || value === false) map.delete(key);
    else map.set(key, value);
  }
}

export function addCluster(doc: Y.Doc, cluster: Cluster): void {
  const map: Thing = new Y.Map();
  clustersMap(doc).set(cluster.id, map);
  map.set('name', new Y.Text(cluster.name));
  stampCluster(doc, cluster.id, cluster);
  setCluster(doc, cluster.id, { gone: cluster.gone, mergedInto: cluster.mergedInto });
}

export function setVote(doc: Y.Doc, vote: VoteNotice): void {
  liveMap(doc).set(`vote:${voteKey(vote.phase, vote.run)}`, vote);
}

/** `key` is `noun:id`; null takes it away. Each write stays in the document's history: one key a thing, not one for all of them. */
export function setLive(doc: Y.Doc, key: string, value: unknown): void {
  if (value === null) liveMap(doc).delete(key);
  else liveMap(doc).set(key, value);
}

export function setPlan(doc: Y.Doc, { id, ...plan }: Plan): void {
  plansMap(doc).set(id, plan);
}

export function removePlan(doc: Y.Doc, id: string): void {
  plansMap(doc).delete(id);
}

export function addResult(doc: Y.Doc, result: Result): void {
  resultsMap(doc).set(voteKey(result.phase, result.run), result);
}

/** A, B … Z, AA, AB … : the letter of the n-th theme, counted from 1. */
export function letterOf(n: number): string {
  const rest = Math.floor((n - 1) / 26);
  return (rest > 0 ? letterOf(rest) : '') + String.fromCharCode(65 + ((n - 1) % 26));
}

function fill(map: Thing, content: CardContent): void {
  map.set('kind', content.kind);
  map.set('title', content.title);
  map.set('text', new Y.Text(content.text));
  if (content.cluster !== null) map.set('cluster', content.cluster);
  for (const [key, value] of Object.entries(restOf(content))) map.set(key, value);
}

/** What a card says that most cards do not: only what is there, so that a plain card stays as small as it was. */
export function restOf({ fields = {}, on, column }: Partial<Card>): Pick<CardContent, 'fields' | 'on' | 'column'> {
  return {
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(on && { on }),
    ...(column && { column }),
  };
}
