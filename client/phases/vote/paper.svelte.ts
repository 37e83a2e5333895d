/**
 * One voter's ballot in one run: what is on it, what is chosen here, what the server has, and the way from one to the other.
 */
import type { BallotPaper } from '../../../shared/api.ts';
import type { PairList } from '../../../shared/api/votes.ts';
import type { Method } from '../../../shared/phases/vote.ts';
import type { Ballot, VoteItem } from '../../../shared/vote.ts';
import type { Board } from '../../board/board.svelte.ts';
import type { ProblemCode, Reply } from '../../connection/api.ts';
import { budgetOf, emptyBallot, give, givenTo, keepOnly, missing, same, spent } from './choice.ts';
import { ballotShelf, noShelf, type BallotShelf, type Kept } from './kept.ts';
import { shuffle } from '../../../shared/shuffle.ts';

export type VotingBoard = Pick<Board, 'code' | 'api' | 'picture' | 'me'>;

/** A ballot on somebody else's device: in an order of its own, sent once, and nothing of it is kept. */
interface Booth {
  seed: string;
  send(ballot: Ballot): Promise<Reply<unknown>>;
  /** as it is printed, instead of an order drawn by the seed */
  order?(items: readonly VoteItem[]): readonly VoteItem[];
  pairs?(): PairList;
  method?: Method;
}

/** idle: nothing on its way. waiting: pressed send, not reached the server yet; goes by itself. */
export type Sending = 'idle' | 'sending' | 'waiting';

/** Not a no: the same ballot goes again. */
const passing: readonly ProblemCode[] = ['offline', 'too_fast', 'store_unavailable', 'server_error'];
const firstWait = 1_000;
const longestWait = 15_000;

export class Paper {
  readonly phase: string;
  readonly run: number;
  readonly #board: VotingBoard;
  readonly #shelf: BallotShelf;
  readonly #seed: string;
  readonly #booth: Booth | null;
  #paper = $state.raw<BallotPaper | null>(null);
  #choice = $state.raw<Ballot | null>(null);
  #sent = $state.raw<Ballot | null>(null);
  #sending = $state<Sending>('idle');
  #problem = $state<ProblemCode | null>(null);
  #pairs = $state.raw<Kept['pairs'] | null>(null);
  #lost = $state(0);
  #outcome = $state<'counts' | 'unsent' | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = firstWait;
  #over = false;

  constructor(board: VotingBoard, phase: string, run: number, shelf?: BallotShelf, booth: Booth | null = null) {
    const me = board.me?.participant;
    this.phase = phase;
    this.run = run;
    this.#board = board;
    this.#booth = booth;
    this.#seed = booth?.seed ?? `${me?.id ?? ''}|${phase}|${run}`;
    this.#shelf = booth ? noShelf : (shelf ?? ballotShelf(board.code, phase, run, me?.number ?? 0));
  }

  // ── What is ─────────────────────────────────────────────────────────────────────────────────────────────────────

