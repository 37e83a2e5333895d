/** Which participants are badges, and which of those were handed out or used; in memory and in the store. */
import type { Store } from '../store/store.ts';

/** printed: made beforehand, and nobody yet. in: somebody has it, and is here. */
export type BadgeState = 'printed' | 'in';

export class HandedOut {
  readonly #store: Store;
  readonly #code: string;
  readonly #states = new Map<string, BadgeState>();

  constructor(store: Store, code: string) {
    this.#store = store;
    this.#code = code;
    for (const { id, value } of store.records.of(code, 'badge')) this.#states.set(id, value as BadgeState);
  }

  /** Null: came without a badge. */
  of(participant: string): BadgeState | null {
    return this.#states.get(participant) ?? null;
  }

  set(participant: string, state: BadgeState): void {
    this.#store.records.put({ session: this.#code, kind: 'badge', id: participant, value: state });
    this.#states.set(participant, state);
  }
}
