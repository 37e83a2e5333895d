/**
 * One session on this page: the document as Svelte state, who I am here, and the verbs. Components bind and draw.
 */
import type { Me } from '../../shared/api/me.ts';
import { makeId } from '../../shared/ids.ts';
import type { Card, Role, Session, VoteNotice } from '../../shared/model.ts';
import { phaseOf } from '../../shared/format.ts';
import type { Pulse } from '../../shared/protocol.ts';
import { refuse, yes, type Refusal, type RefusalCode, type Yes } from '../../shared/refusals.ts';
import type { Action } from '../../shared/actions.ts';
import { fetchBoard, makeApi, type Api, type ProblemCode, type Reply } from '../connection/api.ts';
import { Connection } from '../connection/connection.ts';
import { browserShelf, type Draft, type Shelf, type Step } from '../connection/journal.ts';
import { Drafts } from './drafts.svelte.ts';
import { answerOf, type Who } from './facts.ts';
import { actionOf } from '../connection/replay.ts';
import { History, inverseOf, type Command, type Done, type Undo } from './history.ts';
import { emptyPicture, watch, type Picture } from './picture.ts';
import { device, onWaking, watchKeys } from './device.ts';
import { Link, type SavedState } from './link.svelte.ts';

export const randomBytes = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
export const newId = () => makeId(randomBytes);

export class Board {
  readonly code: string;
  readonly role: Role;
  readonly api: Api;

  #picture = $state.raw<Picture>(emptyPicture);
  #me = $state.raw<Me | null>(null);
  #pulse = $state.raw<Pulse | null>(null);
  #mine = $state.raw<ReadonlySet<string>>(new Set());
  #undoable = $state(0);
  /** moves and names that came back since the last look; a view shows them as one sentence */
  #returned = $state.raw<{ step: Step; code: RefusalCode }[]>([]);

  // Of every picture these are asked first: what did not change among them wakes nobody.
  readonly #session = $derived(this.#picture.session);
  readonly #phase = $derived(this.#session ? phaseOf(this.#session.format, this.#session.phase) : null);
  readonly #vote = $derived(this.#picture.votes.find((vote) => isOf(vote, this.#session)) ?? null);

  readonly #fetcher: typeof fetch;
  readonly #link = new Link();
  readonly #drafts = new Drafts();
  #connection: Connection | null = null;
  #shelf: Shelf | null = null;
  #unwatch: () => void = () => undefined;
  #unwake: () => void = () => undefined;
  readonly #history = new History();
  #heldPhase: string | null = null;

  /** `me`: what the server has just said of it; without it, it is asked. */
  constructor(code: string, role: Role, me: Me | null = null, fetcher: typeof fetch = (...all) => fetch(...all)) {
    this.code = code;
    this.role = role;
    this.api = makeApi(role, fetcher);
    this.#fetcher = fetcher;
    if (me) this.#know(me);
  }

