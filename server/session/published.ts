/** The anonymous ballots of a result that was revealed with them: equal ones together, in random order, under no id at all. */
import type { PublishedBallots } from '../../shared/api/votes.ts';
import type { Ballot, VoteRecord } from '../../shared/vote.ts';
import type { RunKey, Store } from '../store/store.ts';
import { unpackBallot } from './ballot.ts';

/** different ballots on a page: of a long ranking some 20 KB when packed */
export const perPage = 500;

/** They never change: made once for as long as the record is in memory. */
const made = new WeakMap<VoteRecord, PublishedBallots[]>();

/** Null: no page begins there. */
export function pageOf(store: Store, key: RunKey, vote: VoteRecord, from: number): PublishedBallots | null {
  let pages = made.get(vote);
  if (!pages) {
    pages = pagesOf(store, key);
    made.set(vote, pages);
  }
  return from % perPage === 0 ? (pages[from / perPage] ?? null) : null;
}

/** Those that decide; the others are in no file. Hands were dealt out to be counted: nobody cast those ballots. Of which group a juror is, is for the count alone. */
function pagesOf(store: Store, key: RunKey): PublishedBallots[] {
  const equal = new Map<string, { ballot: Ballot; count: number }>();
  const cast = store.ballots.of(key).map(({ ballot }) => unpackBallot(ballot));
  const deciding = cast.filter(({ apart }) => !apart);
  const listed = deciding.filter(({ channel }) => channel !== 'hands');
  for (const { ballot } of listed) {
    const plain: Ballot = 'marks' in ballot ? { marks: ballot.marks } : ballot;
    const text = JSON.stringify(plain);
    const known = equal.get(text);
    if (known) known.count++;
    else equal.set(text, { ballot: plain, count: 1 });
  }
  const all = [...equal.values()]; // by the random ids of their first
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  return Array.from({ length: pages }, (_, page) => ({
    ballots: all.slice(page * perPage, (page + 1) * perPage),
    total: listed.length,
    hands: deciding.length - listed.length,
    next: page + 1 < pages ? (page + 1) * perPage : null,
  }));
}
