/**
 * Updates written byte by byte, the way a hostile client can and Yjs itself never would.
 */
import * as encoding from 'lib0/encoding';

export interface Id {
  client: number;
  clock: number;
}

export interface Piece {
  origin?: Id;
  right?: Id;
  /** name of a root, or the id of the item that holds the type */
  parent?: string | Id;
  key?: string;
  content: Content;
}

export type Content = { ref: number; write(encoder: encoding.Encoder): void };

export interface Block {
  client: number;
  clock: number;
  pieces: (Piece | 'gc' | 'skip')[];
}

export interface Run extends Id {
  len: number;
}

const varUint = encoding.writeVarUint;
const varString = encoding.writeVarString;

export const content = {
  deleted: (len: number): Content => ({ ref: 1, write: (to) => varUint(to, len) }),
  json: (value: unknown): Content => ({
    ref: 2,
    write: (to) => (varUint(to, 1), varString(to, JSON.stringify(value))),
  }),
  binary: (): Content => ({ ref: 3, write: (to) => encoding.writeVarUint8Array(to, Uint8Array.of(1, 2, 3)) }),
  text: (text: string): Content => ({ ref: 4, write: (to) => varString(to, text) }),
  embed: (): Content => ({ ref: 5, write: (to) => varString(to, '{"image":"x"}') }),
  format: (): Content => ({ ref: 6, write: (to) => (varString(to, 'bold'), varString(to, 'true')) }),
  /** array 0, map 1, text 2, xml element 3, fragment 4, hook 5, xml text 6 */
  type: (ref: number): Content => ({
    ref: 7,
    write: (to) => (varUint(to, ref), ref === 3 || ref === 5 ? varString(to, 'p') : undefined),
  }),
  any: (...values: encoding.AnyEncodable[]): Content => ({
    ref: 8,
    write: (to) => (varUint(to, values.length), values.forEach((value) => encoding.writeAny(to, value))),
  }),
  subdoc: (): Content => ({ ref: 9, write: (to) => (varString(to, 'guid'), encoding.writeAny(to, {})) }),
};

export function handmade(blocks: Block[], runs: Run[] = []): Uint8Array {
  const to = encoding.createEncoder();
  varUint(to, blocks.length);
  for (const { client, clock, pieces } of blocks) {
    varUint(to, pieces.length);
    varUint(to, client);
    varUint(to, clock);
    for (const piece of pieces) writePiece(to, piece);
  }
  const clients = [...new Set(runs.map((run) => run.client))];
  varUint(to, clients.length);
  for (const client of clients) {
    const own = runs.filter((run) => run.client === client);
    varUint(to, client);
    varUint(to, own.length);
    for (const { clock, len } of own) {
      varUint(to, clock);
      varUint(to, len);
    }
  }
  return encoding.toUint8Array(to);
}

function writePiece(to: encoding.Encoder, piece: Piece | 'gc' | 'skip'): void {
  if (piece === 'gc' || piece === 'skip') {
    encoding.writeUint8(to, piece === 'gc' ? 0 : 10);
    varUint(to, 3);
    return;
  }
  const { origin, right, parent, key, content } = piece;
  encoding.writeUint8(to, content.ref | (origin ? 128 : 0) | (right ? 64 : 0) | (key === undefined ? 0 : 32));
  if (origin) writeId(to, origin);
  if (right) writeId(to, right);
  if (!origin && !right) {
    varUint(to, typeof parent === 'string' ? 1 : 0);
    if (typeof parent === 'string') varString(to, parent);
    else writeId(to, parent ?? { client: 0, clock: 0 });
    if (key !== undefined) varString(to, key);
  }
  content.write(to);
}

function writeId(to: encoding.Encoder, { client, clock }: Id): void {
  varUint(to, client);
  varUint(to, clock);
}
