/** One command at a time of a view: which one is busy, and why the last was refused. */
import type { Board } from '../../board/board.svelte.ts';
import type { ProblemCode } from '../../connection/api.ts';

export class Acting {
  readonly #board: Board;
  #busy = $state<string | null>(null);
  #refused = $state<ProblemCode | null>(null);

  constructor(board: Board) {
    this.#board = board;
  }

  isBusy(name: string): boolean {
    return this.#busy === name;
  }
  get refused(): ProblemCode | null {
    return this.#refused;
  }

  /** True when it was done. `/me` is asked again, so that what is one's own shows at once. */
  async do(
    name: string,
    path: string,
    body: unknown = {},
    method: 'POST' | 'PUT' | 'DELETE' = 'POST',
  ): Promise<boolean> {
    if (this.#busy !== null) return false;
    this.#busy = name;
    const reply = await this.#board.api.send(method, `/sessions/${this.#board.code}${path}`, body);
    this.#refused = reply.ok ? null : reply.code;
    if (reply.ok && this.#board.role === 'participant') await this.#board.refreshMe();
    this.#busy = null;
    return reply.ok;
  }
}
