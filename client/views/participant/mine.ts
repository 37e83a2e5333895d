/** What a participant finds under *Mijn kaarten*: one row a card, whatever became of it. */
import { placeOf as themeOf } from '../../../shared/document.ts';
import type { Card, Cluster, Fields } from '../../../shared/model.ts';
import type { Me } from '../../../shared/api/me.ts';
import type { Board } from '../../board/board.svelte.ts';
import type { Draft } from '../../connection/journal.ts';

export type HeldReason = Me['held'][number]['reason'];

export type Row =
  | { is: 'card'; id: string; card: Card; theme: Cluster | null; into: Card | null }
  | {
      is: 'held';
      id: string;
      title: string;
      text: string;
      reason: HeldReason;
      state: 'waiting' | 'admitted' | 'declined';
    }
  | { is: 'gone'; id: string; title: string; text: string; withdrawn: boolean; reason: string };

/** Newest first; what waits for its number was made last. */
export function rowsOf({ myCards, me, picture }: Pick<Board, 'myCards' | 'me' | 'picture'>): Row[] {
  const order = (card: Card) => card.number || Infinity;
  const cards = [...myCards].sort((a, b) => order(b) - order(a) || (a.id < b.id ? 1 : -1));
  const there = new Set(cards.map(({ id }) => id));
  const held = (me?.held ?? []).filter(({ id }) => !there.has(id));
  return [
    ...held.map(({ id, title, text, reason, state }) => ({ is: 'held' as const, id, title, text, reason, state })),
    ...cards.map((card) => {
      const place = themeOf(card.cluster, picture.clusterById);
      const parent = card.mergedInto === null ? undefined : picture.byId.get(card.mergedInto);
      const into = parent && parent.gone === null ? parent : null;
      return {
        is: 'card' as const,
        id: card.id,
        card,
        into,
        theme: place === null ? null : (picture.clusterById.get(place) ?? null),
      };
    }),
    ...(me?.gone ?? [])
      .filter(({ card }) => !there.has(card))
      .map(({ card, gone, reason, title, text }) => ({
        is: 'gone' as const,
        id: card,
        title,
        text,
        reason,
        withdrawn: gone === 'withdrawn',
      })),
  ];
}

/** What a draft says, as a card does. */
export function wordsOf({ title, text, fields = {} }: Draft): { title: string; text: string; fields: Fields } {
  return { title, text, fields };
}

/** What a draft hangs under or stands in. */
export function placeOf({ on, column }: Draft): { on?: string; column?: string } {
  return { ...(on && { on }), ...(column && { column }) };
}

/** The draft that the writing field itself holds: it is not shown twice. */
export function writingId(phase: string, run: number): string {
  return `writing:${phase}:${run}`;
}

export function editingId(card: string): string {
  return `edit:${card}`;
}

/** Came back first, then what was never sent; without what lies open in a field. */
export function draftsOf(drafts: readonly Draft[], open: readonly string[]): Draft[] {
  const shown = drafts.filter(({ id, title, text }) => !open.includes(id) && (title + text).trim() !== '');
  return shown.sort((a, b) => Number(b.reason !== null) - Number(a.reason !== null) || b.at - a.at);
}
