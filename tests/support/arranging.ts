/** Random acts on a board: everything people and facilitators can do to cards and themes while arranging. */
import fc from 'fast-check';
import { editCard, makeCluster, moveCard, nameCluster, readCards, readClusters } from '../../shared/document.ts';
import { makeId } from '../../shared/ids.ts';
import type { Card, Cluster } from '../../shared/model.ts';
import type { Ask } from '../../server/session/services.ts';
import { seeded, type Evening, type Person } from '../session/evening.ts';

const gentle = ['write', 'edit', 'move', 'makeTheme', 'name', 'dissolve', 'standUp', 'mergeThemes', 'merge', 'unmerge'];
const taking = ['hide', 'show', 'withdraw', 'return', 'erase'];

/** What is done, and to which: a number counts on over what there is. */
export type Act = [kind: string, one: number, other: number, text: string];

const actOf = (kinds: string[]) =>
  fc.tuple(fc.constantFrom(...kinds), fc.nat(40), fc.nat(40), fc.stringMatching(/^[a-z 🌱]{1,12}$/u));

/** Nobody takes anything off the board. */
export const gentleActs = fc.array(actOf(gentle), { maxLength: 14 });
export const anyActs = fc.array(actOf([...gentle, ...gentle, ...taking]), { maxLength: 24 });

/** Does them one after the other; what is refused has not been done. */
export class Arranging {
  readonly evening: Evening;
  readonly people: readonly Person[];
  readonly #makers = new Map<string, Person>();
  readonly #random = seeded('arranging');

  constructor(evening: Evening, people: readonly Person[]) {
    this.evening = evening;
    this.people = people;
  }

  get cards(): Card[] {
    return readCards(this.evening.room.doc);
  }

  get clusters(): Cluster[] {
    return readClusters(this.evening.room.doc);
  }

  do(acts: readonly Act[]): void {
    for (const act of acts) this.#one(act);
  }

  #one([kind, one, other, text]: Act): void {
    const { evening } = this;
    const { cards, clusters } = evening.services;
    const person = this.people[one % this.people.length]!;
    const card = pick(this.cards, one)?.id ?? '';
    const gone = pick(this.#owned(true), one) ?? '';
    const here = pick(this.#owned(false), one) ?? '';
    const cluster = pick(this.clusters, one)?.id ?? '';
    const elsewhere = pick(this.clusters, other)?.id ?? null;
    switch (kind) {
      case 'write':
        return void cards.add(evening.lead, { title: `w${text}`, text });
      case 'edit':
        if (this.#has(card)) evening.room.change((doc) => editCard(doc, card, { title: `e${text}`, text }));
        return;
      case 'move':
        if (this.#has(card)) evening.room.change((doc) => moveCard(doc, card, other % 4 === 0 ? null : elsewhere));
        return;
      case 'makeTheme':
        return evening.room.change((doc) => makeCluster(doc, makeId(this.#random), text));
      case 'name':
        return evening.room.change((doc) => nameCluster(doc, cluster, text));
      case 'dissolve':
        return void clusters.dissolve(person.ask, cluster);
      case 'standUp':
        return void clusters.restore(person.ask, cluster);
      case 'mergeThemes':
        return void clusters.merge(person.ask, cluster, elsewhere ?? '');
      case 'merge': {
        const made = cards.merge(person.ask, { cards: [card, pick(this.cards, other)?.id ?? ''], title: `m${text}` });
        if (made.ok) this.#makers.set(made.value.id, person);
        return;
      }
      case 'unmerge':
        return void cards.unmerge(person.ask, pick(this.cards.filter(isMerged), one)?.id ?? '');
      case 'hide':
        return void cards.hide(evening.lead, card, 'namen');
      case 'show':
        return void cards.show(evening.lead, gone);
      case 'withdraw':
        return void cards.withdraw(this.#askOf(here, person), here);
      case 'return':
        return void cards.return(this.#askOf(gone, person), gone);
      case 'erase':
        return void (other % 5 === 0 && evening.services.people.erase(person.ask));
    }
  }

  /** Notes who wrote it, so that they can take it back. */
  wrote(person: Person, title: string): string {
    const id = this.evening.write(person, title, `tekst van ${title}`);
    this.#makers.set(id, person);
    return id;
  }

  /** Cards of the people here that are on the board, or gone. */
  #owned(gone: boolean): string[] {
    const cards = this.cards.filter((card) => this.#makers.has(card.id) && (card.gone !== null) === gone);
    return cards.map(({ id }) => id);
  }

  #askOf(card: string, other: Person): Ask {
    return (this.#makers.get(card) ?? other).ask;
  }

  #has(id: string): boolean {
    return this.cards.some((card) => card.id === id && card.gone === null);
  }
}

const isMerged = ({ mergedFrom }: Card) => mergedFrom.length > 0;

function pick<T>(all: readonly T[], n: number): T | undefined {
  return all.length === 0 ? undefined : all[n % all.length];
}
