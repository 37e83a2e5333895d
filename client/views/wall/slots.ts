/**
 * Places on a wall. A card never moves because another came: it gets the first free place and stays there; when all
 * are taken, the newcomer takes the place of the one that has been there longest.
 */
export class Slots {
  /** in the first place, when that holds a count and no card */
  static readonly reserved = '';

  #places: (string | null)[];
  /** longest on the wall first */
  readonly #order = new Map<string, number>();

  constructor(count: number) {
    this.#places = Array<string | null>(count).fill(null);
  }

  /** Card id per place, null where it is free. */
  get places(): readonly (string | null)[] {
    return this.#places;
  }

  get size(): number {
    return this.#order.size;
  }

  /** No place is free. */
  get full(): boolean {
    return !this.#places.includes(null);
  }

  add(id: string): void {
    if (this.#order.has(id)) return;
    let place = this.#places.indexOf(null);
    if (place < 0) {
      const oldest = this.#order.entries().next().value;
      if (!oldest) return;
      this.#order.delete(oldest[0]);
      place = oldest[1];
    }
    this.#places[place] = id;
    this.#order.set(id, place);
  }

  /** Keeps the first place free of cards: it holds a count now. Nothing else moves. */
  reserveFirst(): void {
    const first = this.#places[0];
    if (first) this.remove(first);
    this.#places[0] = Slots.reserved;
  }

  /** Leaves an empty place behind. */
  remove(id: string): void {
    const place = this.#order.get(id);
    if (place === undefined) return;
    this.#order.delete(id);
    this.#places[place] = null;
  }

  /** Takes away every card that is no longer there. */
  keep(there: ReadonlySet<string>): void {
    for (const id of [...this.#order.keys()]) if (!there.has(id)) this.remove(id);
  }
}
