import { pairKey } from './tally/pairwise.ts';
import { placesOf } from './tally/places.ts';
import type { Ballot, VoteItem } from './vote.ts';

/**
 * A ballot as it is kept and counted: without what was struck and without zeros, and in the order of the items, so that it
 * does not tell in which order somebody chose. A ranking stays in its own.
 */
export function strip(ballot: Ballot, items: readonly Pick<VoteItem, 'id' | 'struck'>[]): Ballot {
  const places = placesOf(items);
  const isThere = (id: string) => items[places.get(id) ?? -1]?.struck === false;
  const inOrder = (a: string, b: string) => places.get(a)! - places.get(b)!;
  const pick = <T>(given: Record<string, T>, keeps: (one: T) => boolean = () => true) => {
    const kept = Object.entries(given).filter(([id, one]) => isThere(id) && keeps(one));
    return Object.fromEntries(kept.sort(([a], [b]) => inOrder(a, b)));
  };
  const some = (amount: number) => amount > 0;
  if ('approve' in ballot) return { approve: [...new Set(ballot.approve)].filter(isThere).sort(inOrder) };
  if ('choose' in ballot) return { choose: ballot.choose !== null && isThere(ballot.choose) ? ballot.choose : null };
  if ('dots' in ballot) return { dots: pick(ballot.dots, some) };
  if ('points' in ballot) return { points: pick(ballot.points, some) };
  if ('percent' in ballot) return { percent: pick(ballot.percent, some) };
  if ('vouchers' in ballot) {
    const { next } = ballot;
    return { vouchers: pick(ballot.vouchers, some), ...(next !== undefined && isThere(next) && { next }) };
  }
  if ('scores' in ballot) return { scores: pick(ballot.scores, (score) => score !== null) };
  if ('answers' in ballot) return { answers: pick(ballot.answers) };
  if ('marks' in ballot) {
    const sorted = Object.entries(ballot.marks).map(([id, given]) => [id, byCriterion(given)] as const);
    const marks = pick(Object.fromEntries(sorted), (given) => Object.keys(given).length > 0);
    return { marks, ...(ballot.group === undefined ? {} : { group: ballot.group }) };
  }
  if ('ranking' in ballot) return { ranking: ballot.ranking.filter(isThere) };
  const there = ballot.duels
    .filter(({ left, right }) => isThere(left) && isThere(right))
    .map(({ left, right, choice }) => ({ left, right, choice }));
  return { duels: there.sort((a, b) => (pairKey(a.left, a.right) < pairKey(b.left, b.right) ? -1 : 1)) };
}

function byCriterion(marks: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1)));
}