  get loaded(): boolean {
    return this.#paper !== null;
  }
  get method(): Method | null {
    return this.#booth?.method ?? (this.#paper?.method as Method | undefined) ?? null;
  }
  /** may vote in this run */
  get eligible(): boolean {
    return this.#booth ? this.loaded : (this.#paper?.eligible ?? false);
  }
  get needsTicket(): boolean {
    return !this.#booth && this.#paper?.needs === 'ticket';
  }
  /** the ballot is counted, beside those that decide */
  get apart(): boolean {
    return this.#paper?.standing === 'apart';
  }
  /** in this voter's own order; what is hidden stays where it was, so that nothing moves under a thumb */
  readonly items: readonly VoteItem[] = $derived.by(() =>
    this.#inOrder().map((item) => ({ ...item, struck: this.#isStruck(item) })),
  );
  get choice(): Ballot | null {
    return this.#choice;
  }
  get sending(): Sending {
    return this.#sending;
  }
  /** why the ballot was refused, or could not be fetched */
  get problem(): ProblemCode | null {
    return this.#problem;
  }
  /** dots or ticks that came back because their item was hidden */
  get lost(): number {
    return this.#lost;
  }
  given(item: string): number {
    return this.#choice ? givenTo(this.#choice, item) : 0;
  }
  get spent(): number {
    return this.#choice ? spent(this.#choice) : 0;
  }
  get left(): number {
    return this.method ? budgetOf(this.method) - this.spent : 0;
  }
  /** what still has to be chosen before it can be sent; null: nothing */
  get missing(): ReturnType<typeof missing> {
    return this.#choice && this.method ? missing(this.#choice, this.method) : null;
  }
  /** one ballot for the whole table */
  get byTable(): boolean {
    return this.#paper?.per === 'table';
  }
  /** in a vote by pairs: those that were drawn for this voter */
  get pairs(): Kept['pairs'] | null {
    return this.#pairs;
  }
  /** the server has a ballot of this voter */
  get cast(): boolean {
    if (this.#booth) return this.#sent !== null;
    return this.#sent !== null || (this.#board.me?.voted.includes(`${this.phase}:${this.run}`) ?? false);
  }
  /** what is chosen here is not what the server has */
  get changed(): boolean {
    if (!this.#choice) return false;
    return this.#sent ? !same(this.#choice, this.#sent) : this.spent > 0;
  }

  /** What became of it, once the vote is closed. */
  get outcome(): 'counts' | 'late' | 'unsent' | 'none' {
    if (this.#outcome === 'unsent') return this.cast ? 'late' : 'unsent';
    return this.#outcome ?? (this.cast ? 'counts' : 'none');
  }

  // ── What the voter does ─────────────────────────────────────────────────────────────────────────────────────────

  async load(): Promise<void> {
    const reply = await this.#board.api.get<BallotPaper>(`/sessions/${this.#board.code}/ballots/${this.phase}`);
    if (!reply.ok) {
      this.#problem = reply.code;
      if (passing.includes(reply.code)) this.#later(() => this.load());
      return;
    }
    if (reply.value.run !== this.run || this.#over) return;
    this.#problem = null;
    this.#wait = firstWait;
    this.#paper = reply.value;
    this.#sent = this.#booth ? null : reply.value.ballot;
    if (this.#sent) this.#shelf.sent(this.#sent);
    if (this.#choice === null) this.#begin();
    this.strike();
  }

  give(item: string, given: number): void {
    if (!this.#choice || !this.method || this.#isStruck(item)) return;
    this.put(give(this.#choice, this.method, item, given, this.items));
  }

  /** Another ballot: the form has seen that it is lawful. */
  put(ballot: Ballot): void {
    this.#choice = ballot;
    this.#problem = null;
    this.#forgetWaiting();
    this.#keep();
  }

  /** In a vote by pairs: asks for those that this voter judges. */
  drawPairs(): Promise<Reply<PairList>> {
    const printed = this.#booth?.pairs?.();
    if (printed) return Promise.resolve({ ok: true, value: printed });
    return this.#board.api.send('POST', `/sessions/${this.#board.code}/ballots/${this.phase}/pairs`, {});
  }

  keepPairs(pairs: NonNullable<Kept['pairs']>): void {
    this.#pairs = pairs;
    this.#keep();
  }

  async send(): Promise<void> {
    const choice = this.#choice;
    if (!choice || this.missing || this.#sending === 'sending' || this.#over) return;
    clearTimeout(this.#timer);
    this.#sending = 'sending';
    this.#lost = 0;
    this.#keep();
    const path = `/sessions/${this.#board.code}/ballots/${this.phase}`;
    const reply = await (this.#booth?.send(choice) ?? this.#board.api.send('PUT', path, choice));
    if (reply.ok) this.#shelf.sent(choice);
    if (this.#over) {
      if (reply.ok) this.#outcome = 'counts';
    } else if (reply.ok) this.#arrived(choice);
    else this.#failed(reply.code);
  }

  /** The connection is back: what waits goes now. */
  retry(): void {
    this.#wait = firstWait;
    if (this.#sending === 'waiting') void this.send();
    else if (!this.loaded && this.#problem !== null) void this.load();
  }

  /** Something was hidden during the vote: what was on it comes back to the voter. */
  strike(): void {
    if (!this.#choice || !this.#paper) return;
    const counted = this.#paper.items.filter((item) => !this.#isStruck(item));
    const kept = keepOnly(this.#choice, counted);
    const back = this.spent - spent(kept);
    if (back === 0) return;
    this.#choice = kept;
    this.#lost += back;
    this.#keep();
  }

  /** The vote is over: of the ballot nothing stays on this device but what was sent; when it was thrown away, not even that. */
  close(aborted = false): void {
    if (!this.#over && (this.#sending !== 'idle' || this.#shelf.load()?.send)) this.#outcome = 'unsent';
    this.stop();
    this.#shelf.wipe(aborted);
  }

  /** This page looks at something else; what is kept stays. */
  stop(): void {
    this.#over = true;
    clearTimeout(this.#timer);
  }

  // ── Inside ──────────────────────────────────────────────────────────────────────────────────────────────────────

  #begin(): void {
    if (!this.method || !this.eligible) return;
    const kept = this.#shelf.load();
    const empty = emptyBallot(this.method);
    const fits = kept && Object.keys(empty).every((key) => key in kept.ballot);
    this.#choice = fits ? kept.ballot : (this.#sent ?? empty);
    this.#pairs = kept?.pairs ?? null;
    if (fits && kept.send && this.#paper?.state === 'open') void this.send();
  }

  #arrived(choice: Ballot): void {
    this.#sent = choice;
    this.#wait = firstWait;
    this.#problem = null;
    // What was changed while it was on its way is still to be sent, when the voter presses again.
    this.#sending = 'idle';
    if (this.changed || this.#pairs) this.#keep();
    else this.#shelf.wipe();
  }

  #failed(code: ProblemCode): void {
    // At a table nobody leaves a ballot behind that goes by itself: the voter tries again, or does not.
    if (passing.includes(code) && !this.#booth) {
      this.#sending = 'waiting';
      this.#keep();
      this.#later(() => this.send());
      return;
    }
    this.#sending = 'idle';
    this.#problem = code;
    this.#keep();
    // Somebody hid an item, or the vote closed: look again.
    void this.load().then(() => (this.#problem ??= code));
  }

  #later(again: () => Promise<void>): void {
    clearTimeout(this.#timer);
    if (this.#over) return;
    this.#timer = setTimeout(() => void again(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, longestWait);
  }

  /** Changed while it waited: the voter presses send again when it is right. */
  #forgetWaiting(): void {
    if (this.#sending !== 'waiting') return;
    clearTimeout(this.#timer);
    this.#sending = 'idle';
  }

  #keep(): void {
    if (!this.#choice) return;
    const pairs = this.#pairs ? { pairs: this.#pairs } : {};
    this.#shelf.keep({ ballot: this.#choice, send: this.#sending !== 'idle', ...pairs });
  }

  /** Shuffled; of a long list first what was seen least by others. */
  #inOrder(): readonly VoteItem[] {
    const { items = [], first = [] } = this.#paper ?? {};
    if (this.#booth?.order) return this.#booth.order(items);
    const early = new Set(first.map((place) => items[place]));
    return shuffle(items, this.#seed).sort((a, b) => +early.has(b) - +early.has(a));
  }

  #isStruck(item: VoteItem | string): boolean {
    const id = typeof item === 'string' ? item : item.id;
    const known = typeof item === 'string' ? this.#paper?.items.find((one) => one.id === id) : item;
    return known?.struck === true || (this.#board.picture.byId.get(id)?.gone ?? null) !== null;
  }
}
