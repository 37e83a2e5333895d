/** Whose an item is, beyond cards: a plan belongs to those who wrote it together. */
import type * as Y from 'yjs';
import type { Actor } from './actions.ts';
import { clustersMap, plansMap, readCard } from './document.ts';
import { readPlans } from './plans.ts';

export type Standing = Pick<Actor, 'role' | 'table' | 'owns'>;

/** Null when there is no such thing (any more). A theme is everybody's, and so nobody's own; a facilitator speaks for all. */
export function itemFacts(doc: Y.Doc, id: string, actor: Standing): { mine: boolean } | null {
  const leads = actor.role === 'facilitator';
  const card = readCard(doc, id);
  if (card) return card.gone ? null : { mine: leads || actor.owns(id) };
  if (clustersMap(doc).has(id)) return clustersMap(doc).get(id)?.get('gone') === true ? null : { mine: leads };
  if (!plansMap(doc).has(id)) return null;
  const plan = readPlans(doc).find((one) => one.id === id);
  return plan ? { mine: leads || isPlanOf(plan, actor) } : null;
}

export function isPlanOf(
  plan: { table: number | null; card: string | null },
  { table, owns }: Pick<Standing, 'table' | 'owns'>,
): boolean {
  return (plan.table !== null && plan.table === table) || (plan.card !== null && owns(plan.card));
}
