/** Everybody on one board, and what they have seen of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as Y from 'yjs';
import { cardsMap } from '../../shared/document.ts';
import { Client } from './client.ts';
import { Ledger } from './ledger.ts';
import { newCard, type Seed } from './seed.ts';
import type { Board, Door } from './servers/server.ts';

export interface CrowdOptions {
  board: Board;
  seed: Seed;
  /** how many there will be, newcomers too */
  size: number;
}

/** who follows the board with a whole document, of each crowd; they do not write */
const verifiers = 2;
const knocking = 32;
const patience = 20_000;

export class Crowd {
  /** by index; the first ones are the verifiers */
  readonly clients: Client[] = [];
  readonly ledger: Ledger;
  readonly #options: CrowdOptions;
  readonly #documents: Y.Doc[] = [];
  #written = 0;
  #turn = 0;

  constructor(options: CrowdOptions) {
    this.#options = options;
    this.ledger = new Ledger(options.size);
  }

  /** Lets so many in who have had this board before: they ask only what is new. Resolves when it is quiet again. */
  async gather(count: number): Promise<void> {
    while (this.#documents.length < verifiers) await (await this.invite()).connect();
    const vector = Y.encodeStateVector(this.#documents[0]!);
    await inParallel(count - this.clients.length, knocking, async () => {
      const client = await this.invite();
      client.vector = vector;
      await client.connect();
    });
    await this.settle();
  }

  /** One more person, who has not connected yet. The first ones are verifiers. */
  async invite(): Promise<Client> {
    return this.admit(await this.#options.board.invite());
  }

  /** The same for somebody who has found the door. */
  admit(door: Door): Client {
    const { board } = this.#options;
    const follows = this.#documents.length < verifiers ? this.#document() : null;
    if (follows) this.#documents.push(follows);
    const { ledger } = this;
    const client = new Client({ index: this.clients.length, door, dialect: board.dialect, ledger, follows });
    this.clients.push(client);
    return client;
  }

  /** The next one writes a card, which all others who are there must see. Gives its id. */
  write(): string {
    const writers = this.clients.length - verifiers;
    return this.writeAs(this.clients[verifiers + (this.#turn++ % writers)]!);
  }

  /** `of`: how many others must see it, when not all who were invited are there. */
  writeAs(client: Client, of = this.clients.length - 1): string {
    const card = newCard(this.#written++);
    this.ledger.sent(card.id, client.index, of);
    client.write(card);
    return card.id;
  }

  /** The ids of all that lies on the board, or is on its way there. */
  get cards(): string[] {
    return [...cardsMap(this.#options.seed.doc).keys(), ...this.ledger.pitches.keys()];
  }

  get bytes(): number {
    return this.clients.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Waits until next to nothing comes any more. */
  async settle(): Promise<void> {
    const until = performance.now() + patience;
    for (let before = -1; performance.now() < until;) {
      const now = this.clients.reduce((sum, { frames }) => sum + frames, 0);
      if (before >= 0 && now - before < this.clients.length / 20) return;
      before = now;
      await sleep(200);
    }
  }

  /** Waits until every card is with everybody, or for long. Gives how many deliveries are missing. */
  async arrived(): Promise<number> {
    const until = performance.now() + patience;
    while (this.ledger.missing() > 0 && performance.now() < until) await sleep(20);
    return this.ledger.missing();
  }

  /** How many of the verifiers have another board than the server has, or not every card that was written. */
  async differing(): Promise<number> {
    const until = performance.now() + patience / 4;
    for (;;) {
      const wanted = await this.#truth();
      const complete = [...this.ledger.pitches.keys()].every((id) => cardsMap(wanted).has(id));
      const differ = this.#documents.filter((doc) => textOf(doc) !== textOf(wanted)).length;
      if (complete && differ === 0) return 0;
      if (performance.now() > until) return complete ? differ : verifiers;
      await sleep(200);
    }
  }

  close(): void {
    for (const client of this.clients) client.drop();
    this.#options.board.close();
  }

  /** What the server tells somebody who has nothing; where it knows nothing, what one verifier has. */
  async #truth(): Promise<Y.Doc> {
    const { board } = this.#options;
    if (!board.dialect.syncs) return this.#documents[0]!;
    const follows = new Y.Doc();
    const door = this.clients[0]!.door; // the same person on another device: the seats may all be taken
    const fresh = new Client({ index: 0, door, dialect: board.dialect, ledger: null, follows });
    await fresh.connect();
    fresh.drop();
    return follows;
  }

  #document(): Y.Doc {
    const doc = new Y.Doc();
    if (!this.#options.board.dialect.syncs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.#options.seed.doc));
    return doc;
  }
}

/** So many times, never more than `most` at once. */
export async function inParallel(times: number, most: number, act: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < times) await act(next++);
  };
  await Promise.all(Array.from({ length: Math.min(most, times) }, work));
}

/** The whole of a board, to compare: every card, and how far it is with every writer. */
export function textOf(doc: Y.Doc): string {
  const cards = Object.entries(cardsMap(doc).toJSON() as Record<string, Record<string, unknown>>);
  const sorted = cards.map(([id, card]) => [id, Object.entries(card).sort(byName)] as const).sort(byName);
  return JSON.stringify([sorted, [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b)]);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
