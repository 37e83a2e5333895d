import { lotPlaces } from './lot.ts';
import type { Step } from './log.ts';
import type { Outcome, Poll } from './method.ts';

/**
 * Wegstrepen, instant runoff (DOMAIN 4.7): every round each ballot counts for the best item it has left. More than half of
 * those ballots wins; otherwise the item with the fewest drops. On a tie: who had fewer in the latest earlier round where
 * they differ, else who is last in the lot. It gives one winner, whatever `top` says; the ranking goes on with who was still
 * in, by votes, and then with who dropped last.
 */
export function runoff(poll: Poll<unknown, unknown>, rankings: readonly (readonly string[])[], blank: number): Outcome {
  const lot = lotPlaces(
    poll.seed,
    poll.items.map(({ id }) => id),
  );
  const mentioned = new Set(rankings.flat().filter((id) => lot.has(id)));
  const unmentioned = [...lot.keys()].filter((id) => !mentioned.has(id));
  const filled = rankings.filter((ranking) => ranking.length > 0);
  const log: Step[] = [{ step: 'ballots', cast: poll.ballots.length, blank, electorate: poll.electorate }];
  if (unmentioned.length > 0) log.push({ step: 'unmentioned', ids: unmentioned });

  let left = [...lot.keys()].filter((id) => mentioned.has(id));
  const history: Map<string, number>[] = [];
  const dropped: { id: string; votes: number }[] = [];
  let winner: string | null = null;
  while (left.length > 0 && winner === null) {
    const votes = countRound(left, filled);
    history.push(votes);
    const active = [...votes.values()].reduce((sum, one) => sum + one, 0);
    left.sort((a, b) => votes.get(b)! - votes.get(a)! || lot.get(a)! - lot.get(b)!);
    const told = left.map((id) => ({ id, votes: votes.get(id)! }));
    log.push({ step: 'round', round: history.length, votes: told, active, exhausted: filled.length - active });
    const first = told[0]!;
    if (first.votes * 2 > active) {
      winner = first.id;
      log.push({ step: 'majority', id: winner, votes: first.votes, active });
    } else {
      const loser = findLoser(left, history, lot);
      log.push(loser);
      dropped.unshift({ id: loser.id, votes: loser.votes });
      left = left.filter((id) => id !== loser.id);
    }
  }

  const last = history.at(-1);
  const standing = winner === null ? [] : left.map((id) => ({ id, votes: last!.get(id)! }));
  const order = [...standing, ...dropped, ...unmentioned.map((id) => ({ id, votes: 0 }))];
  const titles = new Map(poll.items.map(({ id, title }) => [id, title]));
  return {
    keys: ['votes'],
    ranking: order.map(({ id, votes }, index) => {
      const alike = index < standing.length ? standing.findIndex((one) => one.votes === votes) : index;
      const rank = 1 + (mentioned.has(id) ? alike : mentioned.size);
      return { id, title: titles.get(id)!, rank, values: [`${votes}`], wins: id === winner };
    }),
    winners: winner === null ? [] : [winner],
    again: [],
    ties: log.flatMap((step) => {
      if (step.step !== 'dropped' || step.by === 'votes') return [];
      return [{ ids: [...step.tied, step.id], by: step.by }];
    }),
    verdicts: [],
    cast: poll.ballots.length,
    blank,
    log,
  };
}

type Dropped = Extract<Step, { step: 'dropped' }>;

/** Votes per item that is left; a ballot without one of them is exhausted. */
function countRound(left: readonly string[], rankings: readonly (readonly string[])[]): Map<string, number> {
  const votes = new Map(left.map((id) => [id, 0]));
  for (const ranking of rankings) {
    const best = ranking.find((id) => votes.has(id));
    if (best !== undefined) votes.set(best, votes.get(best)! + 1);
  }
  return votes;
}

/** The last round of the history is this one. */
function findLoser(
  left: readonly string[],
  history: readonly Map<string, number>[],
  lot: ReadonlyMap<string, number>,
): Dropped {
  const now = history.at(-1)!;
  const votes = Math.min(...left.map((id) => now.get(id)!));
  const fewest = left.filter((id) => now.get(id) === votes);
  const result = (id: string) => ({ step: 'dropped' as const, id, votes, tied: fewest.filter((one) => one !== id) });
  if (fewest.length === 1) return { ...result(fewest[0]!), by: 'votes' };
  let tied = fewest;
  for (let round = history.length - 1; round > 0; round--) {
    const earlier = history[round - 1]!;
    const least = Math.min(...tied.map((id) => earlier.get(id)!));
    tied = tied.filter((id) => earlier.get(id) === least);
    if (tied.length === 1) return { ...result(tied[0]!), by: 'earlier', round };
  }
  return { ...result(tied.reduce((a, b) => (lot.get(a)! > lot.get(b)! ? a : b))), by: 'lot' };
}
