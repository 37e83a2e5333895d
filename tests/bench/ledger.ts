/**
 * When was a card sent, and when was it on the last screen? The same frame comes to all, so each distinct one is decoded
 * once; for every receiver after the first it is only compared.
 */
import * as Y from 'yjs';
import type { Root } from '../../shared/document.ts';

export interface Pitch {
  /** index of who wrote it, who is not waited for */
  writer: number;
  /** ms, as `performance.now()`: of the writer's call, and of the last receiver so far */
  sentAt: number;
  lastAt: number;
  /** who has it, by index: a card that comes twice counts once */
  seen: Uint8Array;
  count: number;
  /** how many others must have it */
  of: number;
}

interface Known {
  key: number;
  bytes: Buffer;
  pitches: Pitch[];
}

const cards: Root = 'cards';
/** bytes of frames that are remembered; an older one that still comes is decoded again */
const remembered = 64_000_000;
const empty: Known[] = [];

export class Ledger {
  readonly pitches = new Map<string, Pitch>();
  readonly #size: number;
  /** by something that is quickly had of the bytes, the newest first */
  readonly #known = new Map<number, Known[]>();
  /** the oldest first */
  readonly #order: Known[] = [];
  #held = 0;

  /** `size`: one more than the highest index there will be. */
  constructor(size: number) {
    this.#size = size;
  }

  /** The writer is about to make this card. `of`: how many others must see it. */
  sent(id: string, writer: number, of: number): void {
    const seen = new Uint8Array(this.#size);
    this.pitches.set(id, { writer, sentAt: performance.now(), lastAt: 0, seen, count: 0, of });
  }

  /** An update has come; it is all of `bytes`. `decode`: for one in the second format. */
  heard(receiver: number, bytes: Buffer, decode = Y.decodeUpdate): void {
    const { pitches } = this.#find(bytes, decode);
    if (pitches.length === 0) return;
    const now = performance.now();
    for (const pitch of pitches) {
      if (pitch.writer === receiver || pitch.seen[receiver] === 1) continue;
      pitch.seen[receiver] = 1;
      pitch.count++;
      pitch.lastAt = now;
    }
  }

  /** Deliveries that did not come. */
  missing(): number {
    let missing = 0;
    for (const { count, of } of this.pitches.values()) missing += Math.max(0, of - count);
    return missing;
  }

  /** Sent → last screen, in ms, of the cards sent between these moments; Infinity where somebody still waits. */
  delays(from: number, until: number): number[] {
    const sent = [...this.pitches.values()].filter(({ sentAt }) => sentAt >= from && sentAt < until);
    return sent.map(({ sentAt, lastAt, count, of }) => (count < of ? Infinity : lastAt - sentAt));
  }

  #find(bytes: Buffer, decode: typeof Y.decodeUpdate): Known {
    const key = digest(bytes);
    const known = this.#known.get(key) ?? empty;
    const same = known.find((one) => one.bytes.equals(bytes));
    if (same) return same;
    const found = { key, bytes: Buffer.from(bytes), pitches: this.#made(decode(bytes)) };
    this.#known.set(key, [found, ...known]);
    this.#order.push(found);
    this.#held += bytes.length;
    while (this.#held > remembered) this.#forget();
    return found;
  }

  #forget(): void {
    const oldest = this.#order.shift();
    if (!oldest) return;
    this.#held -= oldest.bytes.length;
    const left = this.#known.get(oldest.key)?.slice(0, -1) ?? empty;
    if (left.length === 0) this.#known.delete(oldest.key);
    else this.#known.set(oldest.key, left);
  }

  #made({ structs }: ReturnType<typeof Y.decodeUpdate>): Pitch[] {
    const made = structs.flatMap((struct) =>
      struct instanceof Y.Item && (struct.parent as unknown) === cards && struct.parentSub !== null
        ? [struct.parentSub]
        : [],
    );
    return made.flatMap((id) => this.pitches.get(id) ?? []);
  }
}

/** Not a hash to rely on: what it throws together is compared. */
function digest(bytes: Buffer): number {
  const step = Math.max(1, bytes.length >> 4);
  let digest = bytes.length;
  for (let at = 0; at < bytes.length; at += step) digest = (Math.imul(digest, 31) + (bytes[at] ?? 0)) | 0;
  return digest;
}
