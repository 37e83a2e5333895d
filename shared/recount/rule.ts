import type { BudgetRule } from '../pabulib/note.ts';
import type { Options } from './report.ts';

/** As the file says, unless it is asked otherwise; a completion alone asks for equal shares. null: nobody says how. */
export function chooseRule<R extends BudgetRule>(said: R | null, { rule, completion }: Options): R | BudgetRule | null {
  const chosen = rule ?? (completion === undefined ? said?.rule : 'equal-shares');
  if (chosen === undefined) return null;
  const kept = said?.rule === chosen ? said : { ...said, rule: chosen };
  return { ...kept, completion: chosen === 'equal-shares' ? (completion ?? kept.completion ?? 'add1u') : undefined };
}
