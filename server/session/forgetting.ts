/** Somebody erases what is theirs: their bids, their places in teams, and how they can be reached. */
import type * as Y from 'yjs';
import { bidKey } from '../../shared/bids.ts';
import { setLive } from '../../shared/stamp.ts';
import { bidRows, putBidRow, removeBidRow, shownBid } from './bidrows.ts';
import { bringersOf } from './bringers.ts';
import { dropContacts } from './contacts.ts';
import type { Hall, Scene } from './hall.ts';
import { teamRows } from './teamrows.ts';
import { leaveTeams, retellTeams } from './teams.ts';

/** Writes the document; gives what is to be written in the store, in the same transaction. */
export function eraseMatching(hall: Hall, scene: Scene, doc: Y.Doc): () => void {
  const { code, who } = scene;
  const { store } = hall.parts;
  const rows = bidRows(store, code);
  const bids = rows.filter(({ by }) => by === who);
  // Why a match was off may be their words, whichever side said it.
  const reasons = rows.filter(({ by, lot, reason }) => by !== who && reason !== null && brings(lot));
  for (const { id } of bids) setLive(doc, bidKey(id), null);
  const left = leaveTeams(hall, scene, doc, who);
  return () => {
    dropContacts(hall, scene, who);
    for (const { id } of bids) removeBidRow(store, code, id);
    for (const row of reasons) putBidRow(store, code, { ...row, reason: null });
    left();
  };

  function brings(lot: string): boolean {
    return bringersOf(store, scene.register, doc, lot).includes(who);
  }
}

/** Somebody calls themselves something else, or nothing: what they let be shown follows, and the old name leaves the file. */
export function retellMatching(hall: Hall, scene: Scene): void {
  const { code, who, register } = scene;
  const { store } = hall.parts;
  const person = register.participant(who);
  const named = bidRows(store, code).filter(({ by, from }) => by === who && from !== '');
  const teams = teamRows(store, code).some(({ members }) => members.some((member) => member.who === who));
  if (!person || (named.length === 0 && !teams)) return;
  const number = person.name === '' ? person.number : null;
  const bids = named.map((row) => ({ ...row, from: person.name, number: row.table === null ? number : null }));
  hall.change(
    scene,
    (doc) => {
      for (const row of bids) setLive(doc, bidKey(row.id), shownBid(row));
      retellTeams(hall, scene, doc, who);
    },
    () => {
      for (const row of bids) putBidRow(store, code, row);
      hall.broom.mark(code);
    },
  );
  hall.broom.sweep();
}
