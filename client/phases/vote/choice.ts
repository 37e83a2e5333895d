/**
 * What somebody chooses on a ballot, and its bounds, for every method. Pure: the form asks here, the server asks
 * `checkBallot`; a property test says that they agree.
 */
import type { Method } from '../../../shared/phases/vote.ts';
import type { Ballot, VoteItem } from '../../../shared/vote.ts';

type Priced = Pick<VoteItem, 'id' | 'cost'>;
type AmountKey = 'dots' | 'points' | 'vouchers' | 'percent';
type ListKey = 'approve' | 'ranking';

/** Units that are spread: how many, and how many on one. */
export interface AmountRule {
  key: AmountKey;
  most: number;
  onOne: number;
}

/** Items that are chosen or put in order: how many, at least when any, and for how much together. */
export interface ListRule {
  key: ListKey;
  most: number;
  least: number;
  cost: number;
}

/** Of methods whose ballots spread something. */
export function amountRule(method: Method): AmountRule | null {
  switch (method.kind) {
    case 'dots':
      return { key: 'dots', most: method.dots, onOne: Math.min(method.maxPerItem, method.dots) };
    case 'points':
      return { key: 'points', most: method.points, onOne: method.points };
    case 'vouchers':
      return { key: 'vouchers', most: method.vouchers, onOne: method.vouchers };
    case 'allocate':
      return { key: 'percent', most: 100, onOne: 100 };
    case 'budget': {
      const points = method.points ?? 1;
      return method.ballot === 'points' ? { key: 'points', most: points, onOne: points } : null;
    }
    default:
      return null;
  }
}

/** Of methods whose ballots are a list. */
export function listRule(method: Method): ListRule | null {
  const rule = { key: 'approve', least: 0, cost: Infinity } as const;
  switch (method.kind) {
    case 'approval':
      return { ...rule, most: method.max, least: method.min ?? 0 };
    case 'tables':
      return { ...rule, most: method.choices };
    case 'ranked':
      return { ...rule, key: 'ranking', most: method.length };
    case 'budget': {
      if (method.ballot === 'points') return null;
      const { min: least = 0, max: most = Infinity, maxCost: cost = Infinity } = method;
      return { key: method.ballot === 'ranking' ? 'ranking' : 'approve', most, least, cost };
    }
    default:
      return null;
  }
}

export function emptyBallot(method: Method): Ballot {
  const [amounts, list] = [amountRule(method), listRule(method)];
  if (amounts) return amountsAs(amounts.key, {});
  if (list) return listAs(list.key, []);
  if (method.kind === 'single') return { choose: null };
  if (method.kind === 'score') return { scores: {} };
  if (method.kind === 'jury') return { marks: {} };
  return method.kind === 'consent' ? { answers: {} } : { duels: [] };
}

/** Units on it, 1 when it is chosen, or its place in a ranking, from 1. */
export function givenTo(ballot: Ballot, item: string): number {
  const amounts = amountsOf(ballot);
  if (amounts) return amounts[item] ?? 0;
  if ('approve' in ballot) return ballot.approve.includes(item) ? 1 : 0;
  if ('ranking' in ballot) return ballot.ranking.indexOf(item) + 1;
  if ('choose' in ballot) return ballot.choose === item ? 1 : 0;
  return 0;
}

/** Units that were spread, or how many items, answers or pairs the ballot says something of. */
export function spent(ballot: Ballot): number {
  const amounts = amountsOf(ballot);
  if (amounts) return Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
  if ('approve' in ballot) return ballot.approve.length;
  if ('ranking' in ballot) return ballot.ranking.length;
  if ('choose' in ballot) return ballot.choose === null ? 0 : 1;
  if ('duels' in ballot) return ballot.duels.length;
  if ('scores' in ballot) return Object.values(ballot.scores).filter((score) => score !== null).length;
  if ('marks' in ballot) return Object.values(ballot.marks).filter((given) => Object.keys(given).length > 0).length;
  return 'answers' in ballot ? Object.keys(ballot.answers).length : 0;
}

/** How much there is to give; Infinity: as much as one wants. */
export function budgetOf(method: Method): number {
  if (method.kind === 'single') return 1;
  if (method.kind === 'pairwise') return method.duels;
  return amountRule(method)?.most ?? listRule(method)?.most ?? Infinity;
}

/** What the chosen items cost together. */
export function costOf(ballot: Ballot, items: readonly Priced[]): number {
  return items.reduce((sum, { id, cost = 0 }) => sum + (givenTo(ballot, id) > 0 ? cost : 0), 0);
}

