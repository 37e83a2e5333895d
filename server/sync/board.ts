/**
 * The document of a room, a session's or a plan's: what is on disk, and on top of that what has passed the guard and is not stored yet.
 */
import * as Y from 'yjs';
import { takesAway } from '../../shared/document.ts';
import { limits } from '../../shared/limits.ts';
import { refuse, type Refusal } from '../../shared/refusals.ts';
import { stampCard, stampCluster } from '../../shared/stamp.ts';
import type { Desk } from '../ports.ts';
import type { Connection } from './connection.ts';
import { openDoc } from './doc.ts';
import { Durable } from './durable.ts';
import { withArrivals, type Register } from './guard/arrivals.ts';
import { resync, type Resync } from './guard/bytes.ts';
import { judge } from './guard.ts';
import { judgePlan } from './guard/plan.ts';
import type { RoomParts } from './parts.ts';
import { Pending, type Entry } from './pending.ts';

/** What the server itself writes, and what must be stored together with it. */
export interface OwnChange<T> {
  write: (doc: Y.Doc) => T;
  alongside: (value: T) => void;
}

export interface Written<T> {
  value?: T;
  update: Uint8Array | null;
  /** something was taken out of the document */
  hides: boolean;
}

export const nothing: Written<never> = { update: null, hides: false };

export class Board {
  readonly durable: Durable;
  readonly pending = new Pending();
  readonly #parts: RoomParts;
  readonly #desk: Desk;
  readonly #register: Register;
  #doc: Y.Doc;
  /** the document without what is pending */
  #behind: Y.Doc | null = null;
  /** updates the document emitted since this was last emptied */
  #emitted: Uint8Array[] = [];
  #committing = false;
  /** the desk knows that the document's own client id is the server's */
  #ownsClient = false;

  constructor(parts: RoomParts, desk: Desk) {
    this.#parts = parts;
    this.#desk = desk;
    this.#register = withArrivals(desk, this.pending.arrivals);
    this.durable = new Durable(parts);
    this.#doc = this.#load();
  }

  /** Something in it is not on disk yet, and could be stored. */
  get isAhead(): boolean {
    return !this.#committing && this.pending.entries.length > 0;
  }

  /** The document as it is on disk; inside a change, with that change. */
  get doc(): Y.Doc {
    if (this.#committing || this.pending.entries.length === 0) return this.#doc;
    return (this.#behind ??= openDoc(this.durable.updates));
  }

  /** Asks the guard, and takes the update in when it passes. */
  take(connection: Connection, update: Uint8Array): { ok: true } | Refusal | Resync {
    if (this.pending.entries.length >= limits.pendingUpdates) return refuse('store_unavailable');
    const { plan } = this.#parts;
    const { identity } = connection;
    const verdict =
      plan === null
        ? judge(this.#doc, update, this.#register, identity)
        : judgePlan(plan, this.#doc, update, this.#register, identity);
    if ('resync' in verdict) return resync;
    if (!verdict.ok || verdict.empty) return verdict;
    const updates = this.#apply(verdict.update);
    if (!updates) return refuse('bad_message', 'apply');
    this.pending.add({ connection, updates, arrivals: verdict.arrivals });
    return verdict;
  }

  /**
   * Everything that came in, the stamps on it, and the server's own change: in one transaction, on disk, or nothing has
   * happened and what the store (or the change) threw is thrown.
   */
  commit<T>(own?: OwnChange<T>): Written<T> {
    if (this.#committing) throw new Error('a change inside a change');
    if (!own && this.pending.entries.length === 0) return nothing;
    let written: Written<T>;
    try {
      written = this.#parts.store.transaction(() => this.write(own));
    } catch (error) {
      this.undo();
      throw error;
    }
    this.keep(written);
    return written;
  }

  /** The same within a transaction of somebody else, who then calls `keep`, or `undo` when it failed. */
  write<T>(own?: OwnChange<T>): Written<T> {
    const { entries } = this.pending;
    if (!own && entries.length === 0) return nothing;
    this.#committing = true;
    this.#emitted = [];
    if (!this.#ownsClient) this.#chooseClient();
    const { value, hides } = this.#doc.transact((transaction) => {
      for (const entry of entries) this.#record(entry);
      return { value: own?.write(this.#doc), hides: takesAway(transaction) };
    });
    own?.alongside(value as T);
    return { value: value as T, hides, update: this.#append([...this.pending.updates, ...this.#emitted]) };
  }

  keep({ update }: Written<unknown>): void {
    if (!this.#committing) return; // there was nothing to write
    this.#committing = false;
    if (update) this.durable.stored(update);
    if (update) this.#desk.stored?.();
    this.#ownsClient ||= this.#emitted.length > 0;
    this.#behind = null;
    this.pending.clear();
  }

  undo(): void {
    if (!this.#committing) return;
    this.#committing = false;
    if (this.pending.entries.length + this.#emitted.length > 0) this.#restore();
  }

  /** Gives up what is pending; gives those who wrote it. */
  abandon(): Set<Connection> {
    const writers = new Set(this.pending.entries.map(({ connection }) => connection));
    this.pending.clear();
    this.#behind = null;
    this.#restore();
    return writers;
  }

  close(): void {
    this.#doc.destroy();
    if (this.#parts.plan === null) this.#parts.forget?.(this.#parts.code);
  }

  /** A client id that nobody has used: with one used before, a newcomer would differ for ever after a crash. */
  #chooseClient(): void {
    while (this.#register.writerOf(this.#doc.clientID) !== undefined) this.#doc.clientID = new Y.Doc().clientID;
  }

  /** Inside the transaction: who made what, and what the server stamps on it. */
  #record({ connection: { identity }, arrivals }: Entry): void {
    const desk = this.#desk;
    for (const [client, who] of arrivals.clients) desk.recordClient(client, who);
    for (const [id, { phase }] of arrivals.cards) stampCard(this.#doc, id, desk.recordCard(id, identity, phase));
    for (const [card, cluster] of arrivals.moves) desk.recordMove(card, cluster, identity);
    for (const id of arrivals.clusters) stampCluster(this.#doc, id, desk.recordCluster(id));
  }

  #append(updates: Uint8Array[]): Uint8Array | null {
    if (updates.length === 0) return null;
    if (this.#emitted.length > 0 && !this.#ownsClient) this.#desk.recordClient(this.#doc.clientID, 'server');
    const update = Y.mergeUpdates(updates);
    this.durable.append(update);
    return update;
  }

  /** What the document emits is what we keep: Yjs leaves out what it already had, and adds what an overwriting deletes. */
  #apply(update: Uint8Array): Uint8Array[] | null {
    this.#emitted = [];
    try {
      Y.applyUpdate(this.#doc, update);
      const { pendingStructs, pendingDs } = this.#doc.store;
      if (!pendingStructs && !pendingDs) return this.#emitted;
    } catch (error) {
      this.#parts.log.error({ err: error }, 'an update that passed the guard could not be applied');
    }
    this.#restore();
    return null;
  }

  /** Back to what is true: what is on disk, and what has passed the guard since. */
  #restore(): void {
    this.#parts.forget?.(this.#parts.code);
    this.#doc.destroy();
    this.#doc = this.#load();
  }

  #load(): Y.Doc {
    const doc = openDoc([...this.durable.updates, ...this.pending.updates]);
    doc.on('update', (update: Uint8Array) => this.#emitted.push(update));
    this.#ownsClient = false;
    return doc;
  }
}
