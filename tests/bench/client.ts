/**
 * One person's line, as light as it can be: reads the head of each frame, counts, and hands updates to the ledger. Only
 * who follows the board or writes on it has a document.
 */
import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { editCard, makeCard, type NewCard } from '../../shared/document.ts';
import {
  decodeOwn,
  encodeMark,
  encodeSync,
  frame,
  parseMark,
  sync,
  type Hello,
  type Pulse,
} from '../../shared/protocol.ts';
import { encodeAwareness, named, type Dialect } from './dialect.ts';
import type { Ledger } from './ledger.ts';
import type { Door } from './servers/server.ts';

export interface ClientParts {
  /** its place in the ledger */
  index: number;
  door: Door;
  dialect: Dialect;
  /** null: what it receives is not looked for cards */
  ledger: Ledger | null;
  /** it takes in what comes, into this document */
  follows?: Y.Doc | null;
}

const nothing = Uint8Array.of(0);
const noUpdate = Uint8Array.of(0, 0);

export class Client {
  readonly index: number;
  readonly door: Door;
  /** what it says it has on (re)connecting, with its own work; a follower says what its document has */
  vector: Uint8Array = nothing;
  /** a mark it shows on (re)connecting; Kantelbord only */
  from: string | null = null;
  ledger: Ledger | null;
  /** what came in since it was made, without the frames' own heads */
  bytes = 0;
  frames = 0;
  /** update messages since the last connecting, and their bytes */
  updates = 0;
  updateBytes = 0;
  /** its own messages with changes since then, counted as the server counts them, and how many the server says it stored */
  sent = 0;
  stored = 0;
  hello: Hello | null = null;
  /** null: nobody listens, and no pulse is decoded */
  onPulse: ((pulse: Pulse) => void) | null = null;
  /** why the other side closed */
  closed: { code: number; reason: string } | null = null;
  readonly #dialect: Dialect;
  readonly #follows: Y.Doc | null;
  #own: Y.Doc | null = null;
  #socket: WebSocket | null = null;
  #line: Socket | null = null;
  #clock = 0;
  #held: Buffer[] | null = null;
  #synced: () => void = () => undefined;

  constructor({ index, door, dialect, ledger, follows = null }: ClientParts) {
    this.index = index;
    this.door = door;
    this.ledger = ledger;
    this.#dialect = dialect;
    this.#follows = follows;
    if (follows) this.#listenTo(follows);
  }

  /** What it knows: all that came for a follower, its own work for others. */
  get doc(): Y.Doc {
    return this.#follows ?? (this.#own ??= this.#listenTo(new Y.Doc()));
  }

  get isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** How far it is, as our own client says it; null where the server knows no such thing. */
  get mark(): string | null {
    const mark = parseMark(this.hello?.mark ?? '');
    return mark && encodeMark({ ...mark, tick: mark.tick + this.updates });
  }

