/**
 * One page's link to the document of a plan. What is typed is in a copy on the device until the server has stored it, so that
 * neither a reload nor a time without network loses a letter. A refused document can never be sent again: then a fresh one is
 * taken, and what is not in it comes back as text.
 */
import * as Y from 'yjs';
import type { Pulse, Refused } from '../../shared/protocol.ts';
import { readFields } from '../../shared/plans.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import type { KeptPlan, Shelf } from './journal.ts';
import { Line, type LineOptions } from './line.ts';
import type { Counter } from './socket.ts';

export interface PlanOptions extends Omit<LineOptions, 'from' | 'code'> {
  code: string;
  plan: string;
  shelf: Pick<Shelf, 'loadPlan' | 'putPlan' | 'removePlan'>;
  on: {
    /** a fresh document: bind again */
    document(doc: Y.Doc): void;
    /** online, saved, back or closed changed */
    status(): void;
    pulse?(pulse: Pulse): void;
  };
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
  'not_found',
  'not_your_plan',
];

export class PlanConnection {
  doc = new Y.Doc();
  online = false;
  synced = false;
  /** something typed here is not on the server's disk yet */
  unsaved = false;
  /** why this plan can not be opened; null while it can */
  closed: RefusalCode | null = null;
  /** what came back: field → text, with the reason */
  back: { code: RefusalCode; texts: Record<string, string> } | null = null;

  readonly #options: PlanOptions;
  readonly #counter: Counter;
  #line: Line | null = null;
  /** all that was unsent went out on this connection */
  #whole = false;
  #refused: RefusalCode | null = null;
  #stopped = false;
  #writing = false;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PlanOptions) {
    this.#options = options;
    this.#counter = { sent: 0, onSent: (_, whole) => (this.#whole ||= whole) };
  }

  async open(): Promise<void> {
    const kept = await this.#options.shelf.loadPlan(this.#options.plan);
    if (this.#stopped) return;
    this.back = kept?.back ?? null;
    this.unsaved = (kept?.update ?? null) !== null;
    this.#start(kept?.update ?? null);
  }

  close(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#line?.destroy();
    this.#line = null;
  }

  setWriting(writing: boolean): void {
    this.#line?.setWriting(writing);
  }

  /** The device says something about its network, or wakes up. */
  check(): void {
    this.#line?.hurry();
    this.#line?.probe();
  }

  /** What came back has been dealt with. */
  forgetBack(): void {
    this.back = null;
    this.#keep();
    this.#options.on.status();
  }

  #start(update: Uint8Array | null): void {
    this.#line?.destroy();
    this.doc.destroy();
    this.online = this.synced = this.#whole = false;
    this.#counter.sent = 0;
    const doc = new Y.Doc();
    this.doc = doc;
    if (update) Y.applyUpdate(doc, update, 'kept');
    doc.on('update', (_: Uint8Array, origin: unknown) => {
      const isOwn = origin === this || origin instanceof Y.UndoManager;
      if (this.doc === doc && isOwn) this.#typed();
    });
    this.#options.on.document(doc);
    this.#connect();
    this.#options.on.status();
  }

  #connect(): void {
    const { code, plan, on } = this.#options;
    this.#line = new Line(this.doc, { ...this.#options, code: `${code}/plans/${plan}`, from: null }, this.#counter, {
      hello: () => undefined,
      stored: ({ count }) => this.#stored(count),
      refused: (refused) => this.#hear(refused),
      pulse: (pulse) => on.pulse?.(pulse),
      me: () => undefined,
      online: (online) => {
        this.online = online;
        if (!online) this.synced = this.#whole = false;
        on.status();
      },
      synced: (synced) => {
        this.synced = synced;
        if (synced) this.closed = null;
        if (synced) this.#compare();
        on.status();
      },
      closed: (why) => this.#closedFor(why),
    });
  }

  #typed(): void {
    this.unsaved = true;
    this.#keep();
    this.#options.on.status();
  }

  #stored(count: number): void {
    if (!this.#whole || count < this.#counter.sent || !this.unsaved) return;
    this.unsaved = false;
    this.#keep();
    this.#options.on.status();
  }

  #hear({ code }: Refused): void {
    this.#refused = code;
  }

  #closedFor(why: RefusalCode): void {
    const code = this.#refused ?? why;
    this.#refused = null;
    if (code === 'too_fast') return this.#later(() => this.#start(Y.encodeStateAsUpdate(this.doc)), 3_000);
    if (this.unsaved) this.#giveBack(code);
    if (final.includes(code)) {
      this.closed = code;
      return this.#options.on.status();
    }
    this.#later(() => this.#start(null), 500);
  }

  /** On the device first, so that a crash in between loses nothing; what the server has all the same is taken off later. */
  #giveBack(code: RefusalCode): void {
    this.back = { code, texts: { ...this.back?.texts, ...readFields(this.doc) } };
    this.unsaved = false;
    this.#keep();
  }

  /** In sync with a fresh document: only what it does not say comes back. */
  #compare(): void {
    if (!this.back || this.unsaved) return;
    const now = readFields(this.doc);
    const lost = Object.entries(this.back.texts).filter(([id, text]) => text.trim() !== '' && text !== now[id]);
    this.back = lost.length > 0 ? { ...this.back, texts: Object.fromEntries(lost) } : null;
    this.#keep();
  }

  #later(work: () => void, ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => !this.#stopped && work(), ms);
  }

  /** One write at a time: what is typed during it goes with the next. */
  #keep(): void {
    this.#again = true;
    if (!this.#writing) void this.#write();
  }

  async #write(): Promise<void> {
    const { shelf, plan } = this.#options;
    this.#writing = true;
    while (this.#again) {
      this.#again = false;
      const kept: KeptPlan = {
        id: plan,
        update: this.unsaved ? Y.encodeStateAsUpdate(this.doc) : null,
        back: this.back,
      };
      await (kept.update || kept.back ? shelf.putPlan(kept) : shelf.removePlan(plan));
    }
    this.#writing = false;
  }
}
