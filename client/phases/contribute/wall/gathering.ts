/**
 * The writing wall: which card stands where. Driven by what arrives and by time, so that a hundred new cards in a
 * second cost one change of the picture, and no card moves because another came.
 */
import { densities, densityFor, placesOf, type Density } from '../../../views/wall/density.ts';
import { Feed } from '../../../views/wall/feed.ts';
import { Slots } from '../../../views/wall/slots.ts';

export interface Gathered {
  density: Density;
  /** per place: a card, null where it is free, or `Slots.reserved` where the count of older cards stands */
  places: readonly (string | null)[];
  newest: string | null;
  /** the one that just went from the front to its place */
  moved: string | null;
  /** the last three before the newest */
  justIn: readonly string[];
  /** cards that have no place any more */
  older: number;
}

const justInCount = 3;

export class Gathering {
  #view: Gathered = { density: densities[0]!, places: [], newest: null, moved: null, justIn: [], older: 0 };

  #density: Density | null = null;
  #slots = new Slots(0);
  readonly #feed = new Feed();
  #ids: readonly string[] = [];
  #known: ReadonlySet<string> = new Set();
  #justIn: string[] = [];

  /** All cards of this phase, in order of arrival. While paused nothing new comes to the front. */
  see(ids: readonly string[], now: number, paused: boolean): Gathered {
    const first = this.#density === null;
    for (const id of first ? ids.slice(-1) : ids) if (!this.#known.has(id)) this.#feed.push(id);
    this.#ids = ids;
    this.#known = new Set(ids);
    this.#feed.keep((id) => this.#known.has(id));
    this.#slots.keep(this.#known);
    this.#justIn = this.#justIn.filter((id) => this.#known.has(id));
    const before = this.#feed.newest;
    if (first || !paused) this.#advance(now);
    this.#arrange(first);
    return this.#show(before);
  }

  /** Some time has passed. */
  tick(now: number): Gathered {
    if (this.#feed.waiting === 0) return this.#view;
    const before = this.#feed.newest;
    this.#advance(now);
    return this.#feed.newest === before ? this.#view : this.#show(before);
  }

  #advance(now: number): void {
    for (const id of this.#feed.advance(now)) {
      if (this.#slots.full) this.#slots.reserveFirst();
      this.#slots.add(id);
      this.#justIn = [...this.#justIn, id].slice(-justInCount);
    }
  }

  /** A step of density lays everything out again, once. */
  #arrange(first: boolean): void {
    const density = densityFor(this.#ids.length, this.#density);
    if (density === this.#density) return;
    this.#density = density;
    const room = placesOf(density).length;
    const settled = this.#ids.filter((id) => id !== this.#feed.newest && !this.#feed.isWaiting(id));
    const over = settled.length > room;
    this.#slots = new Slots(room);
    if (over) this.#slots.reserveFirst();
    for (const id of over ? settled.slice(1 - room) : settled) this.#slots.add(id);
    if (first) this.#justIn = settled.slice(-justInCount);
  }

  #show(before: string | null): Gathered {
    const { newest } = this.#feed;
    this.#view = {
      density: this.#density ?? densities[0]!,
      places: [...this.#slots.places],
      newest,
      moved: before === newest ? this.#view.moved : before,
      justIn: this.#justIn,
      older: this.#ids.length - this.#slots.size - (newest === null ? 0 : 1) - this.#feed.waiting,
    };
    return this.#view;
  }
}
