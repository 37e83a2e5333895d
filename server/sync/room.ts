/**
 * The room of one document, a session's board or one of its plans: the document, and everybody who is connected to it.
 *
 * What comes in passes the guard and is applied (`take`). Every tick it is stored in one durable transaction together with
 * the server's stamps (`#commit`), and only then sent: one frame, the same bytes to everybody (`#deliver`). So nobody ever
 * sees what a crash could lose. Whatever else leaves (full state, sync step 2, reads by the services) is durable as well.
 */
import * as Y from 'yjs';
import { limits } from '../../shared/limits.ts';
import { encodeOwn, encodeSync, encodeUpdate, frame, protocolVersion, sync } from '../../shared/protocol.ts';
import { refuse, type Refusal } from '../../shared/refusals.ts';
import { sortStrings } from '../../shared/sorted.ts';
import type { BoardRoom } from '../ports.ts';
import { StoreUnavailable } from '../store/failure.ts';
import { Board, nothing, type OwnChange, type Written } from './board.ts';
import { Broadcast } from './broadcast.ts';
import type { Connection } from './connection.ts';
import type { RoomParts } from './parts.ts';
import { Presence } from './presence.ts';
import { Recent } from './recent.ts';
import type { Ticking } from './round.ts';
import { asState, type State } from './state.ts';
import { Ticker } from './ticker.ts';

const slowestRetry = 1_000;

export class Room implements BoardRoom, Ticking {
  readonly connections = new Set<Connection>();
  readonly presence: Presence;
  readonly #parts: RoomParts;
  readonly #board: Board;
  readonly #ticker: Ticker;
  /** in the document, not yet on disk: whom to tell; and on disk, not yet told */
  readonly #waiting = new Set<Connection>();
  readonly #stored = new Set<Connection>();
  /** on disk, not yet sent */
  #outbox: Uint8Array[] = [];
  readonly #recent = new Recent();
  /** a board that newcomers may have although a few ticks came after it */
  #near: { state: State; mark: string } | null = null;
  /** what was sent so far, and what waits in the outbox, must not be sent again */
  #hides = false;
  #nextNumber = 1;
  #written: Written<unknown> = nothing;
  /** ticks in a row in which the store failed */
  #failures = 0;
  #closed = false;

  constructor(parts: RoomParts) {
    this.#parts = parts;
    const desk = parts.desk(parts.code, parts.plan ?? undefined);
    this.#board = new Board(parts, desk);
    this.#ticker = new Ticker(
      parts.clock,
      () => (this.#failures > 0 ? Math.min(limits.tick * 2 ** this.#failures, slowestRetry) : limits.tick),
      () => parts.round.add(this),
    );
    this.presence = new Presence({ clock: parts.clock, desk }, this.connections);
  }

  // ── Connections ──────────────────────────────────────────────────────────────────────────────────────────────────

