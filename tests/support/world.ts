/**
 * A board in the middle of an evening, without a room around it: for asking the guard directly.
 */
import * as Y from 'yjs';
import { openDoc } from '../../server/sync/doc.ts';
import { cardsMap, makeCard } from '../../shared/document.ts';
import { addCard, addCluster, takeOut } from '../../shared/stamp.ts';
import type { Session } from '../../shared/model.ts';
import { FakeDesk, openSession } from './fakedesk.ts';

export interface World {
  doc: Y.Doc;
  desk: FakeDesk;
  /** Yjs client ids: Anna's and Ben's, used on this board; nobody's yet */
  clients: { anna: number; ben: number; fresh: number };
  /** what is left of a withdrawn card's text: the id of a letter in it, and of the text itself */
  garbage: { letter: Y.ID; text: Y.ID };
}

export const annas = 'annacard1';
export const bens = 'bencard001';
export const goner = 'gonecard01';
export const theme = 'cluster001';
/** written later than the others, so that its text has a history */
export const longer = 'annacard2';

/** Cards of Anna and Ben, one withdrawn, one theme; `session` changes the session, by default pitching. */
export function makeWorld(session: Partial<Session> = {}): World {
  const doc = openDoc([]);
  const desk = new FakeDesk(() => doc);
  openSession(doc, session);
  const clients = { anna: 1001, ben: 1002, fresh: 1003 };
  desk.writers.set(clients.anna, 'anna').set(clients.ben, 'ben').set(doc.clientID, 'server');
  lend(doc, clients.anna, (mine) => {
    makeCard(mine, { id: annas, kind: 'idea', title: 'Bankje', text: 'bij de vijver' });
    makeCard(mine, { id: longer, kind: 'idea', title: 'Pluktuin', text: 'voor alle buren' });
  });
  lend(doc, clients.ben, (mine) => makeCard(mine, { id: bens, kind: 'idea', title: 'Zwembad', text: 'met dak' }));
  const stamp = { at: 1, phase: 'pitch', run: 1, table: null, via: null };
  addCard(doc, goner, { kind: 'idea', title: 'Weg', text: 'ermee', cluster: null }, { ...stamp, number: 9 });
  const text = (cardsMap(doc).get(goner)?.get('text') as Y.Text)._item as Y.Item;
  const letter = (text.content as Y.ContentType).type._start as Y.Item;
  const garbage = { letter: letter.id, text: text.id };
  doc.transact(() => takeOut(doc, goner, 'withdrawn'));
  const cluster = { id: theme, name: 'Groen', letter: 'A', order: 1, gone: false, mergedInto: null };
  doc.transact(() => addCluster(doc, cluster));
  for (const [card, who] of [
    [annas, 'anna'],
    [longer, 'anna'],
    [bens, 'ben'],
    [goner, 'anna'],
  ] as const)
    desk.authors.set(card, who);
  return { doc, desk, clients, garbage };
}

/** Somebody's own copy of the document, on which to do what they please; gives what that changes. */
export function lend(doc: Y.Doc, client: number, work: (mine: Y.Doc) => void): Uint8Array {
  const update = forge(doc, client, work);
  Y.applyUpdate(doc, update);
  return update;
}

/** The update that such work would send. */
export function forge(doc: Y.Doc, client: number, work: (mine: Y.Doc) => void): Uint8Array {
  const mine = copyOf(doc, client);
  const before = Y.encodeStateVector(mine);
  const emitted: Uint8Array[] = [];
  mine.on('update', (update: Uint8Array) => emitted.push(update));
  work(mine);
  return emitted.length > 0 ? Y.mergeUpdates(emitted) : Y.encodeStateAsUpdate(mine, before);
}

export function copyOf(doc: Y.Doc, client: number): Y.Doc {
  const mine = openDoc([Y.encodeStateAsUpdate(doc)]);
  mine.clientID = client;
  return mine;
}
