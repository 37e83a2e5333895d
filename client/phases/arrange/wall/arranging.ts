/**
 * The arranging wall: three cards for each theme and a few that wait, each in its place; and the card that moved last,
 * in front, saying where it went. No card moves because another came.
 */
import type { Card } from '../../../../shared/model.ts';
import { Feed } from '../../../views/wall/feed.ts';
import { Slots } from '../../../views/wall/slots.ts';

export interface Moved {
  card: string;
  /** theme, or null: back to "Nog te plaatsen" */
  to: string | null;
}

export interface Arranging {
  /** theme (null: "Nog te plaatsen") → card per place */
  shown: ReadonlyMap<string | null, readonly (string | null)[]>;
  moved: Moved | null;
}

/** The tilted card goes to its place when nothing else moved for so long. */
const rest = 12_000;

export class ArrangingWall {
  #view: Arranging = { shown: new Map(), moved: null };

  readonly #perTheme: number;
  readonly #waiting: number;
  readonly #slots = new Map<string | null, Slots>();
  readonly #feed = new Feed();
  #places = new Map<string, string | null>();
  #started = false;
  /** the one that was in front before */
  #last: string | null = null;

  constructor(perTheme: number, waiting: number) {
    this.#perTheme = perTheme;
    this.#waiting = waiting;
  }

  see(placed: ReadonlyMap<string | null, readonly Card[]>, now: number, paused: boolean): Arranging {
    const places = new Map<string, string | null>();
    for (const [place, cards] of placed) for (const card of cards) places.set(card.id, place);
    if (this.#started) {
      for (const [id, place] of places) {
        const before = this.#places.get(id);
        if (before !== undefined && before !== place) this.#feed.push(id);
      }
    }
    this.#places = places;
    this.#feed.keep((id) => places.has(id));
    for (const [place, slots] of this.#slots) slots.keep(idsOf(placed.get(place)));
    for (const [place, cards] of placed) this.#fill(place, cards);
    this.#started = true;
    if (!paused) this.#feed.advance(now);
    this.#settle();
    return this.#show();
  }

  tick(now: number): Arranging {
    const before = this.#feed.newest;
    this.#feed.advance(now);
    if (this.#feed.idle(now, rest)) this.#feed.clear();
    if (this.#feed.newest === before) return this.#view;
    this.#settle();
    return this.#show();
  }

  /** Free places are filled from the newest of the theme; in "Nog te plaatsen" from the oldest. */
  #fill(place: string | null, cards: readonly Card[]): void {
    const count = place === null ? this.#waiting : this.#perTheme;
    const slots = this.#slots.get(place) ?? new Slots(count);
    this.#slots.set(place, slots);
    const next = place === null ? cards : [...cards.slice(-count * 2)].reverse();
    for (const card of next) {
      if (slots.size >= Math.min(count, cards.length)) break;
      if (card.id !== this.#feed.newest && !this.#feed.isWaiting(card.id)) slots.add(card.id);
    }
  }

  /** What came to rest in a theme is seen there: it takes the place of the one that was there longest. */
  #settle(): void {
    for (const [place, slots] of this.#slots) {
      if (place === null) continue;
      if (this.#last && this.#last !== this.#feed.newest && this.#places.get(this.#last) === place)
        slots.add(this.#last);
      if (this.#feed.newest) slots.remove(this.#feed.newest);
    }
    this.#last = this.#feed.newest;
  }

  #show(): Arranging {
    const { newest } = this.#feed;
    const shown = new Map([...this.#slots].map(([place, slots]) => [place, [...slots.places]] as const));
    this.#view = { shown, moved: newest === null ? null : { card: newest, to: this.#places.get(newest) ?? null } };
    return this.#view;
  }
}

function idsOf(cards: readonly Card[] | undefined): ReadonlySet<string> {
  return new Set(cards?.map((card) => card.id));
}
