/**
 * One page's link to the shared document: sends, keeps the journal of what is not stored yet, and after a refusal takes
 * a fresh document and replays the journal action by action. No Svelte and no DOM here, so that the fuzz drives the
 * same code over an unreliable wire.
 */
import * as Y from 'yjs';
import type { Pulse, Refused } from '../../shared/protocol.ts';
import type { Refusal, RefusalCode, Yes } from '../../shared/refusals.ts';
import type { FetchedBoard } from './api.ts';
import type { Draft, Entry, Shelf, Step } from './journal.ts';
import { Line, type LineOptions } from './line.ts';
import { applyStep, draftOf, isBuiltOn, landed } from './replay.ts';
import type { Counter } from './socket.ts';

export interface ConnectionOptions extends Omit<LineOptions, 'from'> {
  shelf: Shelf;
  /** over HTTP; null when it could not be had: then the socket brings everything */
  fetchBoard(): Promise<FetchedBoard | null>;
  /** the rule book, asked again before a step is replayed */
  allowed(doc: Y.Doc, step: Step): Yes | Refusal;
  now(): number;
  makeId(): string;
  on: Listeners;
}

export interface Listeners {
  /** a fresh document: bind again */
  document(doc: Y.Doc): void;
  /** online, saved, closed or the list of unsent entries changed */
  status(): void;
  pulse(pulse: Pulse): void;
  me(): void;
  /** work that came back: a text as a draft, anything else as its step */
  returned(step: Step, code: RefusalCode, draft: Draft | null): void;
}

/** Refusals after which this page can not go on by itself. */
const final: readonly RefusalCode[] = [
  'removed',
  'bad_token',
  'no_identity',
  'no_session',
  'session_deleted',
  'old_version',
  'wrong_origin',
];

/** Something that is not stored after so many ms is late, and makes us ask whether the server is still there. */
const unusual = 2_000;

export class Connection {
  doc = new Y.Doc();
  online = false;
  /** the server has answered with all it has */
  synced = false;
  closed: RefusalCode | null = null;
  /** in sync, and something waits longer to be stored than it should */
  late = false;
  /** server time minus own time, in ms */
  offset = 0;
  readonly entries: Entry[] = [];

