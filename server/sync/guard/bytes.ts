/**
 * The first look at an update: is it one at all, and what in it is new? Nothing here trusts a number it reads.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { limits } from '../../../shared/limits.ts';
import { refuse, type Refusal } from '../../../shared/refusals.ts';

export type Struct = Y.Item | Y.GC | Y.Skip;

/** A stretch of one client's clock that an update deletes. */
export interface Run {
  client: number;
  clock: number;
  len: number;
}

/** What an update holds that this document does not have, per client in order of clock; and all it deletes. */
export interface Incoming {
  bytes: Uint8Array;
  structs: Map<number, Struct[]>;
  runs: Run[];
}

/** It builds on something we have never seen: not malice, but order. The client is asked to sync again. */
export interface Resync {
  resync: true;
}

export const resync: Resync = { resync: true };

const largestClient = 2 ** 32 - 1;

/** Decodes an update strictly and cuts off what the document already has, also when half a struct is known. */
export function readIncoming(doc: Y.Doc, bytes: Uint8Array): Incoming | Refusal | Resync {
  let incoming = decode(bytes);
  if (incoming && hasKnown(doc, incoming)) incoming = decode(withoutKnown(doc, incoming));
  if (!incoming) return refuse('bad_message', 'update');
  return missing(doc, incoming) ? resync : (tooMuch(incoming) ?? incoming);
}

function decode(bytes: Uint8Array): Incoming | null {
  try {
    const { structs: list, ds } = Y.decodeUpdate(bytes);
    const blocks = decoding.readVarUint(decoding.createDecoder(bytes));
    const structs = groupByClient(list);
    // Yjs keeps only the last of two blocks of one client, and waits for ever for the first
    if (structs?.size !== blocks) return null;
    const runs = listRuns(ds.clients);
    return runs && { bytes, structs, runs };
  } catch {
    return null; // lib0 and Yjs throw whatever comes to hand at bytes that are no update: that is the answer
  }
}

function groupByClient(list: readonly Struct[]): Map<number, Struct[]> | null {
  const groups = new Map<number, Struct[]>();
  let group: Struct[] = [];
  let client = -1;
  for (const struct of list) {
    if (struct.id.client !== client) {
      client = struct.id.client;
      if (groups.has(client) || client > largestClient) return null;
      groups.set(client, (group = []));
    }
    if (struct.length < 1 || !Number.isSafeInteger(struct.id.clock + struct.length)) return null;
    group.push(struct);
  }
  return groups;
}

/** Honest delete sets are sorted and never overlap; overlapping ones cost Yjs their number times the document. */
function listRuns(clients: Map<number, { clock: number; len: number }[]>): Run[] | null {
  const runs: Run[] = [];
  for (const [client, list] of clients) {
    let end = 0;
    for (const { clock, len } of list) {
      if (len < 1 || clock < end || !Number.isSafeInteger(clock + len)) return null;
      end = clock + len;
      runs.push({ client, clock, len });
    }
  }
  return runs;
}

function hasKnown(doc: Y.Doc, { structs }: Incoming): boolean {
  for (const [client, [first]] of structs) if (first && first.id.clock < Y.getState(doc.store, client)) return true;
  return false;
}

function withoutKnown(doc: Y.Doc, { bytes, structs }: Incoming): Uint8Array {
  const known = new Map([...structs.keys()].map((client) => [client, Y.getState(doc.store, client)]));
  return Y.diffUpdate(bytes, Y.encodeStateVector(known));
}

/** A gap before the first new struct of a client, or a hole between two. */
function missing(doc: Y.Doc, { structs }: Incoming): boolean {
  for (const [client, list] of structs) {
    if (list[0] && list[0].id.clock > Y.getState(doc.store, client)) return true;
    if (list.some((struct) => struct instanceof Y.Skip)) return true;
  }
  return false;
}

function tooMuch({ structs }: Incoming): Refusal | null {
  if (structs.size > limits.clientsPerUpdate) return refuse('too_large', 'clients');
  let count = 0;
  for (const list of structs.values()) count += list.length;
  return count > limits.structsPerUpdate ? refuse('too_large', 'structs') : null;
}
