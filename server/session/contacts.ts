/**
 * How the two sides of a match reach each other: by each one's own consent, in a table of its own, never in the document, and
 * shown to nobody but the other side once both have said yes.
 */
import { readBid, readFloor, type FloorLive } from '../../shared/bids.ts';
import { readLive } from '../../shared/document.ts';
import type { ContactRow } from '../store/contacts.ts';
import { sidesOf } from './bids.ts';
import type { Hall, Scene } from './hall.ts';
import { answer, type Services } from './services.ts';
import { refuse } from '../../shared/refusals.ts';

/** After the day on which people look back; until one is set, after the day on which it was given. */
const keptDays = 30;
export const day = 86_400_000;

export function makeContacts(hall: Hall): Services['contacts'] {
  const { store } = hall.parts;

  return {
    give(ask, match, { words }) {
      const scene = hall.may(ask, { type: 'contact.give', match });
      if (!scene.ok) return scene;
      const side = sideOf(hall, scene.value, match);
      const bid = readBid(readLive(scene.value.doc), match);
      if (!side || bid?.state !== 'accepted') return refuse('not_your_match');
      const { code, doc } = scene.value;
      const floor = readFloor(readLive(doc), bid.phase, bid.run);
      const known = store.contacts.of(code).some((row) => row.match === match && row.side === side);
      hall.transaction(code, () => {
        store.contacts.put({ session: code, match, side, words, deleteAt: dateFor(hall.now(), floor) });
        if (known) hall.broom.mark(code);
      });
      if (known) hall.broom.sweep();
      tell(scene.value, match);
      return answer(null);
    },

    withdraw(ask, match) {
      const scene = hall.may(ask, { type: 'contact.withdraw', match });
      if (!scene.ok) return scene;
      const side = sideOf(hall, scene.value, match);
      if (!side) return refuse('not_your_match');
      const { code } = scene.value;
      hall.transaction(code, () => {
        store.contacts.remove(code, match, side);
        hall.broom.mark(code);
      });
      hall.broom.sweep();
      tell(scene.value, match);
      return answer(null);
    },
  };

  function tell(scene: Scene, match: string): void {
    const { bringers, bidder } = sidesOf(hall, scene, match);
    for (const who of new Set([...bringers, ...(bidder === null ? [] : [bidder])])) scene.room.poke(who);
  }
}

/** Another day to look back: what was given goes by it. Within a transaction. */
export function contactsFollow(hall: Hall, { code, doc }: Scene, floor: FloorLive): void {
  const { store } = hall.parts;
  const live = readLive(doc);
  for (const row of store.contacts.of(code)) {
    const bid = readBid(live, row.match);
    if (bid?.phase !== floor.phase || bid.run !== floor.run) continue;
    store.contacts.put({ ...row, deleteAt: dateFor(hall.now(), floor) });
  }
}

/** Deletes what is past its date, of all sessions. */
export function expireContacts(hall: Hall): void {
  const { store } = hall.parts;
  store.transaction(() => {
    for (const code of store.contacts.expire(hall.now())) hall.broom.mark(code);
  });
}

/** Of everything somebody is a side of, as bidder or as bringer: within the transaction that erases them. */
export function dropContacts(hall: Hall, scene: Scene, who: string): void {
  const { store } = hall.parts;
  const given = new Set(store.contacts.of(scene.code).map(({ match }) => match));
  for (const match of given) {
    const { bringers, bidder } = sidesOf(hall, scene, match);
    if (bidder === who || bringers.includes(who)) store.contacts.remove(scene.code, match);
  }
}

function sideOf(hall: Hall, scene: Scene, match: string): ContactRow['side'] | null {
  const { bringers, bidder } = sidesOf(hall, scene, match);
  if (bidder === scene.who) return 'bidder';
  return bringers.includes(scene.who) ? 'bringer' : null;
}

function dateFor(now: number, floor: FloorLive | null): number {
  return Math.max(now, floor?.followUp ?? now) + keptDays * day;
}
