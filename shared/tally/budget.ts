import * as v from 'valibot';
import { equalShares } from './equalshares.ts';
import { fraction, write } from './fraction.ts';
import { isKnown, ones, total } from './gather.ts';
import { greedy } from './greedy.ts';
import type { Step } from './log.ts';
import type { Item, Method, Outcome, Poll } from './method.ts';
import { placesOf } from './places.ts';
import { costOf, makeInstance, sieve, type Wishes } from './project.ts';
import { rankItems, tiesIn } from './rank.ts';
import { borda } from './ranked.ts';
import { amounts, ids } from './schema.ts';
import { budgetSettings } from './settings.ts';

const ballot = v.union([
  v.strictObject({ approve: ids }),
  v.strictObject({ points: amounts(1_000_000) }),
  v.strictObject({ ranking: ids }),
]);

export type BudgetSettings = v.InferOutput<typeof budgetSettings>;
export type BudgetBallot = v.InferOutput<typeof ballot>;

/** Budget (DOMAIN 3D, 4.8, 4.9): projects with a cost, chosen within one sum of money. */
export const budget: Method<typeof budgetSettings, typeof ballot> = {
  settings: budgetSettings,
  ballot,
  breach(given, { min = 0, max, maxCost, points }, items) {
    const chosen = chosenOn(given);
    if (!isKnown(chosen, items)) return 'items';
    if (chosen.length > 0 && chosen.length < min) return 'min';
    if (max !== undefined && chosen.length > max) return 'max';
    if (maxCost !== undefined && costTogether(chosen, items) > maxCost) return 'maxCost';
    return points !== undefined && 'points' in given && total(given.points) > points ? 'points' : null;
  },
  isBlank: (given) => chosenOn(given).length === 0,
  count(poll) {
    const { method, items, ballots, seed } = poll;
    const blank = ballots.filter(budget.isBlank).length;
    const voters = method.voters === 'all' ? ballots.length : ballots.length - blank;
    const length = method.max ?? items.length;
    const wishes = ballots.map((one) => wishesOn(one, length));
    const instance = makeInstance(items, wishes, method.budget, voters, seed);
    const least = method.rule === 'threshold' ? (method.least ?? 0) : 0;
    const { able, steps } = sieve(instance, items, { least, support: method.support ?? false });
    const { chosen, steps: told } =
      method.rule === 'equal-shares'
        ? equalShares(instance, able, {
            completion: method.completion ?? 'add1u',
            utility: method.utility ?? 'cost',
            step: method.step ?? 1,
            progress: poll.progress,
          })
        : greedy(able, instance.budget, method.rule === 'strict');
    const start: Step = { step: 'ballots', cast: ballots.length, blank, electorate: poll.electorate };
    const votes = new Map(instance.projects.map((project) => [project.id, project.votes]));
    const ranking = rank(poll, votes, new Set(chosen.map(({ id }) => id)));
    return {
      ...ranking,
      winners: chosen.map(({ id }) => id),
      cast: ballots.length,
      blank,
      spent: `${costOf(chosen)}`,
      log: [start, ...steps, ...told],
    };
  },
};

/** All projects by votes, cost and lot, the order people know from a list; who won is decided by the rule. */
function rank(poll: Poll<BudgetSettings, BudgetBallot>, votes: ReadonlyMap<string, bigint>, won: ReadonlySet<string>) {
  const keys = ['votes', 'cost'];
  const scored = poll.items.map((item) => {
    const given = votes.get(item.id)!;
    const values = [fraction(given), fraction(-(item.cost ?? 0))];
    return { item, values, mayWin: given > 0n, ranked: true };
  });
  const ranking = rankItems(scored, poll.seed);
  const lines: Outcome['ranking'] = ranking.map(({ item: { id, title, cost = 0 }, rank: place, values }) => {
    return { id, title, rank: place, values: [write(values[0]!), `${cost}`], wins: won.has(id) };
  });
  return { keys, ranking: lines, ties: tiesIn(ranking, keys), again: [], verdicts: [] };
}

/** The projects a ballot wants, in its order. */
export function chosenOn(given: BudgetBallot): string[] {
  if ('approve' in given) return given.approve;
  if ('ranking' in given) return given.ranking;
  return Object.keys(given.points).filter((id) => given.points[id]! > 0);
}

/** A ranking is counted as its Borda points (DOMAIN 4.9). */
function wishesOn(given: BudgetBallot, length: number): Wishes {
  if ('approve' in given) return new Map(Object.entries(ones(given.approve)));
  if ('points' in given) return new Map(Object.entries(given.points));
  return new Map([...borda([given.ranking.slice(0, length)], length)].map(([id, { points }]) => [id, points]));
}

function costTogether(chosen: readonly string[], items: readonly Item[]): number {
  const places = placesOf(items);
  return chosen.reduce((sum, id) => sum + (items[places.get(id) ?? -1]?.cost ?? 0), 0);
}
