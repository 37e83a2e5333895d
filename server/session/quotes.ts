/**
 * Votes and results quote cards. When a card's words leave the board the quotes go with them, and come back with them:
 * what was hidden or withdrawn is in one place only, and what was erased is nowhere.
 */
import type * as Y from 'yjs';
import { readCard, readLive, readResults } from '../../shared/document.ts';
import type { Result } from '../../shared/model.ts';
import { addResult, setLive, type CardContent } from '../../shared/stamp.ts';
import type { VoteItem, VoteRecord } from '../../shared/vote.ts';
import type { Hall, Scene } from './hall.ts';
import { isOpen } from './voters.ts';

type Words = Pick<CardContent, 'title' | 'text'>;
const none: Words = { title: '', text: '' };

/** In the results and rankings everybody can see. `words` null: they left the board. */
export function quoteInDocument(doc: Y.Doc, card: string, words: Words | null): void {
  for (const result of readResults(doc)) {
    if (names(result, card)) addResult(doc, requoted(result, card, words ?? none));
  }
  for (const [key, value] of readLive(doc)) {
    const lines = listed.find(({ start }) => key.startsWith(start))?.lines;
    if (!lines) continue;
    const quoting = (value as Record<string, Result['ranking'] | undefined>)[lines];
    if (!quoting?.some(({ id }) => id === card)) continue;
    setLive(doc, key, { ...(value as object), [lines]: retitled(quoting, card, words ?? none) });
  }
}

/** What quotes titles under `live`: by another rule (compared.ts), and where arranging or presenting ended (ranking.ts). */
const listed = [
  { start: 'other:', lines: 'ranking' },
  { start: 'ranking:', lines: 'lines' },
] as const;

/**
 * In what the store has of votes and results; after the document was changed. A vote that is open loses the item, or gets
 * it back. Gives whether one did.
 */
export function quoteInStore(hall: Hall, { code, doc, register }: Scene, card: string, words: Words | null): boolean {
  const { store } = hall.parts;
  for (const { result, revealed } of store.results.of(code)) {
    if (names(result, card)) store.results.put(code, requoted(result, card, words ?? none), revealed);
  }
  let struck = false;
  for (const vote of register.votes) {
    if (!vote.items.some((item) => quotes(item, card))) continue;
    const strikes = isOpen(vote) && vote.items.some(({ id }) => id === card);
    struck ||= strikes;
    register.putVote({ ...vote, items: vote.items.map((item) => requote(vote, item)) });
  }
  return struck;

  function requote(vote: VoteRecord, item: VoteItem): VoteItem {
    if (item.id === card) return { ...item, ...(words ?? none), struck: isOpen(vote) ? words === null : item.struck };
    return vote.settings.items === 'clusters' && quotes(item, card) ? { ...item, text: titles(doc, item) } : item;
  }
}

/** A theme on the ballot lists the titles of its cards. */
function titles(doc: Y.Doc, { originals }: VoteItem): string {
  const cards = originals.map((id) => readCard(doc, id)).filter((card) => card !== null && card.gone === null);
  return cards.map((card) => card!.title).join(' · ');
}

function quotes(item: VoteItem, card: string): boolean {
  return item.id === card || item.originals.includes(card);
}

function names(result: Result, card: string): boolean {
  return result.ranking.some(({ id }) => id === card);
}

function requoted(result: Result, card: string, words: Words): Result {
  return { ...result, ranking: retitled(result.ranking, card, words) };
}

function retitled<T extends { id: string }>(lines: readonly T[], card: string, { title }: Words): T[] {
  return lines.map((line) => (line.id === card ? { ...line, title } : line));
}
