import { channels, type Channel } from '../../shared/channel.ts';
import type { Standing } from '../../shared/electorate.ts';
import type { Method } from '../../shared/phases/vote.ts';
import { pairKey } from '../../shared/tally/pairwise.ts';
import type { Ballot, VoteItem } from '../../shared/vote.ts';

/**
 * A ballot as it is kept and counted: without what was struck and without zeros, and in the order of the items, so that it
 * does not tell in which order somebody chose. A ranking stays in its own.
 */
export function strip(ballot: Ballot, items: readonly VoteItem[]): Ballot {
  const standing = items.filter(({ struck }) => !struck).map(({ id }) => id);
  const isThere = (id: string) => standing.includes(id);
  const pick = <T>(given: Record<string, T>, keeps: (one: T) => boolean = () => true) => {
    const all = new Map(Object.entries(given));
    return Object.fromEntries(
      standing.flatMap((id) => (all.has(id) && keeps(all.get(id)!) ? [[id, all.get(id)!] as const] : [])),
    );
  };
  const some = (amount: number) => amount > 0;
  if ('approve' in ballot) {
    const chosen = new Set(ballot.approve);
    return { approve: standing.filter((id) => chosen.has(id)) };
  }
  if ('choose' in ballot) return { choose: ballot.choose !== null && isThere(ballot.choose) ? ballot.choose : null };
  if ('dots' in ballot) return { dots: pick(ballot.dots, some) };
  if ('points' in ballot) return { points: pick(ballot.points, some) };
  if ('percent' in ballot) return { percent: pick(ballot.percent, some) };
  if ('vouchers' in ballot) return { vouchers: pick(ballot.vouchers, some) };
  if ('scores' in ballot) return { scores: pick(ballot.scores, (score) => score !== null) };
  if ('answers' in ballot) return { answers: pick(ballot.answers) };
  if ('marks' in ballot) {
    const marks = pick(ballot.marks, (given) => Object.keys(given).length > 0);
    return { marks, ...(ballot.group === undefined ? {} : { group: ballot.group }) };
  }
  if ('ranking' in ballot) return { ranking: ballot.ranking.filter(isThere) };
  const there = ballot.duels.filter(({ left, right }) => isThere(left) && isThere(right));
  return { duels: there.sort((a, b) => (pairKey(a.left, a.right) < pairKey(b.left, b.right) ? -1 : 1)) };
}

/** Jurors are counted by group when the method says so: the server knows whose group it is, a ballot does not say. */
export function inGroup(ballot: Ballot, method: Method, group: string): Ballot {
  if (method.kind !== 'jury' || !('marks' in ballot)) return ballot;
  return { marks: ballot.marks, ...(method.groups === 'equal' ? { group } : {}) };
}

/** A ballot in the box, or among the anonymous ones: of which count it is, and how it came; of those apart not how. */
export interface Kept {
  ballot: Ballot;
  apart: boolean;
  channel: Channel;
}

/** Before a ballot that is counted apart, in the box and among the anonymous ballots. It says of which count it is, and no more. */
const apartMark = '~';
/** Before one that did not come digitally; a ballot itself begins with `{`. */
const marks = { digital: '', paper: 'p', hands: 'h', mixed: 'm' } as const satisfies Record<Channel, string>;

/** As it lies in the box. */
export function packBallot(ballot: Ballot, standing: Standing, channel: Channel = 'digital'): string {
  return (standing === 'apart' ? apartMark : '') + marks[channel] + JSON.stringify(ballot);
}

export function unpackBallot(text: string): Kept {
  const apart = text.startsWith(apartMark);
  const rest = apart ? text.slice(apartMark.length) : text;
  const channel = channels.find((one) => marks[one] !== '' && rest.startsWith(marks[one])) ?? 'digital';
  return { ballot: JSON.parse(rest.slice(marks[channel].length)) as Ballot, apart, channel };
}
