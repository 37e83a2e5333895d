/**
 * What the server needs of a store, and nothing more. Every method is synchronous: one process owns a session, so that a
 * count, its result and the end of its secrets are one transaction with no `await` in it. A method that writes is
 * durable when the outermost `transaction` returns, or when it returns itself outside of one.
 * `add` throws when the row is there already, `put` and `set…` replace it, changing or removing what is not there does
 * nothing. Every row belongs to a session: writing for one that is not there (any more) throws, so that nothing of an erased
 * session comes back. Lists are in order of arrival unless said otherwise. Rows go in and come out as copies.
 * What a disk or a lock prevents throws `StoreUnavailable`; any other error is a bug. All pass `tests/store/contract.ts`.
 */
import type { Contacts } from './contacts.ts';
import type { CardContent } from '../../shared/stamp.ts';
import type { Duty } from '../../shared/format.ts';
import type { Gone, Result } from '../../shared/model.ts';
import type { PointBoard, PointReason } from '../../shared/points.ts';
import type { VoteRecord } from '../../shared/vote.ts';

export interface SessionRow {
  code: string;
  createdAt: number;
  /** last act of a facilitator or a reply: retention counts from here */
  touchedAt: number;
  rehearsalOf: string | null;
}

export interface FacilitatorRow {
  id: string;
  session: string;
  tokenHash: string;
  name: string;
  createdAt: number;
}

export interface ParticipantRow {
  id: string;
  session: string;
  /** hash of the id the client made: joining again with it gives the same participant */
  joinHash: string;
  tokenHash: string;
  name: string;
  group: string;
  table: number | null;
  /** order of joining, from 1: how people without a name are called */
  number: number;
  removed: boolean;
  /** wrote a card or voted: only then the seat counts when its device is gone */
  acted: boolean;
  duties: readonly Duty[];
}

/**
 * What a phase kind keeps outside the document: a bid, a team's member, somebody's place at a table. `kind` is the noun it
 * belongs to; what `value` holds is that noun's own affair. A new phase kind needs no table of its own.
 */
export interface RecordRow {
  session: string;
  kind: string;
  id: string;
  /** plain data */
  value: unknown;
}

/** late: handed in after its phase. moderated: the facilitator lets it through. after: seen when its phase is over. */
export type HeldReason = 'late' | 'moderated' | 'after';

/** A card that waits outside the document. */
export interface HeldRow {
  id: string;
  session: string;
  participant: string | null;
  reason: HeldReason;
  kind: string;
  title: string;
  text: string;
  at: number;
  state: 'waiting' | 'admitted' | 'declined';
  /** absent: a plain card */
  more?: HeldMore;
}

/** What else is known of a card that waits. */
export interface HeldMore extends Pick<CardContent, 'fields' | 'on' | 'column'> {
  /** what it counts for; absent: the last phase in which its kind was written */
  phase?: string;
  run?: number;
  table?: number | null;
  /** nobody is recorded as its writer when it comes to the board */
  anonymous?: true;
}

/** What a hidden or withdrawn card said. */
export interface GoneRow {
  session: string;
  card: string;
  gone: Gone;
  reason: string;
  content: CardContent;
}

/** Key of one run of a phase. */
export interface RunKey {
  session: string;
  phase: string;
  run: number;
}

export interface AuditRow {
  session: string;
  at: number;
  /** facilitator id, or `server` */
  who: string;
  action: string;
  detail: string;
}

/** A restore point, apart from the board it holds. */
export interface PointRow {
  session: string;
  id: string;
  at: number;
  /** facilitator id, or `server` */
  who: string;
  why: PointReason;
  /** the phase at that moment */
  phase: string | null;
  run: number;
  /** how many lay on the board */
  cards: number;
  clusters: number;
}

export interface Store {
  /**
   * All or nothing. Nested calls join the outermost: when one of them throws, the whole is undone, even when the error is
   * caught on the way. `work` must not be async.
   */
  transaction<T>(work: () => T): T;
  /** A secret of this store's own, made on first use, for deriving tokens. 32 bytes. */
  secret(): Uint8Array;
  close(): void;

  sessions: {
    add(row: SessionRow): void;
    get(code: string): SessionRow | null;
    touch(code: string, at: number): void;
    list(): SessionRow[];
    /** Removes every trace and keeps the bare code, so that the link can say 410. Follow with `vacuum`. */
    erase(code: string, at: number): void;
    erased(code: string): boolean;
    /** Removes the bare codes of sessions erased before `at`. */
    forget(before: number): void;
  };

  facilitators: {
    add(row: FacilitatorRow): void;
    byToken(session: string, tokenHash: string): FacilitatorRow | null;
    of(session: string): FacilitatorRow[];
    remove(session: string, id: string): void;
  };

