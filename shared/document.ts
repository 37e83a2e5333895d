/**
 * The shared document: the one file that knows its keys. Readers are total (whatever the document holds, they answer);
 * the writers here are those of the write door, each one transaction. What only the server writes is in `stamp.ts`.
 */
import * as Y from 'yjs';
import type { Card, Cluster, Fields, Gone, Result, Session, VoteNotice } from './model.ts';
import { isId } from './ids.ts';

export const roots = ['session', 'cards', 'clusters', 'plans', 'live', 'results'] as const;
export type Root = (typeof roots)[number];
export type Thing = Y.Map<unknown>;

/** Which keys of a thing clients write, as what; everything else on it is stamped by the server. */
export const clientKeys = {
  cards: {
    kind: 'plain',
    title: 'plain',
    text: 'text',
    cluster: 'plain',
    fields: 'plain',
    on: 'plain',
    column: 'plain',
  },
  clusters: { name: 'text' },
} as const;

export const sessionMap = (doc: Y.Doc): Thing => doc.getMap('session');
export const cardsMap = (doc: Y.Doc): Y.Map<Thing> => doc.getMap('cards');
export const clustersMap = (doc: Y.Doc): Y.Map<Thing> => doc.getMap('clusters');
export const plansMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('plans');
export const liveMap = (doc: Y.Doc): Thing => doc.getMap('live');
export const resultsMap = (doc: Y.Doc): Thing => doc.getMap('results');
/** The one root of a plan's own document. */
export const fieldsMap = (doc: Y.Doc): Y.Map<Y.Text> => doc.getMap('fields');

// ── Readers ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Null until the server's first update has come in. */
export function readSession(doc: Y.Doc): Session | null {
  const map = sessionMap(doc);
  return map.has('format') ? (map.toJSON() as Session) : null;
}

/** Did this transaction take something out of sight? Then what was sent before must not be sent again. */
export function takesAway({ changed, doc }: Y.Transaction): boolean {
  const plans = plansMap(doc);
  return [...changed].some(([type, keys]) => {
    return keys.has('gone') || ((type as unknown) === plans && [...keys].some((id) => id !== null && !plans.has(id)));
  });
}

export function readCard(doc: Y.Doc, id: string): Card | null {
  const map = cardsMap(doc).get(id);
  return map instanceof Y.Map ? cardFrom(id, map) : null;
}

/** Every card, gone and merged ones too, in order of arrival; cards the server has not numbered yet come last. */
export function readCards(doc: Y.Doc): Card[] {
  const cards: Card[] = [];
  cardsMap(doc).forEach((map, id) => {
    if (map instanceof Y.Map) cards.push(cardFrom(id, map));
  });
  return cards.sort(byArrival);
}

export function byArrival(a: Card, b: Card): number {
  return (a.number || Infinity) - (b.number || Infinity) || (a.id < b.id ? -1 : 1);
}

export function cardFrom(id: string, map: Thing): Card {
  return {
    id,
    kind: text(map.get('kind')),
    title: text(map.get('title')),
    text: text(map.get('text')),
    cluster: idOrNull(map.get('cluster')),
    fields: texts(map.get('fields')),
    on: idOrNull(map.get('on')),
    column: textOrNull(map.get('column')),
    number: count(map.get('number')),
    at: count(map.get('at')),
    phase: textOrNull(map.get('phase')),
    run: count(map.get('run')),
    table: count(map.get('table')) || null,
    via: oneOf(map.get('via'), ['paper', 'late'] as const),
    gone: oneOf<Gone>(map.get('gone'), ['hidden', 'withdrawn']),
    mergedFrom: ids(map.get('mergedFrom')),
    mergedInto: idOrNull(map.get('mergedInto')),
  };
}

export function readClusters(doc: Y.Doc): Cluster[] {
  const clusters: Cluster[] = [];
  clustersMap(doc).forEach((map, id) => {
    if (map instanceof Y.Map) clusters.push(clusterFrom(id, map));
  });
  return clusters.sort((a, b) => (a.order || Infinity) - (b.order || Infinity) || (a.id < b.id ? -1 : 1));
}

export function clusterFrom(id: string, map: Thing): Cluster {
  return {
    id,
    name: text(map.get('name')),
    letter: text(map.get('letter')),
    order: count(map.get('order')),
    gone: map.get('gone') === true,
    mergedInto: idOrNull(map.get('mergedInto')),
  };
}

export function voteKey(phase: string, run: number): string {
  return `${phase}:${run}`;
}

export function readVote(doc: Y.Doc, phase: string, run: number): VoteNotice | null {
  return (liveMap(doc).get(`vote:${voteKey(phase, run)}`) as VoteNotice | undefined) ?? null;
}

export function readVotes(doc: Y.Doc): VoteNotice[] {
  return [...liveMap(doc).entries()].filter(([key]) => key.startsWith('vote:')).map(([, vote]) => vote as VoteNotice);
}

/** What the server keeps under `live` for the phase kinds: a queue, a lot, a team, by `noun:id`. */
export function readLive(doc: Y.Doc): ReadonlyMap<string, unknown> {
  return new Map([...liveMap(doc).entries()].filter(([key]) => !key.startsWith('vote:')));
}

export function readResults(doc: Y.Doc): Result[] {
  return [...resultsMap(doc).values()] as Result[];
}

