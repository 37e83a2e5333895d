import type { Board } from '../../board/board.svelte.ts';
import type { ProblemCode } from '../../connection/api.ts';

/** Saying where one wants to sit, and what became of it. */
export class Choosing {
  busy = $state(false);
  problem = $state<ProblemCode | null>(null);
  readonly #board: Pick<Board, 'command' | 'refreshMe'>;

  constructor(board: Pick<Board, 'command' | 'refreshMe'>) {
    this.#board = board;
  }

  /** True when it was taken. */
  async say(option: string): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    const reply = await this.#board.command({ path: '/tables/choice', body: { option } });
    this.problem = reply.ok ? null : reply.code;
    if (reply.ok) await this.#board.refreshMe();
    this.busy = false;
    return reply.ok;
  }
}