  readonly #options: ConnectionOptions;
  readonly #counter: Counter;
  #line: Line | null = null;
  /** entry id → number of the message that carried it on this connection */
  readonly #sentAs = new Map<string, number>();
  /** entries in the journal that the current document does not hold yet */
  readonly #unapplied = new Set<string>();
  #generation = 0;
  #stopped = false;
  /** in a row, since something was stored */
  #refusals = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#counter = { sent: 0, onSent: (number, whole) => this.#sent(number, whole) };
  }

  /** Loads the journal, takes the board, connects. */
  async open(): Promise<void> {
    const { entries } = await this.#options.shelf.load();
    this.entries.push(...entries);
    await this.#fresh();
  }

  close(): void {
    this.#stopped = true;
    this.#generation++;
    this.#line?.destroy();
    this.#line = null;
    this.online = this.synced = false;
  }

  /** Does a step now, here; it is sent, stored and forgotten by itself. The caller has asked `can`. */
  perform(step: Step): void {
    const entry = this.#join(step) ?? this.#add(step);
    void this.#options.shelf.putEntry(entry);
    // Behind steps that wait for the replay it waits as well: it may build on one of them.
    if (this.#unapplied.size > 0) this.#unapplied.add(entry.id);
    else this.#apply(entry, step);
    this.#options.on.status();
    this.#watch(entry);
  }

  /** People who type are counted; who they are is not told. */
  setWriting(writing: boolean): void {
    this.#line?.setWriting(writing);
  }

  /** The device says something about its network, or wakes up: is the server still there? */
  check(): void {
    this.#line?.hurry();
    this.#line?.probe();
  }

  // ── The life of a document ──────────────────────────────────────────────────────────────────────────────────────

  /** A new document, a new Yjs client id, a new connection; the journal is replayed once it is in sync. */
  async #fresh(): Promise<void> {
    const generation = ++this.#generation;
    this.#line?.destroy();
    this.#line = null;
    this.#sentAs.clear();
    this.online = this.synced = false;
    const board = await this.#options.fetchBoard();
    if (generation !== this.#generation || this.#stopped) return;
    this.doc.destroy();
    this.doc = new Y.Doc();
    if (board) Y.applyUpdateV2(this.doc, board.update, 'board');
    for (const entry of this.entries) this.#unapplied.add(entry.id);
    this.#options.on.document(this.doc);
    this.#connect(board?.mark ?? null);
    this.#options.on.status();
  }

  #connect(from: string | null): void {
    this.#line = new Line(this.doc, { ...this.#options, from }, this.#counter, {
      hello: ({ now }) => (this.offset = now - this.#options.now()),
      stored: ({ count }) => this.#stored(count),
      refused: (refused) => this.#refused(refused),
      pulse: (pulse) => {
        this.offset = pulse.now - this.#options.now();
        this.#options.on.pulse(pulse);
      },
      me: () => this.#options.on.me(),
      online: (online) => {
        this.online = online;
        if (!online) this.synced = this.late = false;
        if (!online) this.#sentAs.clear();
        this.#options.on.status();
      },
      synced: (synced) => {
        this.synced = synced;
        if (synced) this.closed = null; // it was not open yet, and now it is
        if (synced) this.#replay();
        if (synced) for (const entry of this.entries) this.#watch(entry);
        this.#options.on.status();
      },
      closed: (code) => this.#closedFor(code),
    });
  }

  /** Steps the document does not hold yet, one update each, each asked again. */
  #replay(): void {
    for (const entry of [...this.entries]) {
      if (!this.#unapplied.delete(entry.id)) continue;
      if (landed(this.doc, entry.step)) {
        this.#forget(entry);
        continue;
      }
      const answer = this.#options.allowed(this.doc, entry.step);
      if (!answer.ok) {
        this.#giveBack(entry, answer.code);
        continue;
      }
      this.#apply(entry, entry.step);
    }
  }

  #watch(entry: Entry): void {
    setTimeout(() => {
      if (!this.entries.includes(entry)) return;
      this.#line?.probe();
      this.late = this.synced; // while there is no connection nothing is late
      this.#options.on.status();
    }, unusual);
  }

  #apply(entry: Entry, step: Step): void {
    let changed = false;
    const notice = () => (changed = true);
    const before = this.#counter.sent;
    this.doc.on('update', notice);
    applyStep(this.doc, step, this);
    this.doc.off('update', notice);
    if (this.#counter.sent > before) this.#sentAs.set(entry.id, this.#counter.sent);
    // The document says so already: there is nothing to store, unless earlier letters of the same name are on their way.
    else if (!changed && !this.#sentAs.has(entry.id) && this.online) this.#forget(entry);
  }

  // ── What the server says ────────────────────────────────────────────────────────────────────────────────────────

  #stored(count: number): void {
    this.#refusals = 0;
    for (const entry of [...this.entries]) {
      const number = this.#sentAs.get(entry.id);
      if (number !== undefined && number <= count) this.#forget(entry);
    }
    this.#options.on.status();
  }

  /** The close follows; when exactly one entry was in the refused message, that one comes back. */
  #refused({ code, message }: Refused): void {
    if (final.includes(code) || code === 'too_fast') return;
    const inside = this.entries.filter((entry) => message > 0 && this.#sentAs.get(entry.id) === message);
    const only = inside.length === 1 ? inside[0] : undefined;
    if (only) this.#giveBack(only, code);
  }

  #closedFor(code: RefusalCode): void {
    if (final.includes(code) || code === 'not_open_yet') {
      this.closed = code;
      this.#options.on.status();
    }
    if (!final.includes(code)) {
      // Too fast is not a no: the same steps go again, after a breath. And whatever goes wrong again and again, we do not
      // beat on the door.
      const wait = code === 'too_fast' ? 2_000 + this.#options.chance() * 3_000 : this.#patience();
      const generation = this.#generation;
      setTimeout(() => generation === this.#generation && void this.#fresh(), wait);
    }
  }

  /** 0 at first, then longer and longer, until something is stored again. */
  #patience(): number {
    const times = this.#refusals++;
    return times < 3 ? 0 : Math.min(10_000, 250 * 2 ** (times - 3));
  }

  // ── The journal ─────────────────────────────────────────────────────────────────────────────────────────────────

  #add(step: Step): Entry {
    const last = this.entries.at(-1)?.at ?? 0;
    const entry = { id: this.#options.makeId(), at: Math.max(this.#options.now(), last + 1), step };
    this.entries.push(entry);
    return entry;
  }

  /** Typing in a name is one entry, however many letters. */
  #join(step: Step): Entry | null {
    const last = this.entries.at(-1);
    if (step.type !== 'cluster.name' || last?.step.type !== 'cluster.name' || last.step.cluster !== step.cluster)
      return null;
    last.step = { ...step, before: last.step.before };
    return last;
  }

  #sent(number: number, whole: boolean): void {
    if (!whole) return;
    for (const entry of this.entries) {
      if (!this.#unapplied.has(entry.id) && !this.#sentAs.has(entry.id)) this.#sentAs.set(entry.id, number);
    }
  }

  #forget(entry: Entry): void {
    const index = this.entries.indexOf(entry);
    if (index >= 0) this.entries.splice(index, 1);
    if (this.entries.length === 0) this.late = false;
    this.#sentAs.delete(entry.id);
    this.#unapplied.delete(entry.id);
    void this.#options.shelf.removeEntry(entry.id);
  }

  /**
   * What came back takes along what was built on it: edits of a card that never landed are in its draft. A text is kept
   * as a draft before its entry is forgotten, so that a crash in between loses nothing.
   */
  #giveBack(entry: Entry, code: RefusalCode): void {
    if (code === 'card_exists' || code === 'cluster_exists') return this.#forget(entry);
    const after = this.entries.filter((other) => other !== entry && isBuiltOn(other.step, entry.step));
    const draft = draftOf(entry, after, code);
    for (const gone of [entry, ...after]) {
      if (!draft) this.#forget(gone);
      else void this.#options.shelf.putDraft(draft).then(() => this.#forget(gone));
      const index = this.entries.indexOf(gone);
      if (index >= 0) this.entries.splice(index, 1);
      this.#unapplied.delete(gone.id);
    }
    this.#options.on.returned(entry.step, code, draft);
  }
}
