/**
 * What is on disk of one session's document. Everything that leaves the server comes from here, encoded once for each
 * state, however many ask.
 */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { limits } from '../../shared/limits.ts';
import { encodeSync, sync } from '../../shared/protocol.ts';
import type { RoomParts } from './parts.ts';

export interface State {
  raw: Uint8Array;
  readonly gzip: Uint8Array;
  tag: string;
}

/** Who comes back from one cut in the wifi has one state vector with many others. */
const answersKept = 200;
const longestVector = 50_000;

export class Durable {
  readonly #code: string;
  readonly #store: RoomParts['store'];
  #updates: Uint8Array[];
  #state: State | null = null;
  #question: Uint8Array | null = null;
  readonly #answers = new Map<string, Uint8Array>();

  constructor({ code, store }: Pick<RoomParts, 'code' | 'store'>) {
    this.#code = code;
    this.#store = store;
    this.#updates = store.updates.load(code);
  }

  /** The same as in the store, in order: the document can be made again when the store can not be read. */
  get updates(): readonly Uint8Array[] {
    return this.#updates;
  }

  get isLong(): boolean {
    return this.#updates.length >= limits.compactAfterUpdates;
  }

  /** Inside a transaction. It counts only after `stored`. */
  append(update: Uint8Array): void {
    this.#store.updates.append(this.#code, update);
  }

  /** The transaction with this update is on disk. */
  stored(update: Uint8Array): void {
    this.#updates.push(update);
    this.#forget();
  }

  /** Replaces log and snapshot by the document as it is, in which deleted text is no more. */
  compact(doc: Y.Doc): void {
    const snapshot = Y.encodeStateAsUpdate(doc);
    this.#store.updates.compact(this.#code, snapshot);
    this.#updates = [snapshot];
    this.#forget();
  }

  /** `doc` here and below: the document in its durable state. */
  state(doc: Y.Doc): State {
    return (this.#state ??= encodeState(Y.encodeStateAsUpdate(doc)));
  }

  /** Sync step 1: what we have, so that the client sends what we lack. */
  question(doc: Y.Doc): Uint8Array {
    return (this.#question ??= encodeSync(sync.step1, Y.encodeStateVector(doc)));
  }

  /** Sync step 2: what a client with this state vector lacks. Null when it is no state vector. */
  answer(doc: Y.Doc, vector: Uint8Array): Uint8Array | null {
    const key = Buffer.from(vector).toString('latin1');
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = this.#encodeAnswer(doc, vector);
    if (this.#answers.size >= answersKept) this.#answers.clear();
    if (answer && vector.length <= longestVector) this.#answers.set(key, answer);
    return answer;
  }

  #encodeAnswer(doc: Y.Doc, vector: Uint8Array): Uint8Array | null {
    try {
      const isNew = Y.decodeStateVector(vector).size === 0;
      return encodeSync(sync.step2, isNew ? this.state(doc).raw : Y.encodeStateAsUpdate(doc, vector));
    } catch {
      return null; // Yjs throws whatever comes to hand at bytes that are no vector: that is the answer
    }
  }

  #forget(): void {
    this.#state = null;
    this.#question = null;
    this.#answers.clear();
  }
}

function encodeState(raw: Uint8Array): State {
  let gzip: Uint8Array | null = null;
  return {
    raw,
    get gzip() {
      return (gzip ??= gzipSync(raw));
    },
    tag: createHash('sha256').update(raw).digest('base64url').slice(0, 22),
  };
}
