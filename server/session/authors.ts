/** Who wrote what: of each card, and under which Yjs clients; in memory and in the store. */
import type * as Y from 'yjs';
import { readCards } from '../../shared/document.ts';
import type { Store } from '../store/store.ts';

export class Authors {
  readonly #store: Store;
  readonly #code: string;
  readonly #authors = new Map<string, string>();
  readonly #cards = new Map<string, Set<string>>();
  readonly #clients = new Map<number, string>();
  #lastNumber: number | null = null;

  constructor(store: Store, code: string) {
    this.#store = store;
    this.#code = code;
    for (const { card, who } of store.authors.cards(code)) this.#keep(card, who);
    for (const { client, who } of store.authors.clients(code)) this.#clients.set(client, who);
  }

  of(card: string): string | undefined {
    return this.#authors.get(card);
  }

  cardsOf(who: string): ReadonlySet<string> {
    return this.#cards.get(who) ?? new Set();
  }

  set(card: string, who: string): void {
    this.#store.authors.setCard(this.#code, card, who);
    this.#keep(card, who);
  }

  /** Order of arrival of one more card. */
  takeNumber(doc: Y.Doc): number {
    this.#lastNumber ??= readCards(doc).reduce((most, card) => Math.max(most, card.number), 0);
    this.#lastNumber += 1;
    return this.#lastNumber;
  }

  writerOf(client: number): string | undefined {
    return this.#clients.get(client);
  }

  setWriter(client: number, who: string): void {
    this.#store.authors.setClient(this.#code, client, who);
    this.#clients.set(client, who);
  }

  #keep(card: string, who: string): void {
    this.#authors.set(card, who);
    const cards = this.#cards.get(who) ?? new Set();
    this.#cards.set(who, cards.add(card));
  }
}
