/** A ballot of somebody who is not there, for every method. A few items are much more popular, so that a result has a shape. */
import type { Method } from '../../shared/phases/vote.ts';
import type { Ballot, VoteItem } from '../../shared/vote.ts';

type Chance = () => number;

export function randomBallot(method: Method, items: readonly VoteItem[], chance: Chance): Ballot {
  const ids = items.filter(({ struck }) => !struck).map(({ id }) => id);
  const below = (most: number) => Math.floor(chance() * most);
  /** 0 to 1: how good the n-th item is, to most people */
  const liking = (n: number) => Math.min(1, Math.max(0, 1 - n / 14 + (chance() - 0.5) * 0.7));
  const pick = () => ids[Math.floor(chance() ** 2 * Math.min(ids.length, 12))];
  const some = (most: number, least = 0) => {
    const chosen = new Set(Array.from({ length: most }, pick));
    for (const id of ids) if (chosen.size < least) chosen.add(id);
    return [...chosen].filter((id) => id !== undefined);
  };
  const spread = (units: number, mostOnOne: number) => {
    const given: Record<string, number> = {};
    for (let left = units; left > 0; left--) {
      const id = pick();
      if (id !== undefined && (given[id] ?? 0) < mostOnOne) given[id] = (given[id] ?? 0) + 1;
    }
    return given;
  };
  const each = <T>(value: (n: number) => T) => Object.fromEntries(ids.map((id, n) => [id, value(n)]));

  switch (method.kind) {
    case 'approval':
      return { approve: some(method.max, method.min) };
    case 'single':
      return { choose: pick() ?? null };
    case 'dots':
      return { dots: spread(method.dots, method.maxPerItem) };
    case 'points':
      return { points: spread(method.points, method.points) };
    case 'score':
      return { scores: each((n) => (chance() < 0.1 ? null : Math.round(liking(n) * (method.max ?? 5)))) };
    case 'jury':
      return {
        marks: each((n) =>
          Object.fromEntries(method.criteria.map(({ id }) => [id, 1 + Math.round(liking(n) * 4)] as const)),
        ),
      };
    case 'ranked':
      return { ranking: some(method.length) };
    case 'pairwise':
      return { duels: duels(ids, method.duels, below) };
    case 'consent':
      return whyNot(
        each((n) => (chance() < 0.1 ? 'none' : chance() < 0.35 + liking(n) / 2 ? 'yes' : 'no')),
        method.reasons === true,
        chance,
      );
    case 'budget':
      return project(method, items, some);
    case 'allocate':
      return { percent: hundred(spread(20, 20)) };
    case 'vouchers':
      return { vouchers: spread(method.vouchers, method.vouchers) };
    case 'tables':
      return { approve: some(method.choices) };
  }
}

function duels(ids: readonly string[], most: number, below: (most: number) => number) {
  const seen = new Set<string>();
  return Array.from({ length: most }).flatMap(() => {
    const [one, other] = [below(ids.length), below(ids.length)].sort((a, b) => a - b) as [number, number];
    if (one === other || seen.has(`${one} ${other}`)) return [];
    seen.add(`${one} ${other}`);
    return [{ left: ids[one]!, right: ids[other]!, choice: below(10) < 6 ? ('left' as const) : ('right' as const) }];
  });
}

function project(
  { min = 0, max, maxCost, points = 10, ballot = 'approve' }: Method & { kind: 'budget' },
  items: readonly VoteItem[],
  some: (most: number) => string[],
): Ballot {
  const costs = new Map(items.map(({ id, cost = 0 }) => [id, cost]));
  let left = maxCost ?? Infinity;
  const wanted = some(Math.max(min, Math.min(max ?? 5, 5))).filter((id) => {
    const fits = costs.get(id)! <= left;
    if (fits) left -= costs.get(id)!;
    return fits;
  });
  const chosen = wanted.length < min ? [] : wanted;
  if (ballot === 'ranking') return { ranking: chosen };
  if (ballot === 'approve') return { approve: chosen };
  return { points: Object.fromEntries(chosen.map((id) => [id, Math.floor(points / chosen.length)])) };
}

/** Parts of 20 as percents; none when nothing was given. */
function hundred(given: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(given).map(([id, parts]) => [id, parts * 5]));
}

/** One in three says what should be different. */
function whyNot(answers: Record<string, 'yes' | 'no' | 'none'>, asked: boolean, chance: () => number): Ballot {
  const said = Object.keys(answers).filter((id) => asked && answers[id] === 'no' && chance() < 0.34);
  if (said.length === 0) return { answers };
  return { answers, reasons: Object.fromEntries(said.map((id) => [id, 'Zeg erbij wie het gaat doen, en wanneer.'])) };
}