/** With so many units on this item, or chosen when it is 1; the same ballot when that does not fit. */
export function give(
  ballot: Ballot,
  method: Method,
  item: string,
  given: number,
  items: readonly Priced[] = [],
): Ballot {
  const [amounts, list] = [amountRule(method), listRule(method)];
  if (amounts) {
    const { [item]: was = 0, ...rest } = amountsOf(ballot) ?? {};
    if (given < 0 || given > amounts.onOne || spent(ballot) - was + given > amounts.most) return ballot;
    return { ...ballot, ...amountsAs(amounts.key, given > 0 ? { ...rest, [item]: given } : rest) };
  }
  if (given < 0 || given > 1) return ballot;
  if (method.kind === 'single') return { choose: given === 1 ? item : null };
  if (!list) return ballot;
  const rest = listOf(ballot).filter((id) => id !== item);
  const next = listAs(list.key, given > 0 ? [...rest, item] : rest);
  return given > 0 && (rest.length >= list.most || costOf(next, items) > list.cost) ? ballot : next;
}

/** What keeps a ballot from being sent: too few choices, or percents that are not yet a hundred; null: nothing. */
export function missing(ballot: Ballot, method: Method): { what: 'choices' | 'percent'; left: number } | null {
  const used = spent(ballot);
  if (used === 0) return null;
  if (method.kind === 'allocate') return used === 100 ? null : { what: 'percent', left: 100 - used };
  const least = listRule(method)?.least ?? 0;
  return used < least ? { what: 'choices', left: least - used } : null;
}

/** Without what does not count any more, or is not on this ballot. */
export function keepOnly(ballot: Ballot, items: readonly { id: string }[]): Ballot {
  const known = new Set(items.map(({ id }) => id));
  const pick = <T>(given: Record<string, T>) =>
    Object.fromEntries(Object.entries(given).filter(([id]) => known.has(id)));
  const amounts = amountsOf(ballot);
  if (amounts) {
    const left = Object.entries(pick(amounts)).filter(([, amount]) => amount > 0);
    return { ...ballot, ...amountsAs(Object.keys(ballot)[0] as AmountKey, Object.fromEntries(left)) };
  }
  if ('approve' in ballot) return { approve: ballot.approve.filter((id) => known.has(id)) };
  if ('ranking' in ballot) return { ranking: ballot.ranking.filter((id) => known.has(id)) };
  if ('choose' in ballot) return { choose: known.has(ballot.choose ?? '') ? ballot.choose : null };
  if ('scores' in ballot) return { scores: pick(ballot.scores) };
  if ('marks' in ballot) return { marks: pick(ballot.marks) };
  if ('answers' in ballot) {
    return { answers: pick(ballot.answers), ...(ballot.reasons && { reasons: pick(ballot.reasons) }) };
  }
  return 'duels' in ballot
    ? { duels: ballot.duels.filter(({ left, right }) => known.has(left) && known.has(right)) }
    : ballot;
}

/** Do they say the same? Only of a ranking the order matters. */
export function same(a: Ballot, b: Ballot): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(ballot: Ballot): unknown {
  if ('ranking' in ballot) return ballot;
  if ('approve' in ballot) return [...ballot.approve].sort();
  if ('duels' in ballot) return [...ballot.duels].map((duel) => JSON.stringify(duel)).sort();
  if ('answers' in ballot) return [byId(ballot.answers), byId(ballot.reasons ?? {})];
  const [key, given] = Object.entries(ballot)[0] as [string, unknown];
  if (typeof given !== 'object' || given === null) return ballot;
  return [key, byId(given).filter(([, value]) => value !== 0 && value !== null), 'next' in ballot && ballot.next];
}

function byId(given: object): [string, unknown][] {
  return Object.entries(given).sort(([one], [other]) => (one < other ? -1 : 1));
}

function amountsOf(ballot: Ballot): Record<string, number> | null {
  if ('dots' in ballot) return ballot.dots;
  if ('points' in ballot) return ballot.points;
  if ('vouchers' in ballot) return ballot.vouchers;
  return 'percent' in ballot ? ballot.percent : null;
}

function listOf(ballot: Ballot): readonly string[] {
  if ('approve' in ballot) return ballot.approve;
  return 'ranking' in ballot ? ballot.ranking : [];
}

function amountsAs(key: AmountKey, given: Record<string, number>): Ballot {
  switch (key) {
    case 'dots':
      return { dots: given };
    case 'points':
      return { points: given };
    case 'vouchers':
      return { vouchers: given };
    case 'percent':
      return { percent: given };
  }
}

function listAs(key: ListKey, ids: string[]): Ballot {
  return key === 'approve' ? { approve: ids } : { ranking: ids };
}
