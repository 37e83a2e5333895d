/** How the two sides of a match reach each other: a part of the store of its own. */
/**
 * How one side of a match can be reached, by its own consent. In no other table, in no document and in no export; it goes
 * at its own date.
 */
export interface ContactRow {
  session: string;
  match: string;
  side: 'bringer' | 'bidder';
  words: string;
  /** server time */
  deleteAt: number;
}

export interface Contacts {
  put(row: ContactRow): void;
  /** In order of match and side, which tells nothing of who came first. */
  of(session: string): ContactRow[];
  /** Of one side, or (without it) of both. */
  remove(session: string, match: string, side?: ContactRow['side']): void;
  /** Removes what is past its date at `now`, and gives the codes of the sessions it was of. */
  expire(now: number): string[];
}
