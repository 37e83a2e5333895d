/** Which steps of a count a room has patience for. Pure. */
import type { Result } from '../../../shared/model.ts';
import type { Step } from '../../../shared/tally/log.ts';

/** on the wall, large enough for the back row */
export const stepsPerPage = 5;

/** For the wall: what is said of one item only where it won, or came next. The rest is on the phones and in the report. */
export function stepsForWall(steps: readonly Step[], { ranking }: Pick<Result, 'ranking'>): Step[] {
  const won = ranking.filter(({ wins }) => wins);
  const next = ranking.find(({ wins }) => !wins);
  const near = new Set([...won, ...(next ? [next] : [])].map(({ id }) => id));
  return steps.filter((step) => {
    switch (step.step) {
      case 'item':
      case 'judged':
      case 'amount':
      case 'coverage':
        return near.has(step.id);
      case 'unranked':
      case 'left out':
        return false;
      case 'tie':
        return step.ids.some((id) => near.has(id));
      default:
        return true;
    }
  });
}

/** A page that is there, of so many. */
export function pageOf<T>(list: readonly T[], page: number): { from: number; part: readonly T[]; last: number } {
  const last = Math.max(0, Math.ceil(list.length / stepsPerPage) - 1);
  const from = Math.min(page, last) * stepsPerPage;
  return { from, part: list.slice(from, from + stepsPerPage), last };
}
