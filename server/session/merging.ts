/** Several cards become one, and apart again. The originals stay, readable and reversible. */
import type { MergeCards } from '../../shared/api.ts';
import { readCard } from '../../shared/document.ts';
import { cardKindOf, type CardField } from '../../shared/format.ts';
import { makeId } from '../../shared/ids.ts';
import type { Card } from '../../shared/model.ts';
import { refuse } from '../../shared/refusals.ts';
import { fits } from '../../shared/details.ts';
import { addCard, restOf, setMergedInto, takeOut, type CardContent } from '../../shared/stamp.ts';
import { noteGrouped } from './grouping.ts';
import type { Hall } from './hall.ts';
import { quoteInDocument, quoteInStore } from './quotes.ts';
import { answer, type Answer, type Ask } from './services.ts';
import { stampOf } from './stamping.ts';
import { freeOriginals } from './taking.ts';

export function mergeCards(hall: Hall, ask: Ask, input: MergeCards): Answer<{ id: string }> {
  const cards = [...new Set(input.cards)];
  const id = input.id ?? makeId(hall.parts.random);
  const entered = hall.enter(ask);
  if (!entered.ok) return entered;
  const there = readCard(entered.value.doc, id);
  if (there)
    return entered.value.register.authors.of(id) === entered.value.who ? answer({ id }) : refuse('card_exists');

  const asked = hall.may(ask, { type: 'cards.merge', cards });
  if (!asked.ok) return asked;
  const { code, doc, register, session, room, who } = asked.value;
  if (cards.length < 2) return refuse('bad_request', 'cards');
  const originals = cards.map((card) => readCard(doc, card)!);
  const { kind, cluster } = originals[0]!;
  const words = { title: input.title, text: input.text ?? '' };
  const cardKind = cardKindOf(session.format, kind);
  const bad = cardKind ? fits(words, cardKind) : refuse('bad_content', 'kind');
  if (bad) return bad;
  const stamp = { who, phase: session.phase, at: hall.now(), table: null };
  hall.act(
    asked.value,
    'cards.merge',
    id,
    (board) => {
      const content = { kind, ...words, cluster, ...joined(originals, cardKind?.fields ?? []) };
      addCard(board, id, content, stampOf(register, board, stamp), cards);
      for (const card of cards) setMergedInto(board, card, id);
    },
    () => {
      register.setAuthor(id, who);
      const by = register.participant(who)?.number ?? 0;
      for (const card of cards)
        noteGrouped(hall.parts.store, code, session, { card, theme: cluster, by, at: stamp.at });
    },
  );
  room.poke(who);
  return answer({ id });
}

/** Texts one under the other, as far as they fit; of amounts the first, for two of them are no third. */
function joined(
  originals: readonly Card[],
  asked: readonly CardField[],
): Pick<CardContent, 'fields' | 'on' | 'column'> {
  const [first] = originals;
  const fields = asked.flatMap(({ id, max, kind }) => {
    const said = [...new Set(originals.map((card) => card.fields[id]?.trim() ?? ''))].filter(Boolean);
    if (said.length === 0) return [];
    const fits = (all: string, one: string) => kind !== 'money' && all.length + one.length < max;
    return [[id, said.reduce((all, one) => (fits(all, one) ? `${all}\n${one}` : all))] as const];
  });
  const on = originals.every((card) => card.on === first?.on) ? first?.on : null;
  return restOf({ fields: Object.fromEntries(fields), on, column: first?.column });
}

/**
 * What the merged card said is kept for its maker, as with a card that was withdrawn; and in restore points, which put it
 * together again.
 */
export function unmergeCard(hall: Hall, ask: Ask, card: string): Answer<null> {
  const asked = hall.may(ask, { type: 'card.unmerge', card });
  if (!asked.ok) return asked;
  const { code, doc, register, room } = asked.value;
  const into = readCard(doc, card)?.mergedInto ?? null;
  if (into !== null && readCard(doc, into)?.gone === null) return refuse('built_upon');
  hall.act(
    asked.value,
    'card.unmerge',
    card,
    (board) => {
      freeOriginals(board, card);
      quoteInDocument(board, card, null);
      return takeOut(board, card, 'withdrawn');
    },
    (content) => {
      if (content) hall.parts.store.gone.put({ session: code, card, gone: 'withdrawn', reason: '', content });
      quoteInStore(hall, asked.value, card, null);
      hall.broom.mark(code);
    },
  );
  room.poke(register.authors.of(card) ?? null);
  hall.broom.tidy();
  return answer(null);
}
