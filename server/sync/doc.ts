import * as Y from 'yjs';
import { cardsMap, clustersMap, fieldsMap, liveMap, plansMap, resultsMap, sessionMap } from '../../shared/document.ts';

/** The document that these updates make, a session's or a plan's, under a new Yjs client id. */
export function openDoc(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  for (const open of [sessionMap, cardsMap, clustersMap, plansMap, liveMap, resultsMap, fieldsMap]) open(doc);
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}
