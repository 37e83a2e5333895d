import type { Card } from '../../../shared/model.ts';

/** The newest first; with words, only cards that hold them all, in title, text or number. */
export function findCards(cards: readonly Card[], typed: string): Card[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  const found = wanted.length === 0 ? cards : cards.filter((card) => holds(card, wanted));
  return [...found].reverse();
}

function holds(card: Card, wanted: readonly string[]): boolean {
  const all = plain(`${card.number} ${card.title} ${card.text}`);
  return wanted.every((word) => all.includes(word));
}

/** Nobody types the accent of "ideeën" in a hurry. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
