import type { Ballot } from '../vote.ts';
import type { Score } from './score.ts';

/** Goedkeuren (DOMAIN 4.4): the number of ballots that choose an item; ties by lot. */
export function approval(ballots: readonly Ballot[]): Map<string, Score> {
  const scores = new Map<string, Score>();
  for (const ballot of ballots) {
    if (!('approve' in ballot)) continue;
    for (const id of new Set(ballot.approve)) {
      const votes = (scores.get(id)?.[0] ?? 0) + 1;
      scores.set(id, [votes, votes]);
    }
  }
  return scores;
}
