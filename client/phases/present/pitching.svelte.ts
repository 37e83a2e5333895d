/** What every view of a `present` phase draws from: the queue, its items by id, and the steps that change it. */
import type { MovePitches } from '../../../shared/api/pitches.ts';
import { phaseOf, type PhaseOf } from '../../../shared/format.ts';
import { emptyQueue, readQueue, type Queue } from '../../../shared/queue.ts';
import { itemOn, itemsOn, type Item } from '../../../shared/sources.ts';
import type { Board } from '../../board/board.svelte.ts';
import type { ProblemCode } from '../../connection/api.ts';

export class Pitching {
  readonly board: Board;
  readonly #held: { phase: string; run: number };
  #problem = $state<ProblemCode | null>(null);
  #busy = $state<string | null>(null);
  readonly #phase = $derived.by(() => {
    const { session } = this.board;
    const phase = session ? phaseOf(session.format, this.#held.phase) : null;
    return phase?.kind === 'present' ? phase : null;
  });
  readonly #queue = $derived.by(() => {
    const { phase, run } = this.#held;
    return readQueue(this.board.picture.live, phase, run) ?? emptyQueue(phase, Math.max(1, run));
  });
  readonly #items = $derived.by(() => (this.#phase ? itemsOn(this.board.picture, this.#phase.of) : []));

  constructor(board: Board) {
    this.board = board;
    this.#held = { phase: board.phase?.id ?? '', run: board.session?.run ?? 0 };
  }

  get phase(): PhaseOf<'present'> | null {
    return this.#phase;
  }
  get queue(): Queue {
    return this.#queue;
  }
  /** Everything that could be pitched, in order of the board. */
  get items(): readonly Item[] {
    return this.#items;
  }
  get problem(): ProblemCode | null {
    return this.#problem;
  }
  isBusy(what: string): boolean {
    return this.#busy === what;
  }

  /** Is this part still on? Afterwards everything can only be read. */
  get open(): boolean {
    const { phase, session } = this.board;
    return phase?.id === this.#held.phase && session?.run === this.#held.run;
  }

  item(id: string | null): Item | null {
    return id === null ? null : itemOn(this.board.picture, id);
  }

  /** Of those that wait, as far as they are there. */
  get waiting(): Item[] {
    return this.#queue.waiting.flatMap((id) => this.item(id) ?? []);
  }

  tableOf(id: string): number | null {
    const { byId, plans, session } = this.board.picture;
    if (!session?.showTables) return null;
    return byId.get(id)?.table ?? plans.find((plan) => plan.id === id)?.table ?? null;
  }

  async sign(item: string, into: boolean): Promise<boolean> {
    return this.#send(item, into ? 'PUT' : 'DELETE', `/pitches/${item}`);
  }

  move(step: MovePitches): Promise<boolean> {
    const guarded = 'current' in step || !['next', 'back', 'later', 'absent'].includes(step.do);
    return this.#send(step.do, 'POST', '/pitches', guarded ? step : { ...step, current: this.#queue.current });
  }

  clock(body: { action: 'resume' | 'pause' } | { action: 'add'; seconds: number }): Promise<boolean> {
    return this.#send('clock', 'POST', '/timer', body);
  }

  async #send(what: string, method: 'PUT' | 'DELETE' | 'POST', path: string, body: unknown = {}): Promise<boolean> {
    if (this.#busy === what) return false;
    this.#busy = what;
    const reply = await this.board.api.send(method, `/sessions/${this.board.code}${path}`, body);
    this.#busy = null;
    this.#problem = reply.ok ? null : reply.code;
    return reply.ok;
  }
}
