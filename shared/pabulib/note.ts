/**
 * What our own files say in `comment`, because Pabulib has no field for it: the rule under its own name, the units in one
 * euro when it was not counted in whole euros, and the seed of the lot. As in `#1: kantelbord rule=equal-shares completion=add1u lot=5f…`.
 */
import * as v from 'valibot';
import type { BudgetSettings } from '../tally/budget.ts';
import { budgetSettings } from '../tally/settings.ts';

/** What a file must tell to be counted, besides what Pabulib has fields for. */
const ruleSchema = v.pick(budgetSettings, ['rule', 'completion', 'utility', 'step', 'support']);

export type BudgetRule = v.InferOutput<typeof ruleSchema>;

interface Note {
  rule: BudgetRule;
  scale: number;
  seed: string;
}

export function writeNote(settings: BudgetSettings, scale: number, seed: string): string {
  const { rule, completion = 'add1u', utility, step, support } = settings;
  const shares = rule === 'equal-shares' ? { completion, utility, step } : {};
  const unit = scale === 1 ? undefined : scale;
  const told = Object.entries({ rule, ...shares, support, scale: unit, lot: seed });
  const filled = told.filter(([, value]) => value !== undefined);
  return `#1: kantelbord ${filled.map(([key, value]) => `${key}=${value}`).join(' ')}`;
}

/** null when there is no such note, or it says what we do not know. */
export function readNote(comment: string | undefined): Note | null {
  const [, told] = /#\d+: kantelbord((?: [a-z]+=[\w-]*)+)/.exec(comment ?? '') ?? [];
  if (told === undefined) return null;
  const pairs = told.trim().split(' ');
  const {
    lot: seed = '',
    scale = '1',
    step,
    support,
    ...names
  } = Object.fromEntries(pairs.map((one) => one.split('=')));
  const rule = v.safeParse(ruleSchema, {
    ...names,
    step: step === undefined ? undefined : Number(step),
    support: support === undefined ? undefined : support === 'true',
  });
  return rule.success && /^10{0,4}$/.test(scale) ? { rule: rule.output, scale: Number(scale), seed } : null;
}
