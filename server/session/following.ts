/**
 * *Vervolg van*: opens a session out of one that has ended. Words come along, as cards with new numbers; of people, authors,
 * votes and tokens nothing does, so that who takes part in the one is nobody in the other.
 */
import type * as Y from 'yjs';
import type { FollowSession } from '../../shared/api/following.ts';
import { cardKindOf, hasTables, type CardKind } from '../../shared/format.ts';
import { makeId, type Random } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import type { Card } from '../../shared/model.ts';
import { refuse } from '../../shared/refusals.ts';
import { groundOf, itemOn, type Ground, type Item } from '../../shared/sources.ts';
import { addCard, setMergedInto } from '../../shared/stamp.ts';
import { clip } from './clip.ts';
import { chosenFormat } from './formats.ts';
import { found } from './founding.ts';
import { teamLine } from './teamline.ts';
import type { Hall } from './hall.ts';
import { answer, type Answer, type Ask, type Founded } from './services.ts';

export function follow(hall: Hall, ask: Ask, input: FollowSession, origin: string): Answer<Founded> {
  const scene = hall.may(ask, { type: 'session.follow' });
  if (!scene.ok) return scene;
  const { code, doc, session } = scene.value;
  const chosen = chosenFormat(input);
  if (!chosen.ok) return chosen;
  const format = chosen.value;
  const kind = input.cardKind === undefined ? format.cardKinds[0]! : cardKindOf(format, input.cardKind);
  if (!kind) return refuse('bad_request', 'cardKind');
  const ground = groundOf(doc);
  const items = [...new Set(input.items)].map((id) => itemOn(ground, id));
  if (items.includes(null)) return refuse('not_found', 'items');
  const words = items
    .filter((item) => item !== null)
    .map((item) => withTeam(wordsOf(item, ground), teamLine(session, ground.live, teamOf(item, ground))));
  if (words.reduce((sum, { originals }) => sum + 1 + originals.length, 0) > limits.cardsPerSession) {
    return refuse('board_full');
  }
  const made = found(
    hall,
    {
      title: input.title,
      question: input.question,
      organiser: session.organiser,
      anchors: input.anchors ? session.anchors : [],
      language: session.language,
      format,
      state: 'prepared',
      showTables: hasTables(format),
      followsFrom: { code, title: session.title },
    },
    origin,
    (fresh) => bring(fresh, words, { kind, at: hall.now(), random: hall.parts.random }),
  );
  hall.transaction(code, () => hall.note(scene.value, 'session.follow', made.code));
  return answer(made);
}

interface Words {
  title: string;
  text: string;
  fields: Card['fields'];
  /** what it was merged from */
  originals: Words[];
}

/** A card with what it was merged from; a theme or a plan as it reads. */
function wordsOf(item: Item, ground: Ground): Words {
  const card = item.is === 'card' ? ground.byId.get(item.id) : undefined;
  if (!card) {
    // Together they may be more than a card can hold, and then no export of the new session would read again.
    const [title, text] = [clip(item.title, limits.titleLength), clip(item.text, most)];
    return { title, text, fields: {}, originals: [] };
  }
  const originals = leavesOf(card, ground).map(({ title, text, fields }) => ({ title, text, fields, originals: [] }));
  return { title: card.title, text: card.text, fields: card.fields, originals };
}

/** What the team of a card or a plan is about. */
function teamOf({ id, is }: Item, { plans }: Ground): string {
  const plan = is === 'plan' ? plans.find((one) => one.id === id) : undefined;
  return plan?.team ?? plan?.card ?? id;
}

/** Under what it says: that there is a team, so that it is found again. */
function withTeam(words: Words, line: string | null): Words {
  if (line === null) return words;
  const room = clip(words.text, most - line.length - 2);
  return { ...words, text: room === '' ? line : `${room}\n\n${line}` };
}

/** What people wrote, through merges of merged cards. */
function leavesOf(card: Card, ground: Ground, seen = new Set<string>()): Card[] {
  return card.mergedFrom.flatMap((id) => {
    const from = ground.byId.get(id);
    if (!from || from.gone || seen.has(id)) return [];
    seen.add(id);
    return from.mergedFrom.length > 0 ? leavesOf(from, ground, seen) : [from];
  });
}

/** Numbered anew, in the order in which they were chosen; what they were merged from comes after all of them. */
function bring(doc: Y.Doc, chosen: readonly Words[], { kind, at, random }: Stamped): void {
  let number = 0;
  const add = ({ title, text, fields }: Words, mergedFrom: string[] = [], id = makeId(random)) => {
    number += 1;
    const known = Object.entries(fields).filter(([field]) => kind.fields?.some((one) => one.id === field));
    const content = { kind: kind.id, title, text, cluster: null, fields: Object.fromEntries(known) };
    addCard(doc, id, content, { number, at, phase: null, run: 0, table: null, via: null }, mergedFrom);
    return id;
  };
  const withOriginals = chosen.map((words) => {
    const ids = words.originals.map(() => makeId(random));
    return { words, ids, into: add(words, ids) };
  });
  for (const { words, ids, into } of withOriginals) {
    for (const [index, original] of words.originals.entries()) {
      setMergedInto(doc, add(original, [], ids[index]), into);
    }
  }
}

interface Stamped {
  kind: CardKind;
  at: number;
  random: Random;
}

const most = limits.textLength * limits.sharedTextSlack;
