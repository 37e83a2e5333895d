/**
 * The wire of `/sync/<code>`: the stock y-websocket protocol, and behind `?v=1` four messages of our own, server to client.
 * Every frame starts with its type as a variable-length unsigned integer; ours go on with one string of JSON.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { RefusalCode } from './refusals.ts';

/** What `?v=` must say to get our own messages. A client of another version is told to refresh. */
export const protocolVersion = 1;

export const frame = {
  /** stock: sync step 1, sync step 2, update */
  sync: 0,
  /** stock: awareness states; we take claims, and relay none under a Yjs client id */
  awareness: 1,
  /** stock: asks for everybody's awareness; answered with none */
  queryAwareness: 3,
  /** ours, on connecting: who you are here, and the time */
  hello: 100,
  /** ours, after each durable tick: so many sync messages of this connection are stored */
  stored: 101,
  /** ours, before the close: why */
  refused: 102,
  /** ours, at most twice a second: what changes all the time */
  pulse: 103,
  /** ours: `/me` has changed, ask again */
  me: 104,
} as const;

/** Inside a `frame.sync`, as in y-protocols/sync. */
export const sync = { step1: 0, step2: 1, update: 2 } as const;

export interface Hello {
  version: typeof protocolVersion;
  /** server time in ms: the client keeps the offset and never trusts its own clock */
  now: number;
  /** number of this connection in this room */
  connection: number;
  /** a `Mark`: how far the room had sent its ticks when this connection joined; each update message after it is one more */
  mark: string;
}

/**
 * "I have all that this opening of the room sent, up to and with this tick." A client that comes back shows it as `?from=`
 * and is sent only what came after; one that is wrong or too old costs no more than a full answer.
 */
export interface Mark {
  epoch: string;
  tick: number;
}

export const encodeMark = ({ epoch, tick }: Mark): string => `${epoch}.${tick}`;

/** Null when it is none. */
export function parseMark(text: string): Mark | null {
  const [, epoch, tick] = /^([\w-]{1,40})\.(\d{1,15})$/.exec(text) ?? [];
  return epoch !== undefined && tick !== undefined ? { epoch, tick: Number(tick) } : null;
}

/** The header in which the board over HTTP says its mark. */
export const markHeader = 'Kantelbord-Mark';

export interface Stored {
  /** how many sync step 2 and update messages of this connection are on disk */
  count: number;
}

export interface Refused {
  code: RefusalCode;
  detail?: string;
  /** which sync step 2 or update message of this connection, counted from 1; 0 when it was none of them */
  message: number;
}

export interface Pulse {
  now: number;
  /** participants who joined and did not leave, connected or not */
  joined: number;
  /** participants with an open connection */
  here: number;
  /** participants who are typing */
  writing: number;
  /** of the vote that is open or closed in the current phase */
  turnout: { voted: number; of: number } | null;
  /** how far the count of that vote is, in percents, while it goes on */
  counting?: number;
}

interface Messages {
  [frame.hello]: Hello;
  [frame.stored]: Stored;
  [frame.refused]: Refused;
  [frame.pulse]: Pulse;
  [frame.me]: Record<string, never>;
}

export type OwnFrame = keyof Messages;

/** One of our own messages as a frame. */
export function encodeOwn<T extends OwnFrame>(type: T, message: Messages[T]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  encoding.writeVarString(encoder, JSON.stringify(message));
  return encoding.toUint8Array(encoder);
}

/** Reads the rest of one of our own messages, after its type. Only servers send these, so their shape is trusted. */
export function decodeOwn<T extends OwnFrame>(_type: T, decoder: decoding.Decoder): Messages[T] {
  return JSON.parse(decoding.readVarString(decoder)) as Messages[T];
}

/** An update as the stock frame that every client understands: built once, the same bytes to everybody. */
export function encodeUpdate(update: Uint8Array): Uint8Array {
  return encodeSync(sync.update, update);
}

export function encodeSync(step: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, frame.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}
