/** What of a result is shown, and how it is drawn. Pure, for phone, wall and report. */
import type { RankedItem, Result } from '../../../shared/model.ts';
import type { Method } from '../../../shared/phases/vote.ts';

/** Items with something; of methods that judge every item, and of fixed answers, all. What is left out is only counted. */
export function shownLines({ method, ranking }: Pick<Result, 'method' | 'ranking'>): RankedItem[] {
  if (method.kind === 'consent' || method.kind === 'pairwise' || isFixed(method)) return ranking;
  return ranking.filter(({ value, wins }) => value > 0 || wins);
}

/** How much of a full bar it is, from 0 to 1; null: whole numbers, drawn as dots. */
export function shareOf({ method, ranking }: Pick<Result, 'method' | 'ranking'>, { value }: RankedItem): number | null {
  switch (method.kind) {
    case 'score':
      return value / (method.max ?? 5);
    case 'jury':
      return value / 5;
    case 'pairwise':
      return value / 100;
    case 'consent':
    case 'vouchers':
      return Math.min(1, value);
    case 'allocate':
      return value / Math.max(1, ranking[0]?.value ?? 1);
    default:
      return null;
  }
}

/** Of methods that divide money: whole euros. */
export function moneyOf({
  method,
  ranking,
}: Pick<Result, 'method' | 'ranking'>): { budget: number; spent: number } | null {
  if (method.kind !== 'budget' && method.kind !== 'vouchers') return null;
  const spent = ranking.reduce((sum, { wins, cost = 0 }) => sum + (wins ? cost : 0), 0);
  return { budget: method.budget, spent };
}

/** Does the cut say who won? Not where each is judged on its own, or where money does. */
export function isCut({ method }: Pick<Result, 'method'>): boolean {
  if (method.kind === 'ranked') return method.count !== 'runoff';
  return !['consent', 'budget', 'vouchers', 'allocate'].includes(method.kind);
}

/** Ids that had the place, and too little support. */
export function tooLittle({ verdicts = [] }: Pick<Result, 'verdicts'>): ReadonlySet<string> {
  return new Set(verdicts.filter(({ passes }) => !passes).map(({ id }) => id));
}

/** A vote on fixed answers, not on what is on the board. */
export function isFixed(method: Method): boolean {
  return method.kind === 'single' && method.choices !== undefined;
}
