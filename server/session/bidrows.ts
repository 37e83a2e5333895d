/** Bids with who they are from: outside the document. */
import type * as Y from 'yjs';
import { readLive } from '../../shared/document.ts';
import { readBid, type BidLive } from '../../shared/bids.ts';
import type { Store } from '../store/store.ts';

export type BidRow = Omit<BidLive, 'state'> & {
  /** participant id; null: called out in the room, or from an imported session */
  by: string | null;
  state: BidLive['state'] | 'withdrawn';
  /** why a match is off */
  reason: string | null;
};

const kind = 'bid';

export function bidRows(store: Store, session: string): BidRow[] {
  return store.records.of(session, kind).map(({ value }) => value as BidRow);
}

/** Of an imported bid there is no row: then it is from nobody. */
export function bidRow(store: Store, session: string, doc: Y.Doc, id: string): BidRow | null {
  const found = store.records.get(session, kind, id);
  if (found) return found.value as BidRow;
  const told = readBid(readLive(doc), id);
  return told && { ...told, by: null, reason: null };
}

export function putBidRow(store: Store, session: string, row: BidRow): void {
  store.records.put({ session, kind, id: row.id, value: row });
}

export function removeBidRow(store: Store, session: string, id: string): void {
  store.records.remove(session, kind, id);
}

/** As everybody may see it; null when it is not there any more. */
export function shownBid({ by: _, reason: __, state, ...told }: BidRow): BidLive | null {
  return state === 'withdrawn' ? null : { ...told, state };
}
