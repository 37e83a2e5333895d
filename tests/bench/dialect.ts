/** How a server wants the stock messages of Yjs said: they agree on the sentences, not on what comes before. */
import * as encoding from 'lib0/encoding';
import { frame } from '../../shared/protocol.ts';

export interface Dialect {
  /** what every message begins with, before its type */
  prefix: Uint8Array;
  /** said first, and waited for its answer; null: nobody asks who we are */
  greeting: Uint8Array | null;
  /** false: no questions, no answers, only frames that are passed on */
  syncs: boolean;
  /** what a browser of this server says of itself on arriving; null: nothing */
  presence: object | null;
}

/** Hocuspocus: who are you; and a sync message that asks nothing back. */
export const named = { auth: 2, syncReply: 4 } as const;

/** As y-websocket speaks. Its own client says `{}` on arriving. */
export const plain: Dialect = { prefix: new Uint8Array(), greeting: null, syncs: true, presence: {} };

/** Ours: y-websocket, and nobody says that he is there. */
export const own: Dialect = { ...plain, presence: null };

export const mute: Dialect = { ...plain, syncs: false, presence: null };

/** As Hocuspocus speaks: the document's name comes first, and nothing happens before the token. */
export function hocuspocus(name: string): Dialect {
  const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, name));
  const greeting = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, named.auth);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, 'token');
  });
  return { ...plain, prefix, greeting };
}

/** One person's state in the stock awareness message; null: gone, or nothing to say. */
export function encodeAwareness(client: number, clock: number, state: object | null): Uint8Array {
  const states = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frame.awareness);
    encoding.writeVarUint8Array(encoder, states);
  });
}
