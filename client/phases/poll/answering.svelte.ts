/** One person's answers: what was sent, what is filled in now, and sending it. */
import type { Answers } from '../../../shared/polling.ts';
import type { OwnAnswers } from '../../../shared/api/polls.ts';
import type { Board } from '../../board/board.svelte.ts';
import type { ProblemCode } from '../../connection/api.ts';

export class Answering {
  /** question → what is filled in, as the form has it: null is "weet ik niet" */
  given = $state<Answers>({});
  loaded = $state(false);
  sent = $state(false);
  changed = $state(false);
  busy = $state(false);
  problem = $state<ProblemCode | null>(null);
  readonly #board: Board;
  readonly #path: string;

  constructor(board: Board, phase: string) {
    this.#board = board;
    this.#path = `/sessions/${board.code}/answers/${phase}`;
  }

  /** What was sent before, on any device of this person; it never takes away what was filled in meanwhile. */
  async load(): Promise<void> {
    const reply = await this.#board.api.get<OwnAnswers>(this.#path);
    this.loaded = true;
    if (!reply.ok) return void (this.problem = reply.code === 'not_found' ? null : reply.code);
    if (reply.value.answers === null || this.changed) return;
    this.given = reply.value.answers;
    this.sent = true;
  }

  set(question: string, value: string | number | null | undefined): void {
    const { [question]: _, ...others } = this.given;
    this.given = value === undefined || value === '' ? others : { ...others, [question]: value };
    this.changed = true;
  }

  get empty(): boolean {
    return Object.keys(this.given).length === 0;
  }

  async send(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const answers = $state.snapshot(this.given);
    const reply = await this.#board.api.send<OwnAnswers>('PUT', this.#path, { answers });
    this.busy = false;
    this.problem = reply.ok ? null : reply.code;
    if (!reply.ok) return;
    this.sent = true;
    this.changed = false;
  }
}
