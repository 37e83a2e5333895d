/** What somebody chooses on a ballot, and its bounds. Pure: the form asks here, the server asks `checkBallot`. */
import type { Method } from '../../../shared/phases/vote.ts';
import type { Ballot } from '../../../shared/vote.ts';

export function emptyBallot(method: Method): Ballot {
  return method.kind === 'dots' ? { dots: {} } : { approve: [] };
}

/** Dots on it, or 1 when it is ticked. */
export function givenTo(ballot: Ballot, item: string): number {
  if ('dots' in ballot) return ballot.dots[item] ?? 0;
  return ballot.approve.includes(item) ? 1 : 0;
}

export function spent(ballot: Ballot): number {
  if ('approve' in ballot) return ballot.approve.length;
  return Object.values(ballot.dots).reduce((sum, dots) => sum + dots, 0);
}

export function budgetOf(method: Method): number {
  return method.kind === 'dots' ? method.dots : method.max;
}

/** With `given` on this item, or the same ballot when that does not fit. */
export function give(ballot: Ballot, method: Method, item: string, given: number): Ballot {
  const most = method.kind === 'dots' ? method.maxPerItem : 1;
  const others = spent(ballot) - givenTo(ballot, item);
  if (given < 0 || given > most || others + given > budgetOf(method)) return ballot;
  if ('approve' in ballot) {
    const rest = ballot.approve.filter((id) => id !== item);
    return { approve: given > 0 ? [...rest, item] : rest };
  }
  const { [item]: _was, ...rest } = ballot.dots;
  return { dots: given > 0 ? { ...rest, [item]: given } : rest };
}

/** Without what does not count any more, or is not on this ballot. */
export function keepOnly(ballot: Ballot, items: readonly { id: string }[]): Ballot {
  const known = new Set(items.map(({ id }) => id));
  if ('approve' in ballot) return { approve: ballot.approve.filter((id) => known.has(id)) };
  return { dots: Object.fromEntries(Object.entries(ballot.dots).filter(([id, dots]) => known.has(id) && dots > 0)) };
}

export function same(a: Ballot, b: Ballot): boolean {
  const ids = (ballot: Ballot) => ('dots' in ballot ? Object.keys(ballot.dots) : ballot.approve);
  return spent(a) === spent(b) && ids(a).every((id) => givenTo(a, id) === givenTo(b, id));
}
