/** A recount for programs; money in euros in `cost`, in the units of the count in the steps. */
import type { Recount, Recounted } from './report.ts';
import { inEuros } from './table.ts';

export function jsonOf(counted: Extract<Recount, { ok: true }>): object {
  if (counted.of === 'vote') return voteOf(counted.votes[0]!);
  const { votes, withheld } = counted;
  return { votes: votes.map((one) => ({ ...one.vote, ...voteOf(one) })), ...(withheld && { withheld }) };
}

function voteOf({ method, completion, outcome, columns, scale }: Recounted): object {
  const { winners, spent, ranking, again, log } = outcome;
  const ways = columns.length > 0 ? { columns } : {};
  if (spent === undefined) return { method, winners, again, ranking, ...ways, steps: log };
  return {
    method,
    ...(completion === null ? {} : { completion }),
    winners: [...winners].sort(byNumber),
    cost: inEuros(spent, scale),
    ...ways,
    steps: log,
  };
}

/** 2 before 11, and numbers before words. */
function byNumber(a: string, b: string): number {
  const [left, right] = [a, b].map((id) => (/^\d{1,15}$/.test(id) ? Number(id) : Infinity));
  return left === right ? (a < b ? -1 : 1) : left! - right!;
}
