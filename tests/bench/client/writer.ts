/** Somebody who writes and arranges: our own client's connection, without a page. */
import { WebSocket } from 'ws';
import { actorOf, factsOf } from '../../../client/board/facts.ts';
import { Connection } from '../../../client/connection/connection.ts';
import { memoryShelf, type Step } from '../../../client/connection/journal.ts';
import { actionOf } from '../../../client/connection/replay.ts';
import { readCard, cardsMap, readClusters } from '../../../shared/document.ts';
import { can } from '../../../shared/rules.ts';
import { newId } from '../../support/people.ts';
import data from '../../../server/rehearsal/ideas.json' with { type: 'json' };

export const ideas: readonly { title: string; text: string }[] = data.ideas;

/** Of ten changes while people write, one is a new card; while they arrange, one in four is an edit. */
const newEvery = 10;
const editEvery = 4;

export class Writer {
  refused = 0;
  readonly #connection: Connection;
  readonly #mine: string[] = [];
  #turn = 0;

  constructor(base: string, code: string, token: string) {
    const mine = () => new Set(this.#mine);
    this.#connection = new Connection({
      url: `${base.replace('http', 'ws')}/sync`,
      code,
      params: { role: 'participant' },
      protocols: [`bearer.${token}`],
      shelf: memoryShelf(),
      WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
      fetchBoard: () => Promise.resolve(null),
      allowed: (doc, step) => {
        const facts = factsOf(doc, mine(), null, Date.now());
        return facts
          ? can(actionOf(step), actorOf('participant', mine(), null, doc), facts)
          : { ok: false, code: 'phase_closed' };
      },
      now: () => Date.now(),
      chance: () => Math.random(),
      hasNetwork: () => true,
      makeId: newId,
      on: {
        document: () => undefined,
        status: () => undefined,
        pulse: () => undefined,
        me: () => undefined,
        returned: () => this.refused++,
      },
    });
  }

  /** on the board, as this one sees it */
  get cards(): number {
    return cardsMap(this.#connection.doc).size;
  }

  open(): Promise<void> {
    return this.#connection.open();
  }

  /** One change that the phase allows; false while there is no board yet. */
  act(phase: 'pitch' | 'cluster'): boolean {
    if (!this.#connection.synced) return false;
    const turn = this.#turn++;
    const step = phase === 'pitch' ? this.#write(turn) : turn % editEvery === 0 ? this.#edit(turn) : this.#move(turn);
    if (!step) return false;
    if (step.type === 'card.make') this.#mine.push(step.card.id);
    this.#connection.perform(step);
    return true;
  }

  #write(turn: number): Step | null {
    if (turn % newEvery !== 0) return this.#edit(turn);
    const idea = ideas[Math.floor(Math.random() * ideas.length)]!;
    const card = { id: newId(), kind: 'idea', title: idea.title.slice(0, 80), text: idea.text.slice(0, 280) };
    return { type: 'card.make', card };
  }

  /** A sentence more, or a sentence less. */
  #edit(turn: number): Step | null {
    const id = this.#mine[turn % Math.max(1, this.#mine.length)];
    const card = id === undefined ? null : readCard(this.#connection.doc, id);
    if (!card) return null;
    const { title, text } = card;
    const after = text.endsWith(more) ? text.slice(0, -more.length) : text.slice(0, 280 - more.length) + more;
    return { type: 'card.edit', card: card.id, before: { title, text }, after: { title, text: after } };
  }

  #move(turn: number): Step | null {
    const cards = [...cardsMap(this.#connection.doc).keys()];
    const themes = readClusters(this.#connection.doc).filter((theme) => !theme.gone);
    const id = cards[Math.floor(Math.random() * cards.length)] ?? '';
    const card = readCard(this.#connection.doc, id);
    const to = turn % 10 === 0 ? null : (themes[Math.floor(Math.random() * themes.length)]?.id ?? null);
    return card && card.cluster !== to ? { type: 'card.move', card: id, before: card.cluster, after: to } : null;
  }
}

const more = ' En soep.';
