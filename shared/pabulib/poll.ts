/** A Pabulib file as a poll of the budget method: what its rule asks, its projects and its ballots. */
import type { Channel } from '../channel.ts';
import type { Method } from '../phases/vote.ts';
import type { BudgetBallot, BudgetSettings } from '../tally/budget.ts';
import type { Item } from '../tally/method.ts';
import type { Pabulib, PabulibVote } from './file.ts';
import { readNote, type BudgetRule } from './note.ts';

/** The rules of Pabulib that we count; of the others a file does not say enough. */
const rules = new Map<string | undefined, BudgetRule>([
  ['greedy', { rule: 'greedy' }],
  ['greedy-no-skip', { rule: 'strict' }],
  ['greedy-threshold', { rule: 'threshold' }],
  ['equalshares', { rule: 'equal-shares', completion: 'none' }],
  ['equalshares/add1', { rule: 'equal-shares', completion: 'add1' }],
]);

/** How the file says it was counted; null when it does not say, or in a way that is not known here. */
export function ruleOf({ meta }: Pabulib): BudgetRule | null {
  return readNote(meta.comment)?.rule ?? rules.get(meta.rule) ?? null;
}

/** The seed of the lot; '' when the file does not give one. */
export function seedOf({ meta }: Pabulib): string {
  return readNote(meta.comment)?.seed ?? '';
}

/** One whole euro is the step by which shares are raised, also when costs are in cents. */
export function settingsOf(file: Pabulib, rule: BudgetRule): BudgetSettings {
  const least = Number(file.meta.min_project_score_threshold ?? 0);
  const length = Number(file.meta.max_length);
  return {
    kind: 'budget',
    budget: file.budget,
    step: file.scale,
    ...(Number.isSafeInteger(least) ? { least } : {}),
    ...(file.voteType === 'ordinal' && Number.isSafeInteger(length) ? { max: length } : {}),
    ...rule,
  };
}

export function itemsOf(file: Pabulib): Item[] {
  return file.projects.map(({ id, name, cost }) => ({ id, title: name, cost }));
}

export function ballotsOf(file: Pabulib): BudgetBallot[] {
  const standard = Number(file.meta.default_score ?? 0);
  return file.votes.map((vote): BudgetBallot => {
    switch (file.voteType) {
      case 'approval':
      case 'choose-1':
        return { approve: vote.projects };
      case 'ordinal':
        return { ranking: vote.projects };
      case 'cumulative':
        return { points: pointsOf(vote) };
      case 'scoring':
        return { points: standard > 0 ? { ...everything(file, standard), ...pointsOf(vote) } : pointsOf(vote) };
    }
  });
}

/** How each vote came, where the file says so of any. */
export function waysIn({ votes }: Pabulib): Channel[] | undefined {
  return votes.some(({ paper }) => paper) ? votes.map(({ paper }) => (paper ? 'paper' : 'digital')) : undefined;
}

/** As our own votes have it: with what people do on the ballot. */
export function methodIn({ voteType, budget }: Pabulib, { max }: BudgetSettings): Method {
  const ballot =
    voteType === 'ordinal' ? 'ranking' : voteType === 'approval' || voteType === 'choose-1' ? 'approve' : 'points';
  return { kind: 'budget', rule: 'greedy', budget, ballot, ...(max === undefined ? {} : { max }) };
}

/** The ids that the file says were funded within the budget; null when it does not say. */
export function selectedIn(file: Pabulib): string[] | null {
  if (file.projects.every(({ selected }) => selected === null)) return null;
  return file.projects.filter(({ selected }) => selected === 1).map(({ id }) => id);
}

function pointsOf({ projects, points }: PabulibVote): Record<string, number> {
  return Object.fromEntries(projects.map((id, index) => [id, points[index]!]));
}

function everything({ projects }: Pabulib, points: number): Record<string, number> {
  return Object.fromEntries(projects.map(({ id }) => [id, points]));
}
