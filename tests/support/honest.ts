/**
 * An honest participant: our own client's connection and journal, over whatever wire it is given, with a tally of every
 * card it wrote, so that a test can say where each of them is in the end.
 */
import * as Y from 'yjs';
import { Connection } from '../../client/connection/connection.ts';
import { memoryShelf, type Draft, type Step } from '../../client/connection/journal.ts';
import { aboutOf, actionOf, landedAfterAll } from '../../client/connection/replay.ts';
import { actorOf, factsOf } from '../../client/board/facts.ts';
import { readCard, readCards, readClusters, readSession } from '../../shared/document.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import { can } from '../../shared/rules.ts';
import type { Caller } from './caller.ts';
import { newId } from './people.ts';
import type { Seat } from './hall.ts';
import type { Chance } from './seeded.ts';

export class Honest<C extends Caller = Seat> {
  readonly seat: C;
  readonly shelf = memoryShelf();
  /** every card this person ever wrote */
  readonly wrote = new Set<string>();
  /** every refusal of something done, with what it was */
  readonly refusals: { step: Step; code: RefusalCode }[] = [];
  readonly drafts: Draft[] = [];
  connection!: Connection;
  readonly #chance: Chance;
  #count = 0;

  constructor(seat: C, chance: Chance) {
    this.seat = seat;
    this.#chance = chance;
  }

  /** Opens the page; again after a reload, with the same journal. */
  async open(): Promise<void> {
    const { seat } = this;
    this.connection = new Connection({
      url: seat.url,
      code: seat.code,
      params: { role: 'participant' },
      protocols: [`bearer.${seat.token}`],
      shelf: this.shelf,
      WebSocket: seat.WebSocket,
      fetchBoard: () => seat.fetchBoard(),
      allowed: (doc, step) => {
        const facts = factsOf(doc, this.wrote, null, Date.now());
        return facts
          ? can(actionOf(step), actorOf('participant', this.wrote, null, doc), facts)
          : { ok: false, code: 'phase_closed' };
      },
      now: () => Date.now(),
      chance: this.#chance,
      hasNetwork: () => true,
      makeId: newId,
      on: {
        document: () => undefined,
        status: () => undefined,
        pulse: () => undefined,
        me: () => undefined,
        returned: (step, code, draft) => {
          this.refusals.push({ step, code });
          if (draft && step.type === 'card.make') this.drafts.push(draft);
        },
      },
    });
    await this.connection.open();
  }

  get doc(): Y.Doc {
    return this.connection.doc;
  }

  /** Cards that are drafts now, as the board of our client keeps them. */
  get heldBack(): string[] {
    const onBoard = (card: string) => readCard(this.doc, card) !== null;
    return this.drafts.filter((draft) => !landedAfterAll(draft, onBoard)).map(({ id }) => id);
  }

  /** Cards that the server has not said to have stored. */
  get unsent(): Set<string> {
    return new Set(this.connection.entries.map(({ step }) => aboutOf(step)));
  }

  /** Writes a card, whatever else is going on. */
  write(): string {
    const id = newId();
    this.wrote.add(id);
    const title = `woord ${this.#count++} van ${this.seat.participant.slice(0, 4)}`;
    const fields = { help: `voor ${title}` };
    this.connection.perform({ type: 'card.make', card: { id, kind: 'idea', title, text: `over ${title}`, fields } });
    return id;
  }

  /** Does one random thing that the rule book allows from here. */
  act(): void {
    const step = this.#pick();
    if (!step) return;
    const facts = factsOf(this.doc, this.wrote, null, Date.now());
    if (!facts || !can(actionOf(step), actorOf('participant', this.wrote, null, this.doc), facts).ok) return;
    if (step.type === 'card.make') this.wrote.add(step.card.id);
    this.connection.perform(step);
  }

  #pick(): Step | null {
    const kind =
      readSession(this.doc)?.phase === 'cluster' ? 3 + Math.floor(this.#chance() * 7) : Math.floor(this.#chance() * 4);
    const cards = readCards(this.doc).filter((card) => !card.gone);
    const clusters = readClusters(this.doc);
    const card = cards[Math.floor(this.#chance() * cards.length)];
    const cluster = clusters[Math.floor(this.#chance() * clusters.length)];
    const word = `woord ${this.#count++} 🌱 ${this.seat.participant.slice(0, 4)}`;
    switch (kind) {
      case 0:
      case 1:
      case 2:
        return { type: 'card.make', card: { id: newId(), kind: 'idea', title: word, text: `over ${word}` } };
      case 3: {
        const mine = cards.find(({ id }) => this.wrote.has(id));
        if (!mine) return null;
        const { id, title, text, fields } = mine;
        return {
          type: 'card.edit',
          card: id,
          before: { title, text, fields },
          after: { title: word, text: `${cut(text, 60)} ${word}`, fields: { ...fields, again: word } },
        };
      }
      case 4:
        return clusters.length < 12 ? { type: 'cluster.make', cluster: newId(), name: word } : null;
      case 5:
        return cluster
          ? {
              type: 'cluster.name',
              cluster: cluster.id,
              before: cluster.name,
              after: cut(cluster.name, 20) + cut(word, 9),
            }
          : null;
      case 6: {
        const after = this.#chance() < 0.5 ? 'now' : 'later';
        return card ? { type: 'card.column', card: card.id, before: card.column, after } : null;
      }
      default:
        return card
          ? {
              type: 'card.move',
              card: card.id,
              before: card.cluster,
              after: this.#chance() < 0.2 ? null : (cluster?.id ?? null),
            }
          : null;
    }
  }
}

/** Not in the middle of a 🌱: half of one is no text, and no keyboard makes it. */
function cut(text: string, characters: number): string {
  return [...text].slice(0, characters).join('');
}
