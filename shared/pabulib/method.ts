/** The way of voting that a Pabulib file describes, as the settings of a budget vote in whole euros. */
import type { Method } from '../phases/vote.ts';
import { readAmount } from './amount.ts';
import { fault, type Fault } from './faults.ts';
import type { Pabulib } from './file.ts';
import { ruleOf } from './poll.ts';

type Budget = Extract<Method, { kind: 'budget' }>;

const most = { length: 1_000, points: 1_000_000, money: 1_000_000_000, votes: 1_000_000_000 };
const ballots = {
  approval: 'approve',
  'choose-1': 'approve',
  ordinal: 'ranking',
  cumulative: 'points',
  scoring: 'points',
} as const;

/** A rule that is not known here is not guessed at: then it is equal shares, our own default. */
export function votingIn(file: Pabulib): { ok: true; method: Budget } | Fault {
  const { lines, scale, budget, voteType } = file;
  const found = new Map<string, number>();
  for (const [key, high] of [
    ['min_length', most.length],
    ['max_length', most.length],
    ['max_sum_points', most.points],
    ['min_project_score_threshold', most.votes],
  ] as const) {
    const said = file.meta[key];
    if (said === undefined || said === '') continue;
    const value = readAmount(said, 1);
    if (value === null || Number(said) !== value) return fault(lines[key]!, 'number', key, said);
    if (value > high && key !== 'max_length') return fault(lines[key]!, 'much', key, said, high);
    found.set(key, value);
  }
  const [min, max] = [found.get('min_length'), voteType === 'choose-1' ? 1 : found.get('max_length')];
  if (max === 0) return fault(lines.max_length!, 'bound', 'max_length', 0);
  if (min !== undefined && min > Math.min(max ?? Infinity, file.projects.length)) {
    return fault(lines.min_length!, 'bound', 'min_length', min);
  }
  const together = file.meta.max_sum_cost;
  const maxCost = together ? readAmount(together, 1) : undefined;
  if (maxCost === null) return fault(lines.max_sum_cost!, 'number', 'max_sum_cost', together!);
  const rule = ruleOf(file) ?? ({ rule: 'equal-shares', completion: 'add1u' } as const);
  const points = found.get('max_sum_points') ?? mostGiven(file);
  const ballot = ballots[voteType];
  if (ballot === 'points' && points === 0) return fault(lines.vote_type!, 'missing', 'max_sum_points');
  return {
    ok: true,
    method: {
      kind: 'budget',
      budget: budget / scale,
      ...rule,
      ...(rule.rule === 'threshold' && { least: found.get('min_project_score_threshold') ?? 0 }),
      ...(min && { min }),
      ...(max !== undefined && max <= most.length && { max }),
      ...(maxCost && { maxCost }),
      ...(ballot !== 'approve' && { ballot }),
      ...(ballot === 'points' && { points }),
    },
  };
}

/** Where the file gives no bound of the points on a ballot: what somebody gave. */
function mostGiven({ votes }: Pabulib): number {
  return votes.reduce(
    (high, { points }) =>
      Math.max(
        high,
        points.reduce((sum, one) => sum + one, 0),
      ),
    0,
  );
}