  participants: {
    add(row: ParticipantRow): void;
    byToken(session: string, tokenHash: string): ParticipantRow | null;
    byJoin(session: string, joinHash: string): ParticipantRow | null;
    of(session: string): ParticipantRow[];
    change(
      session: string,
      id: string,
      change: Partial<
        Pick<ParticipantRow, 'name' | 'group' | 'table' | 'removed' | 'acted' | 'duties' | 'joinHash' | 'tokenHash'>
      >,
    ): void;
  };

  /** The log of a shared document: the session's own, or that of one of its plans. `append` gives the sequence number. */
  updates: {
    append(session: string, update: Uint8Array, plan?: string): number;
    /** Snapshot first (when there is one), then everything after it, in order. */
    load(session: string, plan?: string): Uint8Array[];
    /** How many `load` would give, the snapshot included. */
    count(session: string, plan?: string): number;
    /** Replaces all of the log by one snapshot. */
    compact(session: string, snapshot: Uint8Array, plan?: string): void;
    drop(session: string, plan: string): void;
  };

  /** Who wrote what: outside the document, so that nobody who reads the board knows. */
  authors: {
    /** `who`: participant id, or `facilitator:<id>`. */
    setCard(session: string, card: string, who: string): void;
    cards(session: string): { card: string; who: string }[];
    setClient(session: string, client: number, who: string): void;
    clients(session: string): { client: number; who: string }[];
  };

  held: {
    add(row: HeldRow): void;
    get(session: string, id: string): HeldRow | null;
    of(session: string): HeldRow[];
    setState(session: string, id: string, state: HeldRow['state']): void;
    remove(session: string, id: string): void;
  };

  gone: {
    put(row: GoneRow): void;
    get(session: string, card: string): GoneRow | null;
    of(session: string): GoneRow[];
    remove(session: string, card: string): void;
  };

  votes: {
    put(key: RunKey, vote: VoteRecord): void;
    get(key: RunKey): VoteRecord | null;
    of(session: string): VoteRecord[];
    /** How many have the right to vote; apart from the record, which is large and stays as it is when somebody joins. */
    setElectorate(key: RunKey, size: number): void;
    /** 0 when it was never set. */
    electorate(key: RunKey): number;
  };

  /** Who has voted. Holds no ballot and no time. */
  roll: {
    /** Adding again changes nothing, but that what is final stays final. */
    add(key: RunKey, participant: string, final?: boolean): void;
    /** Cast at a table, on somebody else's device: not to be changed. */
    isFinal(key: RunKey, participant: string): boolean;
    has(key: RunKey, participant: string): boolean;
    count(key: RunKey): number;
    clear(key: RunKey): void;
  };

  /** What was voted. `slot` is an HMAC only the voter's token gives; holds no participant and no time. */
  box: {
    put(key: RunKey, slot: string, ballot: string): void;
    get(key: RunKey, slot: string): string | null;
    /** In order of slot, which tells nothing; those that begin with `mark`, or all. */
    all(key: RunKey, mark?: string): string[];
    remove(key: RunKey, slot: string): void;
    /** Destroys the slots: after this nobody can tell which ballot was whose. */
    clear(key: RunKey): void;
  };

  /** The anonymous ballots of a closed run, under fresh ids. */
  ballots: {
    /** `random` gives fresh ids; the caller has shuffled. */
    add(key: RunKey, ballots: { id: string; ballot: string }[]): void;
    /** In order of id. */
    of(key: RunKey): { id: string; ballot: string }[];
  };

  results: {
    put(session: string, result: Result, revealed: boolean): void;
    get(key: RunKey): { result: Result; revealed: boolean } | null;
    of(session: string): { result: Result; revealed: boolean }[];
  };

  points: {
    /** Of a card only what changed since the newest point is kept again. No card of that one is missing here: cards stay. */
    add(row: PointRow, board: PointBoard): void;
    of(session: string): PointRow[];
    /** Cards in any order. */
    board(session: string, id: string): PointBoard | null;
    /** Drops the oldest of a session, until this many are left. */
    trim(session: string, most: number): void;
    /** What these cards said leaves every point; their places stay. */
    eraseWords(session: string, cards: readonly string[]): void;
  };

  audit: {
    add(row: AuditRow): void;
    of(session: string): AuditRow[];
  };

  records: {
    put(row: RecordRow): void;
    get(session: string, kind: string, id: string): RecordRow | null;
    /** In the order in which they were first put. */
    of(session: string, kind: string): RecordRow[];
    remove(session: string, kind: string, id: string): void;
    clear(session: string, kind: string): void;
  };

  contacts: Contacts;

  /**
   * Codes of sessions from which something was taken away since the last `vacuum`, also of sessions that are no more: what a
   * crash left undone. Noting again changes nothing.
   */
  unswept: {
    note(code: string): void;
    /** In order of code. */
    all(): string[];
    clear(): void;
  };

  /**
   * After something was erased: leaves no copy of it in the file, its WAL or its shared memory. Outside a transaction. Rewrites
   * the whole file and needs its size again on the disk; when it throws `StoreUnavailable`, call it again later.
   */
  vacuum(): void;
}
