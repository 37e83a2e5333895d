/**
 * The facilitator's desk: what only facilitators may know, and the commands of the console. Every command answers with a
 * sentence when it was refused; `problem` holds the last one, with the name of the command, until the next try.
 */
import type { MovePhase, SetScreen, SetTimer } from '../../../shared/api.ts';
import type { ConsoleInfo, ReportInfo } from '../../../shared/api/console.ts';
import { neighbour } from '../../../shared/programme.ts';
import type { Board } from '../../board/board.svelte.ts';
import type { ProblemCode, Reply } from '../../connection/api.ts';

/** With a thousand people coming in, the desk asks at most this often. */
const restMs = 1_500;

export class Desk {
  readonly board: Board;
  #info = $state.raw<ConsoleInfo | null>(null);
  #startedAt = $state<number | null>(null);
  #problem = $state.raw<{ about: string; code: ProblemCode } | null>(null);
  #busy = $state.raw<readonly string[]>([]);
  #asking: Promise<Reply<ConsoleInfo>> | null = null;
  #askAgain = false;
  #stirred: ReturnType<typeof setTimeout> | null = null;

  constructor(board: Board) {
    this.board = board;
  }

  get info(): ConsoleInfo | null {
    return this.#info;
  }
  /** server time at which the first part began; null before */
  get startedAt(): number | null {
    return this.#startedAt;
  }
  get problem() {
    return this.#problem;
  }
  /** Is the command of this name on its way? */
  isBusy(name: string): boolean {
    return this.#busy.includes(name);
  }
  clearProblem(): void {
    this.#problem = null;
  }

  get next() {
    const session = this.board.session;
    return session ? neighbour(session, 1) : null;
  }
  get previous() {
    const session = this.board.session;
    return session?.phase ? neighbour(session, -1) : null;
  }

  /** Asks the server again; questions that come in meanwhile become one more. */
  refresh(): Promise<Reply<ConsoleInfo>> {
    if (this.#asking) this.#askAgain = true;
    else this.#asking = this.#ask().finally(() => (this.#asking = null));
    return this.#asking;
  }

  /** Something changed that the console shows: asks again, soon. */
  stir(): void {
    this.#stirred ??= setTimeout(() => {
      this.#stirred = null;
      void this.refresh();
    }, restMs);
  }

  /** Stops asking: the console is gone. */
  leave(): void {
    if (this.#stirred) clearTimeout(this.#stirred);
    this.#stirred = null;
  }

  /** `from` is what this console shows: when somebody else was first, nothing happens and we are told. */
  move(to: string, vote?: MovePhase['vote']): Promise<Reply<unknown>> {
    const body: MovePhase = { to, from: this.board.session?.phase ?? null };
    return this.post('phase', '/phase', vote ? { ...body, vote } : body);
  }

  timer(change: SetTimer): Promise<Reply<unknown>> {
    return this.post('timer', '/timer', change);
  }

  screen(change: SetScreen, name = 'screen'): Promise<Reply<unknown>> {
    return this.post(name, '/screen', change);
  }

  post<T>(name: string, path: string, body: unknown = {}): Promise<Reply<T>> {
    return this.#run(name, () => this.board.api.send<T>('POST', `/sessions/${this.board.code}${path}`, body));
  }

  patch(name: string, body: unknown): Promise<Reply<unknown>> {
    return this.#run(name, () => this.board.api.send('PATCH', `/sessions/${this.board.code}`, body));
  }

  put(name: string, path: string, body: unknown): Promise<Reply<unknown>> {
    return this.#run(name, () => this.board.api.send('PUT', `/sessions/${this.board.code}${path}`, body));
  }

  /** Changes a thing below this session. */
  change(name: string, path: string, body: unknown): Promise<Reply<unknown>> {
    return this.#run(name, () => this.board.api.send('PATCH', `/sessions/${this.board.code}${path}`, body));
  }

  /** What a part of the console asks for itself, when it is open. */
  get<T>(path: string): Promise<Reply<T>> {
    return this.board.api.get<T>(`/sessions/${this.board.code}${path}`);
  }

  remove(name: string, path: string): Promise<Reply<unknown>> {
    return this.#run(name, () => this.board.api.send('DELETE', `/sessions/${this.board.code}${path}`));
  }

  /** Deletes another session of ours: a rehearsal. */
  removeOther(name: string, code: string): Promise<Reply<unknown>> {
    return this.#run(name, () => this.board.api.send('DELETE', `/sessions/${code}`));
  }

  async #run<T>(name: string, ask: () => Promise<Reply<T>>): Promise<Reply<T>> {
    this.#problem = null;
    this.#busy = [...this.#busy, name];
    const reply = await ask();
    this.#busy = this.#busy.filter((other) => other !== name);
    if (!reply.ok) this.#problem = { about: name, code: reply.code };
    await this.refresh();
    return reply;
  }

  async #ask(): Promise<Reply<ConsoleInfo>> {
    let reply: Reply<ConsoleInfo>;
    do {
      this.#askAgain = false;
      reply = await this.board.api.get<ConsoleInfo>(`/sessions/${this.board.code}/console`);
      if (reply.ok) this.#info = reply.value;
    } while (this.#askAgain);
    if (this.#startedAt === null && this.board.session?.state === 'running') await this.#askStart();
    return reply;
  }

  async #askStart(): Promise<void> {
    const reply = await this.board.api.get<ReportInfo>(`/sessions/${this.board.code}/report`);
    if (reply.ok) this.#startedAt = reply.value.startedAt;
  }
}