  /** Bytes that TCP carried both ways on this connection, the handshake too. */
  get carried(): number {
    return (this.#line?.bytesRead ?? 0) + (this.#line?.bytesWritten ?? 0);
  }

  /** It has had this board already, over HTTP. `vector` and `mark`: of that board. */
  take(board: Buffer, vector: Uint8Array, mark: string): void {
    this.vector = vector;
    this.from = mark;
    this.ledger?.heard(this.index, board, Y.decodeUpdateV2);
    if (this.#follows) Y.applyUpdateV2(this.#follows, board, 'wire');
  }

  /** Resolves when the server has told all that it has. Rejects when the line breaks before that. */
  connect(): Promise<void> {
    const { url, protocols, headers } = this.door;
    const to = this.from === null ? url : `${url}&from=${this.from}`;
    const socket = new WebSocket(to, protocols, { perMessageDeflate: false, ...(headers && { headers }) });
    this.#socket = socket;
    this.closed = this.hello = null;
    this.updates = this.updateBytes = this.sent = this.stored = 0;
    return new Promise((resolve, reject) => {
      this.#synced = resolve;
      socket.on('upgrade', ({ socket: line }) => (this.#line = line));
      socket.on('message', (data) => this.#hear(socket, data as Buffer));
      socket.on('open', () => this.#open());
      socket.on('error', reject);
      socket.on('close', (code, reason) => {
        if (this.#socket === socket) this.closed = { code, reason: reason.toString() };
        reject(new Error(`the line closed: ${code} ${reason.toString()}`));
      });
    });
  }

  /** As when the wifi goes: no goodbye. */
  drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    socket?.terminate();
  }

  /** A card by this person. While the line is down it waits in the document, and goes along with the next sync. */
  write(card: NewCard): void {
    makeCard(this.doc, card, 'writer');
  }

  /** The text of its own card anew. */
  rewrite(card: string, text: string): void {
    editCard(this.doc, card, { text }, 'writer');
  }

  /** Says something of itself to those who are there; null: nothing any more. Gives the bytes it took. */
  announce(state: object | null): number {
    return this.#say(encodeAwareness(this.doc.clientID, ++this.#clock, state));
  }

  /** Stops reading from the network until `resume`: a phone that can not keep up. */
  pause(): void {
    this.#socket?.pause();
  }

  resume(): void {
    this.#socket?.resume();
  }

  /** What comes is only kept until `takeIn`: who reads much at once would keep the others waiting, who are in this process too. */
  hold(): void {
    this.#held ??= [];
  }

  takeIn(): void {
    if (this.#held?.length) Y.applyUpdate(this.doc, Y.mergeUpdates(this.#held), 'wire');
    this.#held = null;
  }

  #listenTo(doc: Y.Doc): Y.Doc {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'writer' || !this.isOpen) return;
      this.sent++;
      this.#say(encodeSync(sync.update, update));
    });
    return doc;
  }

  #say(message: Uint8Array): number {
    const { prefix } = this.#dialect;
    const bytes = prefix.length === 0 ? message : Buffer.concat([prefix, message]);
    this.#socket?.send(bytes);
    return bytes.length;
  }

  #open(): void {
    const { greeting, syncs } = this.#dialect;
    if (greeting) this.#say(greeting);
    else if (syncs) this.#enter();
    else this.#synced();
  }

  #enter(): void {
    const { presence } = this.#dialect;
    this.#say(encodeSync(sync.step1, this.#knows()));
    if (presence) this.announce(presence);
  }

  #knows(): Uint8Array {
    if (this.#follows) return Y.encodeStateVector(this.#follows);
    if (!this.#own) return this.vector;
    const clocks = Y.decodeStateVector(this.vector);
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(this.#own))) clocks.set(client, clock);
    return Y.encodeStateVector(clocks);
  }

  #hear(socket: WebSocket, data: Buffer): void {
    if (socket !== this.#socket) return;
    this.bytes += data.length;
    this.frames++;
    const at = this.#dialect.prefix.length;
    const type = data[at];
    if (type === frame.sync || type === named.syncReply) this.#sync(data, at + 1);
    else if (type === frame.hello) this.hello = decodeOwn(frame.hello, restOf(data, at + 1));
    else if (type === frame.stored) this.stored = decodeOwn(frame.stored, restOf(data, at + 1)).count;
    else if (type === frame.pulse) this.onPulse?.(decodeOwn(frame.pulse, restOf(data, at + 1)));
    else if (type === named.auth) this.#enter();
  }

  #sync(data: Buffer, at: number): void {
    const step = data[at];
    const payload = payloadOf(data, at + 1);
    if (step === sync.step1) {
      this.sent++;
      return void this.#say(encodeSync(sync.step2, this.#answer(payload)));
    }
    if (step === sync.update) {
      this.updates++;
      this.updateBytes += data.length;
    }
    this.ledger?.heard(this.index, payload);
    if (this.#held) this.#held.push(Buffer.from(payload));
    else if (this.#follows) Y.applyUpdate(this.#follows, payload, 'wire');
    if (step === sync.step2) this.#synced();
  }

  #answer(vector: Buffer): Uint8Array {
    const doc = this.#follows ?? this.#own;
    return doc ? Y.encodeStateAsUpdate(doc, vector) : noUpdate;
  }
}

function restOf(data: Buffer, at: number): decoding.Decoder {
  const decoder = decoding.createDecoder(data);
  decoder.pos = at;
  return decoder;
}

/** The one run of bytes that follows: its length as a variable-length number, and itself. Not copied. */
function payloadOf(data: Buffer, at: number): Buffer {
  let length = 0;
  let shift = 0;
  let byte: number;
  do {
    byte = data[at++] ?? 0;
    length += (byte & 127) * 2 ** shift;
    shift += 7;
  } while (byte > 127);
  return data.subarray(at, at + length);
}
