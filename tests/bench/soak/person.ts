/** Somebody of the hall: mostly looks on, now and then opens the page anew and does something. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as Y from 'yjs';
import { cardsMap, clustersMap, editCard, makeCluster, moveCard, readCard } from '../../../shared/document.ts';
import { newId, type Guest } from '../../support/people.ts';
import { Client } from '../client.ts';
import { newCard } from '../seed.ts';
import type { Board, Door } from '../servers/server.ts';

/** What people write is counted here: `took` in ms, written → stored. */
export interface Tally {
  took: number[];
  /** cards made, page loads, edits of a letter, moves, ballots, withdrawals */
  acts: Record<'made' | 'reloads' | 'letters' | 'moves' | 'ballots' | 'withdrawn', number>;
}

/** ms between two letters, and between two moves */
const typing = 60;
const dragging = 150;
const letters = 12;
const moves = 5;
/** so often somebody does something on a page before it is opened anew */
const visits = 4;
/** so many of ten edits end with taking the card back */
const regrets = 1;
const themes = 8;
const patience = 5_000;

export class Person {
  readonly guest: Guest;
  readonly #door: Door;
  readonly #board: Board;
  readonly #tally: Tally;
  readonly #random: () => number;
  #client: Client;
  #card: string | null = null;

  private constructor(board: Board, door: Door, tally: Tally, random: () => number) {
    if (!door.guest) throw new Error('nobody has a name here');
    this.guest = door.guest;
    this.#door = door;
    this.#board = board;
    this.#tally = tally;
    this.#random = random;
    this.#client = this.#light();
  }

  /** Joins, and looks on. `vector`: what is on the board already. */
  static async join(board: Board, tally: Tally, random: () => number, vector: Uint8Array): Promise<Person> {
    const person = new Person(board, await board.invite(), tally, random);
    await person.#lookOn(vector);
    return person;
  }

  /** A page load of its own, what the phase is for, and then looking on again. Rejects when it is not allowed (any more). */
  async act(phase: string, wanted: number): Promise<void> {
    if (phase === 'vote') return this.#vote();
    const doc = new Y.Doc();
    try {
      await this.#reload(doc);
      for (let visit = 0; visit < visits; visit++) {
        if (phase === 'pitch') await this.#write(doc, wanted);
        else await this.#arrange(doc);
      }
    } finally {
      const vector = Y.encodeStateVector(doc);
      doc.destroy();
      await this.#lookOn(vector);
    }
  }

  leave(): void {
    this.#client.drop();
  }

  async #reload(doc: Y.Doc): Promise<void> {
    this.#client.drop();
    this.#client = new Client({ ...this.#parts(), follows: doc });
    await this.#client.connect();
    this.#tally.acts.reloads++;
  }

  async #lookOn(vector: Uint8Array): Promise<void> {
    this.#client.drop();
    this.#client = this.#light();
    this.#client.vector = vector;
    await this.#client.connect();
  }

  /** Rewrites the own card letter by letter; makes one first while there are fewer on the board than wanted. */
  async #write(doc: Y.Doc, wanted: number): Promise<void> {
    if (this.#card === null || readCard(doc, this.#card)?.gone !== null) this.#card = null;
    if (this.#card === null && cardsOnBoard(doc) >= wanted) return;
    if (this.#card === null) {
      const card = newCard(this.#below(1_000));
      this.#client.write(card);
      this.#card = card.id;
      this.#tally.acts.made++;
      await this.#stored();
    }
    const { text } = newCard(this.#below(1_000));
    for (let length = 1; length <= Math.min(letters, text.length); length++) {
      editCard(doc, this.#card, { text: text.slice(0, length) }, 'writer');
      this.#tally.acts.letters++;
      await sleep(typing);
    }
    editCard(doc, this.#card, { text }, 'writer');
    await this.#stored();
    if (this.#below(10) < regrets) {
      await this.guest.command('POST', `/cards/${this.#card}/withdraw`);
      this.#card = null;
      this.#tally.acts.withdrawn++;
    }
  }

  async #arrange(doc: Y.Doc): Promise<void> {
    if (clustersMap(doc).size < themes) makeCluster(doc, newId(), 'Groen en water', 'writer');
    const cards = [...cardsMap(doc).keys()];
    const places = [...clustersMap(doc).keys(), null];
    for (let move = 0; move < moves; move++) {
      moveCard(doc, this.#oneOf(cards), this.#oneOf(places), 'writer');
      this.#tally.acts.moves++;
      await sleep(dragging);
    }
    await this.#stored();
  }

  async #vote(): Promise<void> {
    const { items } = await this.guest.paper('vote');
    await this.guest.vote('vote', { dots: { [this.#oneOf(items).id]: 2 } });
    this.#tally.acts.ballots++;
    await sleep(dragging);
  }

  /** Until the server says that all of this is on disk. */
  async #stored(): Promise<void> {
    const from = performance.now();
    while (this.#client.stored < this.#client.sent) {
      if (!this.#client.isOpen) throw new Error(`closed: ${this.#client.closed?.reason}`);
      if (performance.now() - from > patience) throw new Error('not stored');
      await sleep(5);
    }
    this.#tally.took.push(performance.now() - from);
  }

  #light(): Client {
    return new Client(this.#parts());
  }

  #parts() {
    return { index: 0, door: this.#door, dialect: this.#board.dialect, ledger: null };
  }

  #below(most: number): number {
    return Math.floor(this.#random() * most);
  }

  #oneOf<T>(things: readonly T[]): T {
    return things[this.#below(things.length)]!;
  }
}

export function cardsOnBoard(doc: Y.Doc): number {
  let count = 0;
  for (const card of cardsMap(doc).values()) if (!card.has('gone') || card.get('gone') === null) count++;
  return count;
}
