/** Reactions as views show them: under what card, and of what sort. */
import type { Phase, Format } from '../../../shared/format.ts';
import type { Card } from '../../../shared/model.ts';
import { said } from '../../text/language.svelte.ts';
import type { Picture } from '../../board/picture.ts';

/** To the card, and to the cards it was made of, in order of arrival. */
export function reactionsTo(card: Card, { reactions, byId }: Pick<Picture, 'reactions' | 'byId'>): readonly Card[] {
  if (card.mergedFrom.length === 0) return reactions.get(card.id) ?? [];
  const originals = card.mergedFrom
    .flatMap((id) => byId.get(id) ?? [])
    .filter(({ mergedInto }) => mergedInto === card.id);
  return [reactions.get(card.id) ?? [], ...originals.map((one) => reactionsTo(one, { reactions, byId }))].flat();
}

/** What a card's column is called, or what sort of reaction it is; empty when it says none that the format has. */
export function columnName(format: Format | undefined, { column }: Pick<Card, 'column'>): string {
  const found = column === null ? undefined : format?.phases.flatMap(placesOf).find(({ id }) => id === column);
  return found ? said(found.title) : '';
}

function placesOf(phase: Phase) {
  if (phase.kind === 'contribute') return [...(phase.sorts ?? []), ...(phase.columns ?? [])];
  return phase.kind === 'arrange' ? (phase.columns ?? []) : [];
}
