/**
 * What the two halves of the server ask of each other. `sync` and `session` do not import each other: `main.ts` passes a
 * `Door` (made by session/desk.ts) to the rooms, and the rooms (made by sync) to the session services.
 */
import type * as Y from 'yjs';
import type { Language, Refusal, Yes } from '../shared/refusals.ts';
import type { Role } from '../shared/model.ts';
import type { Actor, Facts } from '../shared/actions.ts';
import type { Pulse } from '../shared/protocol.ts';
import type { CardStamp } from '../shared/stamp.ts';

// ── What sync asks of session ──────────────────────────────────────────────────────────────────────────────────────

/** Who a connection or a request speaks for. `who`: participant id, `facilitator:<id>`, or null for a screen. */
export interface Identity {
  role: Role;
  who: string | null;
  /** hash of the token, to end connections when a token is withdrawn */
  tokenHash: string | null;
}

/** What a client shows at the door of `/sync/<code>`. */
export interface Credentials {
  role: string | null;
  cookie: string;
  bearer: string | null;
}

/** One session as its room, and the rooms of its plans, see it. Everything here answers from memory; only what is called `record…` writes. */
export interface Desk {
  actor(identity: Identity): Actor;
  /** Facts for the rule book, read from the given document and this session's register. */
  facts(doc: Y.Doc, identity: Identity): Facts;
  /** Whose Yjs client id is this? undefined: nobody's yet. The server's own ids belong to `server`. */
  writerOf(client: number): string | undefined;
  /** Within the tick's transaction: this client id is this person's from now on. */
  recordClient(client: number, who: string): void;
  /** Within the tick's transaction: this person made this card. Gives what the server stamps on it. */
  recordCard(card: string, identity: Identity, phaseId: string): CardStamp;
  /** Within the tick's transaction: this person put this card there. */
  recordMove(card: string, cluster: string | null, identity: Identity): void;
  /** Within the tick's transaction. Gives the letter and order of a new theme. */
  recordCluster(cluster: string): { letter: string; order: number };
  /** Head counts that only the session side knows. */
  pulse(): Pick<Pulse, 'joined' | 'turnout' | 'counting'>;
  /** Somebody's connections changed from none to some (`true`) or from some to none. */
  present(who: string, here: boolean): void;
  /** Something new of this document is on disk. */
  stored?(): void;
}

export interface Door {
  /** Who is this, and may they connect? What looks like guessing is counted (guesses.ts). */
  admit(code: string, credentials: Credentials, address: string): { identity: Identity; language: Language } | Refusal;
  /** `plan`: for the room of that plan's document; its facts are read from the session's document all the same. */
  desk(code: string, plan?: string): Desk;
  /** May this person connect to this plan's document? */
  mayOpen(code: string, plan: string, identity: Identity): Yes | Refusal;
  /**
   * Drops what is held in memory about a session; it is loaded again when asked. The room calls it when it leaves memory,
   * and when a transaction in which it called `record…` has failed: what was recorded then is not true.
   */
  forget?(code: string): void;
}

// ── What session asks of sync ──────────────────────────────────────────────────────────────────────────────────────

/** The room of a session, as far as services need it. */
export interface BoardRoom {
  /** To read. Whoever writes goes through `change`. */
  readonly doc: Y.Doc;
  /**
   * Changes the document in the server's own name. What came in before, this change, and the store writes of `alongside`
   * are one durable transaction; only then it is sent to everybody. When it can not be stored nothing has happened and
   * `StoreUnavailable` is thrown.
   */
  change<T>(write: (doc: Y.Doc) => T, alongside?: (value: T) => void): T;
  /** The durable state as one update, plain and packed, with a tag that changes whenever it does. */
  state(): { raw: Uint8Array; pack(coding: 'gzip' | 'br'): Promise<Uint8Array>; tag: string };
  /**
   * The same, or as it was a few ticks ago: for a client that connects with this mark and is sent what came after. Sorted
   * (shared/sorted.ts): a third smaller once it is packed.
   */
  nearState(): { state: ReturnType<BoardRoom['state']>; mark: string };
  /** Rewrites log and snapshot so that nothing deleted is left in them. */
  compact(): void;
  /** Tells the people behind `who` (participant id or `facilitator:<id>`; null: everybody) to ask `/me` again. */
  poke(who: string | null): void;
  /** Sends the head counts soon. */
  pulse(): void;
  /** Ends connections with a reason, those to its plans too: of one person, of a withdrawn token, or (null) of everybody. */
  dismiss(who: string | null, refusal: Refusal): void;
}

export interface BoardRooms {
  /** Opens the room of a session, or of one of its plans, when it is not in memory. Only for what exists. */
  open(code: string, plan?: string): BoardRoom;
  /**
   * Ends everybody's connection and forgets the room without storing anything more: after a session was erased, with the
   * rooms of its plans, or after one plan was.
   */
  drop(code: string, refusal: Refusal, plan?: string): void;
}
