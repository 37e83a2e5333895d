import type { Card } from '../../../shared/model.ts';
import { plainOf, wordsIn } from '../../board/plain.ts';

const allOf = plainOf((card: Card) => `${card.number} ${card.title} ${card.text}`);

/** The newest first; with words, only cards that hold them all, in title, text or number. */
export function findCards(cards: readonly Card[], typed: string): Card[] {
  const wanted = wordsIn(typed);
  const found =
    wanted.length === 0 ? cards : cards.filter((card) => wanted.every((word) => allOf(card).includes(word)));
  return [...found].reverse();
}