  join(connection: Connection): void {
    connection.number = this.#nextNumber++;
    this.connections.add(connection);
    const { number } = connection;
    const { mark } = this.#recent;
    const hello = { version: protocolVersion, now: this.#parts.clock.now(), connection: number, mark } as const;
    if (connection.own) connection.send(encodeOwn(frame.hello, hello));
    connection.send(this.#board.durable.question(this.doc));
    this.presence.joined(connection);
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return;
    this.#waiting.delete(connection);
    this.#stored.delete(connection);
    this.presence.left(connection);
  }

  /** Sync step 1: the client says what it has. Who has a mark is told what was sent since; what is not sent yet follows. */
  answer(connection: Connection, vector: Uint8Array): Refusal | null {
    const missed = connection.from === null ? null : this.#recent.since(connection.from);
    const answer = missed ? encodeSync(sync.step2, missed) : this.#board.durable.answer(this.doc, vector);
    if (!answer) return refuse('bad_message', 'vector');
    if (!connection.weigh(answer.length)) return refuse('too_fast'); // a small question for a whole board
    connection.answer(answer);
    return null;
  }

  /** Sync step 2 (`whole`: all that the client has and we lack) or an update. */
  take(connection: Connection, update: Uint8Array, whole: boolean): Refusal | null {
    const taken = this.#board.take(connection, update);
    if ('resync' in taken) {
      connection.gap = true;
      connection.send(this.#board.durable.question(this.doc));
      return null;
    }
    if (!taken.ok) return taken;
    connection.count(whole);
    if (this.#board.isAhead) {
      this.#waiting.add(connection);
      this.#ticker.schedule();
    } else {
      connection.stored = connection.passed; // it held nothing new: whoever arrives must not set the ticks going
      this.#tell(connection);
    }
    return null;
  }

  // ── What the services ask ────────────────────────────────────────────────────────────────────────────────────────

  /** To read. What came in is stored first; when that fails, this is the document without it. */
  get doc(): Y.Doc {
    if (this.#failures === 0 && this.#board.isAhead) this.#tryCommit();
    return this.#board.doc;
  }

  /** Not inside a transaction of the store: that could still fail when all have seen the change. */
  change<T>(write: (doc: Y.Doc) => T, alongside: (value: T) => void = () => undefined): T {
    if (this.#closed) throw new Error(`room ${this.#parts.code} is closed: open it again`);
    const value = this.#commit({ write, alongside }) as T;
    this.#ticker.schedule();
    return value;
  }

  state(): State {
    return this.#board.durable.state(this.doc);
  }

  nearState(): { state: State; mark: string } {
    if (!this.#near || !this.#recent.isNear(this.#near.mark)) {
      const { mark } = this.#recent; // before the state: whoever asks for it may store what came in, but sends nothing
      this.#near = { state: asState(sortStrings(Y.encodeStateAsUpdateV2(this.doc))), mark };
    }
    return this.#near;
  }

  compact(): void {
    this.#commit();
    this.#board.durable.compact(this.#board.doc);
  }

  poke(who: string | null): void {
    const me = encodeOwn(frame.me, {});
    for (const connection of this.#of(who)) if (connection.own) connection.send(me);
  }

  pulse(): void {
    this.presence.soon();
  }

  dismiss(who: string | null, refusal: Refusal): void {
    for (const connection of this.#of(who)) connection.refuse(refusal);
    for (const plan of this.#parts.plans()) plan.dismiss(who, refusal);
  }

  // ── The tick ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Stores and sends what there is. False when the store failed: nothing is lost, try again. */
  flush(): boolean {
    const stored = this.#tryCommit();
    this.#deliver();
    if (stored && this.#board.durable.isLong) this.#tryCompact();
    return stored;
  }

  /** The same before it leaves memory: it comes back sooner from one snapshot, and what was deleted is then gone. */
  settle(): boolean {
    const stored = this.flush();
    if (stored && !this.#board.durable.isShort) this.#tryCompact();
    return stored;
  }

  /** Ends everybody's connection. Whoever wants nothing lost calls `flush` first. */
  close(end: (connection: Connection) => void): void {
    this.#closed = true;
    this.#ticker.stop();
    for (const connection of [...this.connections]) {
      end(connection);
      this.leave(connection);
    }
    this.#board.close();
  }

  get closed(): boolean {
    return this.#closed;
  }

  tick(): void {
    if (!this.flush() && !this.#closed) this.#ticker.schedule();
  }

  /** This and the next two: as part of a transaction with other rooms (round.ts). */
  write(): void {
    this.#written = this.#board.write();
  }

  keep(): void {
    this.#board.keep(this.#written);
    this.#committed(this.#written);
  }

  undo(): void {
    this.#board.undo();
  }

  #tryCommit(): boolean {
    try {
      this.#commit();
      this.#failures = 0;
      return true;
    } catch (error) {
      this.#failures++;
      this.#parts.log.error({ err: error, failures: this.#failures }, 'could not store');
      if (!(error instanceof StoreUnavailable)) this.#abandon();
      return false;
    }
  }

  #commit<T>(own?: OwnChange<T>): T | undefined {
    const written = this.#board.commit(own);
    if (own) this.#near = null; // a phase begins, a card goes: that is no small thing to be behind
    this.#committed(written);
    return written.value;
  }

  #committed({ update, hides }: Written<unknown>): void {
    if (update) this.#outbox.push(update);
    if (hides) this.#recent.forget();
    this.#hides ||= hides;
    for (const connection of this.#waiting) {
      connection.stored = connection.passed;
      this.#stored.add(connection);
    }
    this.#waiting.clear();
  }

  #deliver(): void {
    const updates = this.#outbox;
    this.#outbox = [];
    if (updates.length > 0) {
      const update = Y.mergeUpdates(updates);
      const broadcast = new Broadcast(encodeUpdate(update));
      for (const connection of this.connections) connection.sendShared(broadcast);
      this.#recent.add(update);
      if (this.#hides) this.#recent.forget();
      this.#hides = false;
    }
    for (const connection of this.#stored) this.#tell(connection);
    this.#stored.clear();
  }

  #tell(connection: Connection): void {
    if (connection.own) connection.send(encodeOwn(frame.stored, { count: connection.stored }));
  }

  /** A bug, not the disk: what is pending can never be stored. Its writers come again; the room goes on. */
  #abandon(): void {
    this.#waiting.clear();
    for (const connection of this.#board.abandon()) connection.refuse(refuse('server_error'));
    this.#failures = 0;
  }

  #tryCompact(): void {
    try {
      this.#board.durable.compact(this.#board.doc);
    } catch (error) {
      this.#parts.log.error({ err: error }, 'could not compact');
    }
  }

  #of(who: string | null): Connection[] {
    const is = ({ identity }: Connection) => who === null || identity.who === who || identity.tokenHash === who;
    return [...this.connections].filter(is);
  }
}