/** The theme a card lies in, following merged themes; null is "Nog te plaatsen": no theme, or one that is gone or unknown. */
export function placeOf(cluster: string | null, clusters: ReadonlyMap<string, Cluster>): string | null {
  const seen = new Set<string>();
  let at = cluster === null ? undefined : clusters.get(cluster);
  while (at?.mergedInto && !seen.has(at.id)) {
    seen.add(at.id);
    at = clusters.get(at.mergedInto);
  }
  return at && !at.gone && !at.mergedInto ? at.id : null;
}

/** Whether a card lies on the board itself: not gone, and not inside a merged card that is still there. */
export function onBoard(card: Card, parentOf: (id: string) => Card | null | undefined): boolean {
  if (card.gone) return false;
  const parent = card.mergedInto === null ? null : parentOf(card.mergedInto);
  return !parent || parent.gone !== null;
}

// ── Writers of the write door ──────────────────────────────────────────────────────────────────────────────────────

export interface NewCard {
  id: string;
  kind: string;
  title: string;
  text: string;
  fields?: Fields;
  on?: string | null;
  column?: string | null;
}

export function makeCard(doc: Y.Doc, card: NewCard, origin: unknown = null): void {
  doc.transact(() => {
    const map: Thing = new Y.Map();
    map.set('kind', card.kind);
    map.set('title', card.title);
    map.set('text', new Y.Text(card.text));
    if (card.fields && Object.keys(card.fields).length > 0) map.set('fields', card.fields);
    if (card.on) map.set('on', card.on);
    if (card.column) map.set('column', card.column);
    cardsMap(doc).set(card.id, map);
  }, origin);
}

/** Writes only what differs, so that two edits that cross both survive where they can. */
export function editCard(
  doc: Y.Doc,
  id: string,
  edit: { title?: string; text?: string; fields?: Fields },
  origin: unknown = null,
): void {
  const map = cardsMap(doc).get(id);
  if (!map) return;
  doc.transact(() => {
    if (edit.title !== undefined && edit.title !== map.get('title')) map.set('title', edit.title);
    const shared = map.get('text');
    if (edit.text !== undefined && shared instanceof Y.Text) replaceText(shared, edit.text);
    if (edit.fields !== undefined && !sameFields(edit.fields, texts(map.get('fields')))) map.set('fields', edit.fields);
  }, origin);
}

export function sameFields(a: Fields, b: Fields): boolean {
  const said = (fields: Fields) => Object.entries(fields).filter(([, value]) => value !== '');
  return said(a).length === said(b).length && said(a).every(([id, value]) => b[id] === value);
}

/** Puts a card in a column of a phase that has them; null: in none. */
export function putInColumn(doc: Y.Doc, id: string, column: string | null, origin: unknown = null): void {
  const map = cardsMap(doc).get(id);
  if (!map || (map.get('column') ?? null) === column) return;
  doc.transact(() => map.set('column', column), origin);
}

export function moveCard(doc: Y.Doc, id: string, cluster: string | null, origin: unknown = null): void {
  const map = cardsMap(doc).get(id);
  if (!map || (map.get('cluster') ?? null) === cluster) return;
  doc.transact(() => map.set('cluster', cluster), origin);
}

export function makeCluster(doc: Y.Doc, id: string, name: string, origin: unknown = null): void {
  doc.transact(() => {
    const map: Thing = new Y.Map();
    map.set('name', new Y.Text(name));
    clustersMap(doc).set(id, map);
  }, origin);
}

export function nameCluster(doc: Y.Doc, id: string, name: string, origin: unknown = null): void {
  const shared = clustersMap(doc).get(id)?.get('name');
  if (shared instanceof Y.Text) doc.transact(() => replaceText(shared, name), origin);
}

/** Turns a shared text into `wanted` by one deletion and one insertion, never through the middle of a surrogate pair. */
export function replaceText(shared: Y.Text, wanted: string): void {
  const now = shared.toString();
  if (now === wanted) return;
  const most = Math.min(now.length, wanted.length);
  let start = 0;
  while (start < most && now[start] === wanted[start]) start++;
  if (isHigh(now[start - 1])) start--;
  let end = 0;
  while (end < most - start && now[now.length - 1 - end] === wanted[wanted.length - 1 - end]) end++;
  if (end > 0 && isLow(now[now.length - end])) end--;
  const gone = now.length - start - end;
  if (gone > 0) shared.delete(start, gone);
  const come = wanted.slice(start, wanted.length - end);
  if (come) shared.insert(start, come);
}

const noFields: Record<string, string> = {};

// ── Helpers ────────────────────────────────────────────────────────────────────────────────────────────────────────

function text(value: unknown): string {
  return typeof value === 'string' ? value : value instanceof Y.Text ? value.toString() : '';
}

function texts(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return noFields;
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function idOrNull(value: unknown): string | null {
  return isId(value) ? value : null;
}

function ids(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(isId) : [];
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function oneOf<T extends string>(value: unknown, choices: readonly T[]): T | null {
  return choices.find((choice) => choice === value) ?? null;
}

const isHigh = (unit: string | undefined) => unit !== undefined && /[\uD800-\uDBFF]/.test(unit);
const isLow = (unit: string | undefined) => unit !== undefined && /[\uDC00-\uDFFF]/.test(unit);
