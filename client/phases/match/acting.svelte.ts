/** Commands of one view: which ones are under way, and why the last was refused. */
import type { Board } from '../../board/board.svelte.ts';
import { Presses } from '../../board/presses.svelte.ts';
import type { ProblemCode } from '../../connection/api.ts';
import { matching } from '../../../shared/refusals/matching.ts';
import { learn } from '../../text/language.svelte.ts';

learn(matching); // whoever acts here may hear these

export class Acting {
  readonly #board: Board;
  readonly #presses = new Presses();
  #refused = $state<ProblemCode | null>(null);

  constructor(board: Board) {
    this.#board = board;
  }

  isBusy(name: string): boolean {
    return this.#presses.isBusy(name);
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
    // what was refused just before this one went through must still be read
    const { idle } = this.#presses;
    const reply = await this.#presses.take(name, [method, path, body], async () => {
      const answer = await this.#board.api.send(method, `/sessions/${this.#board.code}${path}`, body);
      if (!answer.ok) this.#refused = answer.code;
      else if (idle) this.#refused = null;
      if (answer.ok && this.#board.role === 'participant') await this.#board.refreshMe();
      return answer;
    });
    return reply?.ok ?? false;
  }
}
