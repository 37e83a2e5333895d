import type {
  EnterHands,
  EntryTaken,
  PaperSeen,
  PapersInfo,
  PrintedPapers,
  PrintPapers,
} from '../../../../shared/api/papers.ts';
import type { Ballot } from '../../../../shared/vote.ts';
import type { Board } from '../../../board/board.svelte.ts';
import type { ProblemCode, Reply } from '../../../connection/api.ts';

/** While others enter too, it is asked at most this often. */
const restMs = 1_000;

/** Ballots on paper and hands in one vote, as the console knows them: how it stands, and the hands to change it. */
export class Papers {
  #info = $state.raw<PapersInfo | null>(null);
  #problem = $state<ProblemCode | null>(null);
  #stirred: ReturnType<typeof setTimeout> | undefined;
  readonly phase: string;
  readonly #board: Pick<Board, 'code' | 'api'>;

  constructor(board: Pick<Board, 'code' | 'api'>, phase: string) {
    this.#board = board;
    this.phase = phase;
  }

  get info(): PapersInfo | null {
    return this.#info;
  }
  /** why it could not be had */
  get problem(): ProblemCode | null {
    return this.#problem;
  }
  markOf(item: string): string {
    return this.#info?.items.find(({ id }) => id === item)?.mark ?? '';
  }

  async load(): Promise<void> {
    const reply = await this.#board.api.get<PapersInfo>(this.#path('papers'));
    if (reply.ok) this.#info = reply.value;
    this.#problem = reply.ok ? null : reply.code;
  }

  /** Something changed that it shows: asks again, soon. */
  stir(): void {
    this.#stirred ??= setTimeout(() => {
      this.#stirred = undefined;
      void this.load();
    }, restMs);
  }

  leave(): void {
    clearTimeout(this.#stirred);
    this.#stirred = undefined;
  }

  print(input: PrintPapers): Promise<Reply<PrintedPapers>> {
    return this.#send('papers', input);
  }
  look(code: string): Promise<Reply<PaperSeen>> {
    return this.#board.api.send('POST', this.#path('papers/look'), { code });
  }
  enter(code: string, ballot: Ballot): Promise<Reply<EntryTaken>> {
    return this.#send('papers/entry', { code, ballot });
  }
  /** A reason of null takes it back. */
  setAside(code: string, reason: string | null): Promise<Reply<unknown>> {
    return this.#send('papers/aside', { code, reason });
  }
  enterHands(hands: EnterHands): Promise<Reply<EntryTaken>> {
    return this.#send('hands', hands);
  }
  collect(): Promise<Reply<unknown>> {
    return this.#send('collect', {});
  }

  async #send<T>(below: string, body: unknown): Promise<Reply<T>> {
    const reply = await this.#board.api.send<T>('POST', this.#path(below), body);
    await this.load();
    return reply;
  }

  #path(below: string): string {
    return `/sessions/${this.#board.code}/votes/${this.phase}/${below}`;
  }
}
