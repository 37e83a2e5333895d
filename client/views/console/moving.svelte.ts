/**
 * Going to another part, from any button: what has to be asked first, and what then happens. A hall of people moves
 * along at one press, so only the large button of the next step goes at once.
 */
import type { Phase } from '../../../shared/format.ts';
import { neighbour } from '../../../shared/programme.ts';
import type { Desk } from './desk.svelte.ts';

export type Asking =
  | { why: 'jump' | 'vote' | 'voteOpen'; to: Phase }
  /** past `over`, to the one after it */
  | { why: 'skip'; to: Phase; over: Phase }
  | { why: 'end' };

export class Moving {
  readonly desk: Desk;
  #asking = $state.raw<Asking | null>(null);

  constructor(desk: Desk) {
    this.desk = desk;
  }

  get asking(): Asking | null {
    return this.#asking;
  }

  /** where "Overslaan" leads: past the next part */
  get afterNext(): Phase | null {
    const { board, next } = this.desk;
    return board.session && next ? neighbour({ ...board.session, phase: next.id }, 1) : null;
  }

  /** The large button: on to the next part, or to the end. */
  forward(): void {
    const { next } = this.desk;
    if (!next) this.#asking = { why: 'end' };
    else if (next.kind === 'vote') this.#asking = { why: 'vote', to: next };
    else void this.go(next);
  }

  jump(to: Phase): void {
    this.#asking = { why: to.kind === 'vote' ? 'vote' : 'jump', to };
  }

  skip(): void {
    const { next } = this.desk;
    if (next && this.afterNext) this.#asking = { why: 'skip', to: this.afterNext, over: next };
  }

  /** Out of a part of the weeks before or after: nobody is in the hall then, so nothing is asked. */
  stepOut(): void {
    void this.desk.move('lobby');
  }

  cancel(): void {
    this.#asking = null;
  }

  async go(to: Phase, vote?: 'abort' | 'runOn'): Promise<void> {
    this.#asking = null;
    const reply = await this.desk.move(to.id, vote);
    if (reply.ok || reply.code !== 'vote_open') return;
    this.desk.clearProblem();
    this.#asking = { why: 'voteOpen', to };
  }

  async end(): Promise<void> {
    this.#asking = null;
    await this.desk.post('end', '/end');
  }
}
