/**
 * Texts that are only on this device: being written, or come back with a reason.
 */
import type { Draft, Shelf } from '../connection/journal.ts';
import { landedAfterAll } from '../connection/replay.ts';

export class Drafts {
  #list = $state.raw<readonly Draft[]>([]);
  #shelf: Shelf | null = null;

  get list(): readonly Draft[] {
    return this.#list;
  }

  /** What this device kept. */
  load(shelf: Shelf, drafts: readonly Draft[]): void {
    this.#shelf = shelf;
    this.#list = drafts;
  }

  /** One that came back: the journal has put it on the shelf. */
  show(draft: Draft): void {
    this.#list = [...this.#list.filter(({ id }) => id !== draft.id), draft];
  }

  keep(draft: Draft): void {
    this.show(draft);
    void this.#shelf?.putDraft(draft);
  }

  drop(id: string): void {
    this.#list = this.#list.filter((draft) => draft.id !== id);
    void this.#shelf?.removeDraft(id);
  }

  /** Drops those whose card has come to the board after all. */
  settle(has: (card: string) => boolean): void {
    for (const draft of this.#list) if (landedAfterAll(draft, has)) this.drop(draft.id);
  }
}
