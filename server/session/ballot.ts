import type { Standing } from '../../shared/electorate.ts';
import type { Ballot, VoteItem } from '../../shared/vote.ts';

/** A ballot as it is kept and counted: in the order of the items, without what was struck and without zeros. */
export function strip(ballot: Ballot, items: readonly VoteItem[]): Ballot {
  const standing = items.filter(({ struck }) => !struck).map(({ id }) => id);
  if ('approve' in ballot) {
    const chosen = new Set(ballot.approve);
    return { approve: standing.filter((id) => chosen.has(id)) };
  }
  const given = new Map(Object.entries(ballot.dots));
  const kept = standing.filter((id) => (given.get(id) ?? 0) > 0);
  return { dots: Object.fromEntries(kept.map((id) => [id, given.get(id)!])) };
}

/** Before a ballot that is counted apart, in the box and among the anonymous ballots. It says of which count it is, and no more. */
const apartMark = '~';

/** As it lies in the box. */
export function packBallot(ballot: Ballot, standing: Standing): string {
  return (standing === 'apart' ? apartMark : '') + JSON.stringify(ballot);
}

export function unpackBallot(text: string): { ballot: Ballot; apart: boolean } {
  const apart = text.startsWith(apartMark);
  return { ballot: JSON.parse(apart ? text.slice(apartMark.length) : text) as Ballot, apart };
}
