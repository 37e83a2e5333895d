import type { TablesInfo } from '../../../shared/api/tables.ts';
import type { Board } from '../../board/board.svelte.ts';
import { Presses } from '../../board/presses.svelte.ts';
import type { ProblemCode } from '../../connection/api.ts';

/** While people come in by the hundred, the list is asked at most this often. */
const restMs = 1_500;

/** The facilitator's view of who sits where, and the hands to change it. */
export class Tables {
  #info = $state.raw<TablesInfo | null>(null);
  readonly #presses = new Presses();
  #problem = $state<ProblemCode | null>(null);
  #done = $state<string | null>(null);
  #asked: ReturnType<typeof setTimeout> | null = null;
  readonly #board: Pick<Board, 'code' | 'api' | 'command'>;

  constructor(board: Pick<Board, 'code' | 'api' | 'command'>) {
    this.#board = board;
  }

  get info(): TablesInfo | null {
    return this.#info;
  }
  get problem(): ProblemCode | null {
    return this.#problem;
  }
  /** the command that was done last, by path */
  get done(): string | null {
    return this.#done;
  }
  isBusy(path: string): boolean {
    return this.#presses.isBusy(path);
  }

  /** Newest seating of this run. */
  roundOf(phase: string, run: number) {
    return this.#info?.rounds.find((round) => round.phase === phase && round.run === run) ?? null;
  }

  async load(): Promise<void> {
    const reply = await this.#board.api.get<TablesInfo>(`/sessions/${this.#board.code}/tables`);
    if (reply.ok) this.#info = reply.value;
    else this.#problem = reply.code;
  }

  /** Something changed that it shows. */
  stir(): void {
    this.#asked ??= setTimeout(() => {
      this.#asked = null;
      void this.load();
    }, restMs);
  }

  leave(): void {
    if (this.#asked) clearTimeout(this.#asked);
  }

  async send(path: string, body: unknown = {}): Promise<boolean> {
    const { idle } = this.#presses;
    const reply = await this.#presses.take(path, body, async () => {
      const answer = await this.#board.command({ path, body });
      if (!answer.ok) this.#problem = answer.code;
      else if (idle) this.#problem = null;
      this.#done = answer.ok ? path : null;
      await this.load();
      return answer;
    });
    return reply?.ok ?? false;
  }
}
