/**
 * The ticks of all rooms that fall due at one moment, in one transaction: the disk takes as long for two hundred rooms as for
 * one. When it fails each room tries by itself, so that one with a bug in it does not hold up the others.
 */
import type { Store } from '../store/store.ts';

/** A room, as far as its tick goes. */
export interface Ticking {
  readonly closed: boolean;
  /** Within a transaction: what came in. Then `keep` when that is on disk, or `undo` when it never will be. */
  write(): void;
  keep(): void;
  undo(): void;
  /** Stores what is not stored yet, and sends. */
  tick(): void;
}

export class Round {
  readonly #store: Pick<Store, 'transaction'>;
  readonly #soon: (work: () => void) => void;
  #due = new Set<Ticking>();

  /** `soon`: when all that has arrived by now has been looked at. */
  constructor(store: Pick<Store, 'transaction'>, soon: (work: () => void) => void) {
    this.#store = store;
    this.#soon = soon;
  }

  add(room: Ticking): void {
    this.#due.add(room);
    if (this.#due.size === 1) this.#soon(() => this.#go());
  }

  #go(): void {
    const rooms = [...this.#due].filter(({ closed }) => !closed);
    this.#due.clear();
    if (rooms.length > 1) this.#storeTogether(rooms);
    for (const room of rooms) room.tick();
  }

  #storeTogether(rooms: readonly Ticking[]): void {
    const begun: Ticking[] = [];
    try {
      this.#store.transaction(() => {
        for (const room of rooms) {
          begun.push(room);
          room.write();
        }
      });
    } catch {
      for (const room of begun) room.undo(); // why is said when it has tried by itself
      return;
    }
    for (const room of rooms) room.keep();
  }
}
