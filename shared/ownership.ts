/** Whose an item is, beyond cards: a plan belongs to those who wrote it together. */
import type * as Y from 'yjs';
import type { Actor } from './actions.ts';
import { clustersMap, plansMap, readCard } from './document.ts';

type Standing = Pick<Actor, 'role' | 'owns' | 'writes'>;

/** Null when there is no such thing (any more). A theme is everybody's, and so nobody's own; a facilitator speaks for all. */
export function itemFacts(doc: Y.Doc, id: string, actor: Standing): { mine: boolean } | null {
  const leads = actor.role === 'facilitator';
  const card = readCard(doc, id);
  if (card) return card.gone ? null : { mine: leads || actor.owns(id) };
  if (clustersMap(doc).has(id)) return clustersMap(doc).get(id)?.get('gone') === true ? null : { mine: leads };
  return plansMap(doc).has(id) ? { mine: actor.writes(id) } : null;
}
