/** Tweetallen: which pairs somebody judges (DOMAIN 4.12). How often a pair was shown is known in memory, and says nothing of votes. */
import type { PairList } from '../../shared/api/votes.ts';
import { voteKey } from '../../shared/document.ts';
import { pairKey } from '../../shared/tally/pairwise.ts';
import { nextPair } from '../../shared/tally/pairs.ts';
import type { Ballot, VoteRecord } from '../../shared/vote.ts';
import type { Hall } from './hall.ts';

/** As many as this person has still to judge; fewer when all have been. `kept`: what they sent already. */
export function drawPairs(hall: Hall, code: string, vote: VoteRecord, duels: number, kept: Ballot | null): PairList {
  const { pairs: known } = hall.parts.door.registers;
  const name = pairsName(code, vote);
  const shown = known.get(name) ?? new Map<string, number>();
  known.set(name, shown);
  const ids = vote.items.filter(({ struck }) => !struck).map(({ id }) => id);
  const done = kept && 'duels' in kept ? kept.duels : [];
  const judged = new Set(done.map(({ left, right }) => pairKey(left, right)));
  const pairs: PairList['pairs'] = [];
  while (judged.size < duels) {
    const pair = nextPair(ids, shown, judged, hall.parts.random);
    if (!pair) break;
    const key = pairKey(pair.left, pair.right);
    judged.add(key);
    shown.set(key, (shown.get(key) ?? 0) + 1);
    pairs.push(pair);
  }
  return { pairs };
}

/** The vote is over. */
export function forgetPairs(hall: Hall, code: string, vote: VoteRecord): void {
  hall.parts.door.registers.pairs.delete(pairsName(code, vote));
}

function pairsName(code: string, { phase, run }: VoteRecord): string {
  return `${code} ${voteKey(phase, run)}`;
}
