/** What counting a file again is asked, and what it says. */
import * as v from 'valibot';
import type { Column } from '../model.ts';
import type { Outcome } from '../tally/method.ts';

/** What may differ from how the file says it was counted; rule and completion are of budgets. */
export interface Options {
  rule?: 'equal-shares' | 'greedy' | 'strict' | 'threshold';
  completion?: 'none' | 'add1' | 'add1u' | 'u';
  seed?: string;
}

/** One vote, counted again. */
export interface Recounted {
  /** which vote of a session; null when the file does not say */
  vote: { phase: string; run: number } | null;
  /** of a budget its rule */
  method: string;
  /** of equal shares */
  completion: string | null;
  outcome: Outcome;
  /** by the way ballots came; empty when all came digitally, or the file does not say */
  columns: Column[];
  /** units in one euro */
  scale: number;
  /** sentences; empty when all is equal, null when the file has no result to compare with */
  differences: string[] | null;
}

/** `withheld`: votes whose ballots are not in the file. `problem`: a sentence on a file that can not be read, or not be counted as asked; `line` from 1. */
export type Recount =
  { ok: true; of: 'session' | 'vote'; votes: Recounted[]; withheld?: { phase: string; run: number }[] } | Problem;
export interface Problem {
  ok: false;
  problem: string;
  line?: number;
}

/** The first thing that is wrong with a file, and where. */
export function invalid(issue: v.BaseIssue<unknown>): Problem {
  const path = v.getDotPath(issue);
  return { ok: false, problem: `This is not a valid export${path === null ? '' : ` at ${path}`}: ${issue.message}.` };
}

export const onlyBudgets: Problem = { ok: false, problem: '--method and --completion are for budgets.' };

export function asksForRule({ rule, completion }: Options): boolean {
  return rule !== undefined || completion !== undefined;
}
