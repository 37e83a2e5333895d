/**
 * What is on disk of one document. Everything that leaves the server comes from here, encoded once for each
 * state, however many ask.
 */
import * as Y from 'yjs';
import { limits } from '../../shared/limits.ts';
import { encodeSync, sync } from '../../shared/protocol.ts';
import type { RoomParts } from './parts.ts';
import { asState, type State } from './state.ts';

/** Who comes back from one cut in the wifi has one state vector with many others. So many bytes of answers are kept. */
const answersKept = 4_000_000;

export class Durable {
  readonly #code: string;
  readonly #plan: string | undefined;
  readonly #store: RoomParts['store'];
  /** a snapshot, and what came after it */
  #updates: Uint8Array[];
  /** bytes of what came after it */
  #tail: number;
  /** compactions in a row that failed: on a disk that is almost full each costs time and brings nothing */
  #failures = 0;
  #state: State | null = null;
  #question: Uint8Array | null = null;
  readonly #answers = new Map<string, Uint8Array>();
  /** of `#answers`, with what was asked */
  #answersBytes = 0;

  constructor({ code, plan, store }: Pick<RoomParts, 'code' | 'plan' | 'store'>) {
    this.#code = code;
    this.#plan = plan ?? undefined;
    this.#store = store;
    this.#updates = store.updates.load(code, this.#plan);
    this.#tail = this.#updates.slice(1).reduce((bytes, update) => bytes + update.length, 0);
    const [whole, ...rest] = this.#updates;
    if (whole && rest.length === 0) this.#state = asState(whole); // a room that comes back encodes nothing
  }

  /** The same as in the store, in order: the document can be made again when the store can not be read. */
  get updates(): readonly Uint8Array[] {
    return this.#updates;
  }

  /** So long that it is rewritten even while people write. */
  get isLong(): boolean {
    const times = 1 + this.#failures;
    return this.#updates.length > times * limits.compactAfterUpdates || this.#tail > times * limits.compactAfterBytes;
  }

  /** There is nothing but the snapshot. */
  get isShort(): boolean {
    return this.#updates.length <= 1;
  }

  /** Inside a transaction. It counts only after `stored`. */
  append(update: Uint8Array): void {
    this.#store.updates.append(this.#code, update, this.#plan);
  }

  /** The transaction with this update is on disk. */
  stored(update: Uint8Array): void {
    this.#updates.push(update);
    this.#tail += update.length;
    this.#forget();
  }

  /** Replaces log and snapshot by the document as it is, in which deleted text is no more. Everything stands still meanwhile. */
  compact(doc: Y.Doc): void {
    const snapshot = this.state(doc).raw;
    this.#failures++;
    this.#store.updates.compact(this.#code, snapshot, this.#plan);
    this.#failures = 0;
    this.#updates = [snapshot];
    this.#tail = 0;
  }

  /** `doc` here and below: the document in its durable state. */
  state(doc: Y.Doc): State {
    return (this.#state ??= asState(Y.encodeStateAsUpdate(doc)));
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
    if (answer) this.#keep(key, answer);
    return answer;
  }

  #keep(key: string, answer: Uint8Array): void {
    const bytes = key.length + answer.length;
    if (bytes > answersKept) return;
    if (this.#answersBytes + bytes > answersKept) this.#forgetAnswers();
    this.#answersBytes += bytes;
    this.#answers.set(key, answer);
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
    this.#forgetAnswers();
  }

  #forgetAnswers(): void {
    this.#answers.clear();
    this.#answersBytes = 0;
  }
}
