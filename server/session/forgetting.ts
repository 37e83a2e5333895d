/** Somebody erases what is theirs: their bids, their places in teams, and how they can be reached. */
import type * as Y from 'yjs';
import { bidKey } from '../../shared/bids.ts';
import { setLive } from '../../shared/stamp.ts';
import { bidRows, removeBidRow } from './bidrows.ts';
import { dropContacts } from './contacts.ts';
import type { Hall, Scene } from './hall.ts';
import { leaveTeams } from './teams.ts';

/** Writes the document; gives what is to be written in the store, in the same transaction. */
export function eraseMatching(hall: Hall, scene: Scene, doc: Y.Doc): () => void {
  const { code, who } = scene;
  const { store } = hall.parts;
  const bids = bidRows(store, code).filter(({ by }) => by === who);
  for (const { id } of bids) setLive(doc, bidKey(id), null);
  const left = leaveTeams(hall, scene, doc, who);
  return () => {
    dropContacts(hall, scene, who);
    for (const { id } of bids) removeBidRow(store, code, id);
    left();
  };
}
