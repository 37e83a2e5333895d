/** The board before anything happens: the same cards for every server, as an import and as a document. */
import { randomBytes, randomInt } from 'node:crypto';
import * as Y from 'yjs';
import type { NewCard } from '../../shared/document.ts';
import { exportVersion, type ExportFile } from '../../shared/exportfile.ts';
import type { Phase } from '../../shared/format.ts';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import { makeId } from '../../shared/ids.ts';
import { addCard, setSession } from '../../shared/stamp.ts';
import bundled from '../../server/rehearsal/ideas.json';

export interface Seed {
  cards: number;
  /** for Kantelbord */
  file: ExportFile;
  /** for the others; the same content. Never changed. */
  doc: Y.Doc;
}

const phase = 'pitch';
const words = bundled.ideas.flatMap(({ title, text }) => `${title} ${text}`.split(/\s+/));

/** What somebody writes; `number` chooses the words. */
export function newCard(number: number): NewCard {
  const { title, text } = bundled.ideas[number % bundled.ideas.length]!;
  return { id: makeId(randomBytes), kind: 'idea', title, text };
}

/**
 * A card as long as any, of words in no order and a name that nobody else wrote. Where packing counts, cards that many
 * people wrote the same word for word would say too little; these pack about as people's own do.
 */
export function ownCard(number: number): NewCard {
  const card = newCard(number);
  return {
    ...card,
    title: shuffled(card.title.length),
    text: `${makeId(randomBytes).slice(0, 7)} ${shuffled(card.text.length - 8)}`,
  };
}

function shuffled(length: number): string {
  let text = '';
  while (text.length < length) text += `${words[randomInt(words.length)]} `;
  return text.slice(0, Math.max(1, length)).trim();
}

/** `now`: ms since 1970. `write`: what is on each card. */
export function makeSeed(cards: number, now: number, write = newCard): Seed {
  const session: ExportFile['session'] = {
    title: 'Lindewijk aan zet',
    question: 'Welk idee maakt de buurt warmer?',
    organiser: 'Gemeente Lindestad',
    anchors: ['Er is € 40.000', 'De speeltuin blijft', 'Klaar voor 1 juli 2027'],
    language: 'nl',
    // few writers may have to write much
    format: { ...ideeenronde, phases: ideeenronde.phases.map(withRoom) },
    state: 'running',
    phase,
    run: 1,
    runs: { [phase]: 1 },
    doors: 'open',
    locked: false,
    showTables: false,
  };
  const written = Array.from({ length: cards }, (_, index) => {
    const stamp = { number: index + 1, at: now + index, phase, run: 1, table: null, via: null };
    return {
      ...write(index),
      fields: {},
      on: null,
      column: null,
      ...stamp,
      cluster: null,
      gone: null,
      mergedFrom: [],
      mergedInto: null,
    };
  });
  const file = {
    kantelbord: exportVersion,
    exportedAt: now,
    code: 'AAAA-AAAA',
    createdAt: now,
    session,
    people: [],
    clusters: [],
    cards: written,
    held: [],
    votes: [],
  } satisfies ExportFile;
  return { cards, file, doc: docOf(file) };
}

function withRoom(one: Phase): Phase {
  return one.kind === 'contribute' ? { ...one, maxPerPerson: 200 } : one;
}

function docOf({ session, cards }: ExportFile): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    setSession(doc, session);
    for (const { id, kind, title, text, number, at, phase, run } of cards) {
      addCard(doc, id, { kind, title, text, cluster: null }, { number, at, phase, run, table: null, via: null });
    }
  });
  return doc;
}