  /** Loads what this device kept, takes the board, connects. */
  async open(): Promise<void> {
    const shelf = await browserShelf(`${this.code}:${this.role}`);
    this.#shelf = shelf;
    const { entries, drafts } = await shelf.load();
    this.#drafts.load(shelf, drafts);
    this.#own(entries.flatMap((entry) => (entry.step.type === 'card.make' ? [entry.step.card.id] : [])));
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    this.#connection = new Connection({
      url: `${scheme}://${location.host}/sync`,
      code: this.code,
      params: { role: this.role },
      shelf,
      WebSocket,
      fetchBoard: () => fetchBoard(this.code, this.role, this.#fetcher),
      allowed: (doc, step) => answerOf(actionOf(step), doc, this.#who, null, this.now()),
      ...device,
      makeId: newId,
      on: {
        document: (doc) => {
          this.#unwatch();
          this.#unwatch = watch(doc, (picture) => this.#draw(picture), watchKeys);
        },
        status: () => this.#status(),
        pulse: (pulse) => (this.#pulse = pulse),
        me: () => void this.refreshMe(),
        returned: (step, code, draft) => {
          if (draft) this.#drafts.show(draft);
          else this.#returned = [...this.#returned, { step, code }];
        },
      },
    });
    this.#unwake = onWaking(() => this.#connection?.check());
    await Promise.all([this.#me ? null : this.refreshMe(), this.#connection.open()]);
  }

  close(): void {
    this.#unwatch();
    this.#unwatch = () => undefined;
    this.#unwake();
    this.#connection?.close();
  }

  // ── What is ─────────────────────────────────────────────────────────────────────────────────────────────────────

  get picture(): Picture {
    return this.#picture;
  }
  get session() {
    return this.#session;
  }
  get phase() {
    return this.#phase;
  }
  /** the vote of the current phase and run */
  get vote() {
    return this.#vote;
  }
  get me(): Me | null {
    return this.#me;
  }
  get pulse(): Pulse | null {
    return this.#pulse;
  }
  get drafts(): readonly Draft[] {
    return this.#drafts.list;
  }
  get returned() {
    return this.#returned;
  }
  get synced(): boolean {
    return this.#link.synced;
  }
  get online(): boolean {
    return this.#link.online;
  }
  /** why this page can not go on; null while it can */
  get closed(): RefusalCode | null {
    return this.#link.closed;
  }
  get saved(): SavedState {
    return this.#link.saved;
  }
  get undoable(): number {
    return this.#undoable;
  }
  isMine(card: string): boolean {
    return this.#mine.has(card);
  }
  /** True while something about this card or theme is not on the server's disk yet. */
  isPending(id: string): boolean {
    return this.#link.isPending(id);
  }
  /** Those that wait for a connection too, also when the board does not show them yet. */
  get myCards(): Card[] {
    const { byId } = this.#picture;
    const there = [...this.#mine].flatMap((id) => byId.get(id) ?? []).filter((card) => !card.gone);
    return [...there, ...this.#link.unlanded.filter((card) => !byId.has(card.id))];
  }
  /** Server time, in ms. */
  now(): number {
    return Date.now() + this.#link.offset;
  }

  /** The rule book's answer, now. Reactive: it reads the picture. */
  can(action: Action): Yes | Refusal {
    const connection = this.#connection;
    if (!this.#picture.session || !connection) return refuse('phase_closed');
    return answerOf(action, connection.doc, this.#who, this.#me, this.now(), this.#picture);
  }

  get #who(): Who {
    return { role: this.role, mine: this.#mine, me: this.#me };
  }

  // ── What people do ──────────────────────────────────────────────────────────────────────────────────────────────

  /** One act through the write door, of one or more steps; refused as a whole by the first step that is. */
  perform(...steps: Step[]): Yes | Refusal {
    for (const step of steps) {
      const answer = this.can(actionOf(step));
      if (!answer.ok) return answer;
    }
    for (const step of steps) {
      if (step.type === 'card.make') this.#own([step.card.id]);
      this.#connection?.perform(step);
    }
    const done = inverseOf(steps);
    if (done) this.#remember(done);
    return yes;
  }

  /** Moves cards into a theme, or (null) back to "Nog te plaatsen". */
  moveCards(cards: readonly string[], cluster: string | null): Yes | Refusal {
    const steps = cards.flatMap((id): Step[] => {
      const before = this.#picture.byId.get(id)?.cluster ?? null;
      return before === cluster ? [] : [{ type: 'card.move', card: id, before, after: cluster }];
    });
    return this.perform(...steps);
  }

  /** A command below this session. With `undo`, the act can be taken back. */
  async command<T>(command: Command, undo?: Done): Promise<Reply<T>> {
    const reply = await this.api.send<T>('POST', `/sessions/${this.code}${command.path}`, command.body ?? {});
    if (reply.ok && undo) this.#remember(undo);
    return reply;
  }

  /** Takes the last own act back, unless somebody built on it. */
  async undo(): Promise<{ ok: true } | { ok: false; code: ProblemCode }> {
    const done = this.#history.pop();
    this.#undoable = this.#history.size;
    if (!done) return yes;
    const seen = {
      card: (id: string) => this.#picture.byId.get(id),
      cluster: (id: string) => this.#picture.clusterById.get(id),
    };
    if (!done.untouched(seen)) return refuse('built_upon');
    for (const undo of done.undo) {
      const answer = await this.#take(undo);
      if (!answer.ok) return answer;
    }
    return yes;
  }

  setWriting(writing: boolean): void {
    this.#connection?.setWriting(writing);
  }

  keepDraft(draft: Draft): void {
    this.#drafts.keep(draft);
  }

  dropDraft(id: string): void {
    this.#drafts.drop(id);
  }

  /** The sentence about what came back has been read. */
  clearReturned(): void {
    this.#returned = [];
  }

  /** Nothing of this session stays on this device. */
  async wipe(): Promise<void> {
    this.close();
    await this.#shelf?.wipe();
  }

  async refreshMe(): Promise<void> {
    const reply = await this.api.get<Me>(`/sessions/${this.code}/me`);
    if (reply.ok) this.#know(reply.value);
  }

  // ── Inside ──────────────────────────────────────────────────────────────────────────────────────────────────────

  async #take(undo: Undo): Promise<{ ok: true } | { ok: false; code: ProblemCode }> {
    if (undo.door === 'command') return this.command(undo.command);
    const answer = this.can(actionOf(undo.step));
    if (answer.ok) this.#connection?.perform(undo.step);
    return answer;
  }

  #remember(done: Done): void {
    this.#history.add(done);
    this.#undoable = this.#history.size;
  }

  #know(me: Me): void {
    this.#me = me;
    this.#own(me.cards);
  }

  #own(cards: readonly string[]): void {
    if (cards.some((card) => !this.#mine.has(card))) this.#mine = new Set([...this.#mine, ...cards]);
  }

  #draw(picture: Picture): void {
    // A fresh document is empty until the server has answered: what people see and type in stays.
    if (!picture.session && this.#picture.session) return;
    this.#picture = picture;
    this.#drafts.settle((card) => picture.byId.has(card));
    const held = `${picture.session?.phase}:${picture.session?.run}`;
    if (held === this.#heldPhase) return;
    this.#heldPhase = held;
    this.#history.clear();
    this.#undoable = 0;
  }

  #status(): void {
    const connection = this.#connection;
    if (!connection) return;
    this.#link.read(connection);
    if (connection.closed === 'session_deleted') void this.#shelf?.wipe();
  }
}

const isOf = (vote: VoteNotice, session: Session | null) =>
  session !== null && vote.phase === session.phase && vote.run === session.run;
