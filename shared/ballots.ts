/** Ballots as people send them, checked by the method that will count them. */
import * as v from 'valibot';
import type { Method } from './phases/vote.ts';
import { refuse, yes, type Refusal, type Yes } from './refusals.ts';
import { methodOf, methods, type Kind } from './tally/methods.ts';
import type { Ballot, VoteItem } from './vote.ts';

const { approval, single, dots, points, score, jury, ranked, pairwise, consent, allocate, vouchers } = methods;

/** Of any method: which shape belongs to which is for `checkBallot`. */
export const ballotSchema = v.union([
  dots.ballot,
  approval.ballot,
  single.ballot,
  points.ballot,
  score.ballot,
  jury.ballot,
  ranked.ballot,
  pairwise.ballot,
  consent.ballot,
  allocate.ballot,
  vouchers.ballot,
]);

/** Is this a whole and lawful ballot of this method on these items? Struck items are allowed here and not counted. */
export function checkBallot(ballot: Ballot, method: Method, items: readonly VoteItem[]): Yes | Refusal {
  const { breach } = methodOf<Kind>(method.kind);
  if (!isBallotOf(method.kind, ballot)) return refuse('bad_ballot', method.kind);
  if (method.kind === 'budget' && !((method.ballot ?? 'approve') in ballot)) return refuse('bad_ballot', 'ballot');
  const broken = breach(ballot, method, items);
  if (broken === null) return yes;
  return broken === 'items' ? refuse('unknown_item') : refuse('bad_ballot', broken);
}

/** Has it the shape of ballots of this method? */
export function isBallotOf(kind: Kind, ballot: Ballot): boolean {
  return v.is(methods[kind].ballot, ballot);
}
