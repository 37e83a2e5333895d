/**
 * Transactions that join: the outermost begins, commits and rolls back, the others are part of it. Once a part has failed
 * the whole is lost, even when somebody catches the error: half of a piece of work is never kept.
 */
export interface Bounds {
  begin(): void;
  commit(): void;
  /** Also called when `begin` or `commit` threw: must bear that there is nothing left to undo. */
  rollback(): void;
}

export class Transactions {
  readonly #bounds: Bounds;
  #open = false;
  #lost: { error: unknown } | null = null;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  get open(): boolean {
    return this.#open;
  }

  run<T>(work: () => T): T {
    if (this.#open) return this.#part(work);
    this.#open = true;
    try {
      this.#bounds.begin();
      const result = this.#part(work);
      this.check();
      this.#bounds.commit();
      return result;
    } catch (error) {
      this.#bounds.rollback();
      throw error;
    } finally {
      this.#open = false;
      this.#lost = null;
    }
  }

  /** From here on nothing of the open transaction can be kept. */
  lose(error: unknown): void {
    if (this.#open) this.#lost ??= { error };
  }

  /**
   * Throws when the open transaction is lost. Asked before every statement: SQLite ends a transaction by itself when the
   * disk is full, and a statement after that would be committed on its own.
   */
  check(): void {
    if (this.#lost) throw this.#lost.error;
  }

  #part<T>(work: () => T): T {
    try {
      const result = work();
      if (isPromise(result)) throw new TypeError('The work of a transaction must not be async.');
      return result;
    } catch (error) {
      this.lose(error);
      throw error;
    }
  }
}

function isPromise(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
