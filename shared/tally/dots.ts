import type { Ballot } from '../vote.ts';
import type { Score } from './score.ts';

/** Stippen (DOMAIN 4.4): the sum of the dots; ties by the number of different voters, then by lot. */
export function dots(ballots: readonly Ballot[]): Map<string, Score> {
  const scores = new Map<string, Score>();
  for (const ballot of ballots) {
    if (!('dots' in ballot)) continue;
    for (const [id, given] of Object.entries(ballot.dots)) {
      if (given === 0) continue;
      const [sum, voters] = scores.get(id) ?? [0, 0];
      scores.set(id, [sum + given, voters + 1]);
    }
  }
  return scores;
}
