import { channels, type Channel } from '../../shared/channel.ts';
import type { Standing } from '../../shared/electorate.ts';
import type { Method } from '../../shared/phases/vote.ts';
import { strip } from '../../shared/strip.ts';
import type { Ballot, VoteItem } from '../../shared/vote.ts';

/** Jurors are counted by group when the method says so: the server knows whose group it is, a ballot does not say. */
export function inGroup(ballot: Ballot, method: Method, group: string): Ballot {
  if (method.kind !== 'jury' || !('marks' in ballot)) return ballot;
  return { marks: ballot.marks, ...(method.groups === 'equal' ? { group } : {}) };
}

/** As it lies in the box: with the reasons for a no, which nobody gets to see beside the answers. */
export function asCast(ballot: Ballot, items: readonly VoteItem[]): Ballot {
  const kept = strip(ballot, items);
  if (!('answers' in kept) || !('answers' in ballot) || !ballot.reasons) return kept;
  const reasons = Object.entries(ballot.reasons).filter(([id]) => kept.answers[id] === 'no');
  return reasons.length > 0 ? { ...kept, reasons: Object.fromEntries(reasons) } : kept;
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
