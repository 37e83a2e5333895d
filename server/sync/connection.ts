/**
 * One open socket, as its room sees it: who it speaks for, how far its messages got, and how to send without ever waiting.
 */
import { limits } from '../../shared/limits.ts';
import { encodeOwn, frame } from '../../shared/protocol.ts';
import { refuse, type Refusal } from '../../shared/refusals.ts';
import { everyRefusal } from '../../shared/refusals/every.ts';
import type { Now } from '../clock.ts';
import type { Identity } from '../ports.ts';
import { StoreUnavailable } from '../store/failure.ts';
import type { Broadcast } from './broadcast.ts';
import { Bucket } from './bucket.ts';
import type { Log } from './parts.ts';

/** What we need of a `ws` socket. */
export interface Socket {
  readonly bufferedAmount: number;
  readonly readyState: number;
  send(data: Uint8Array): void;
  ping(): void;
  close(code: number, reason: string): void;
  terminate(): void;
}

export interface ConnectionParts {
  socket: Socket;
  /** puts a whole frame on the network as it is; without it, `socket` makes one */
  write?: ((frame: Uint8Array) => void) | undefined;
  identity: Identity;
  /** it connected with `?v=1` and understands our own messages */
  own: boolean;
  /** a mark of the room: it has all that was sent until then. Null: it says nothing of the kind */
  from?: string | null;
  clock: Now;
  log: Log;
}

/** So many bytes weigh as one message; nothing weighs so much that it could never pass. */
const bytesPerMessage = 4_000;
const heaviest = limits.messagesBurst / 2;

const open = 1;
/** WebSocket: try again later */
const tooSlow = 1013;

export class Connection {
  readonly identity: Identity;
  readonly own: boolean;
  readonly from: string | null;
  readonly #bucket: Bucket;
  /** number of this connection in its room; 0 before it joined */
  number = 0;
  /** something came in since the last heartbeat */
  heard = true;
  /** sync step 2 and update messages that came in */
  received = 0;
  /** so many of them are in the document, without a gap … */
  passed = 0;
  /** … and on disk */
  stored = 0;
  /** a message built on something unknown: what comes after does not count until the client has synced again */
  gap = false;
  /** bytes of the last answer to what it asked: those it may take its time over */
  #asked = 0;
  #closed = false;
  readonly #socket: Socket;
  readonly #write: ConnectionParts['write'];
  readonly #log: Log;

  constructor({ socket, write, identity, own, from, clock, log }: ConnectionParts) {
    this.identity = identity;
    this.own = own;
    this.from = from ?? null;
    this.#bucket = new Bucket(clock, limits.messagesPerSecond, limits.messagesBurst);
    this.#socket = socket;
    this.#write = write;
    this.#log = log;
  }

  /** What it sends, and what it asks us to send, counts by weight. False: that is too fast. */
  weigh(bytes: number): boolean {
    return this.#bucket.take(Math.min(heaviest, 1 + Math.floor(bytes / bytesPerMessage)));
  }

  /** The last message that came in has passed. `whole`: it held all that the client has and we lack. */
  count(whole: boolean): void {
    if (whole) this.gap = false;
    if (!this.gap) this.passed = this.received;
  }

  /** We have ended it, or it has ended: what still comes in is not for us. */
  get closed(): boolean {
    return this.#closed || this.#socket.readyState !== open;
  }

  /** A board, or what it missed of one. */
  answer(bytes: Uint8Array): void {
    this.#asked = bytes.length;
    this.send(bytes);
  }

  send(bytes: Uint8Array): void {
    if (this.#canTake()) this.#socket.send(bytes);
  }

  /** The same, of what goes to many. */
  sendShared(broadcast: Broadcast): void {
    if (!this.#canTake()) return;
    if (this.#write) this.#write(broadcast.frame);
    else this.#socket.send(broadcast.message);
  }

  /** Says why, and closes. `message`: which of its updates it was; 0 when none. */
  refuse(refusal: Refusal, message = 0): void {
    if (this.closed) return;
    const { code, detail } = refusal;
    this.#log.info({ connection: this.number, code, detail }, 'refused');
    if (this.own) this.send(encodeOwn(frame.refused, { code, message, ...(detail !== undefined && { detail }) }));
    this.close(everyRefusal[code].close, code);
  }

  /** Something went wrong on our side: a bug, or the store. The client comes back by itself. */
  fail(error: unknown): void {
    this.#log.error({ err: error, connection: this.number }, 'connection failed');
    this.refuse(refuse(error instanceof StoreUnavailable ? 'store_unavailable' : 'server_error'));
  }

  /** A receiver that is too far behind is closed, and syncs again when it can. */
  #canTake(): boolean {
    if (this.closed) return false;
    if (this.#socket.bufferedAmount <= limits.bufferedBytes + this.#asked) return true;
    this.#log.warn({ connection: this.number }, 'receiver too slow');
    this.close(tooSlow, 'slow');
    return false;
  }

  close(code: number, reason: string): void {
    if (this.closed) return;
    this.#closed = true;
    this.#socket.close(code, reason); // `ws` ends it after 30 s when the other side does not answer
  }

  /** Ends it when nothing has come in since the last time. */
  checkAlive(): void {
    if (this.closed) return;
    if (!this.heard) return this.#socket.terminate();
    this.heard = false;
    this.#socket.ping();
  }
}
