/** What a plan is called, and what its fields are. */
import type { Plan } from '../../../shared/plans.ts';
import { templateOf, type TemplateField } from '../../../shared/templates.ts';

/** Its own title; else its table. Null: neither. */
export function nameOf(plan: Plan, table: (n: number) => string): string | null {
  return plan.title.trim() || (plan.table === null ? null : table(plan.table));
}

/** The fields of its template, with what the board tells of them. */
export function filled(plan: Plan): { field: TemplateField; text: string }[] {
  const fields = templateOf(plan.template)?.fields ?? [];
  return fields.map((field) => ({ field, text: plan.words[field.id] ?? '' }));
}
