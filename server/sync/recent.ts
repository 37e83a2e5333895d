/**
 * What the last ticks sent, numbered, so that a phone which comes back is told what it missed and nothing else. Yjs's own
 * answer to a state vector holds every deletion there ever was: after an evening of typing far more than half a minute.
 */
import { randomBytes } from 'node:crypto';
import * as Y from 'yjs';
import { limits } from '../../shared/limits.ts';
import { encodeMark, parseMark } from '../../shared/protocol.ts';

/** A hall whose wifi flaps comes back from one and the same tick, or a few. */
const answersKept = 8;

export class Recent {
  /** another each time a room is opened: numbers of before say nothing here */
  readonly #epoch = randomBytes(6).toString('base64url');
  /** number of the last tick that was sent; 0 when none was */
  #tick = 0;
  #updates: Uint8Array[] = [];
  /** of `#updates` */
  #bytes = 0;
  /** tick → what came after it, as far as it was asked for */
  readonly #since = new Map<number, { update: Uint8Array; upTo: number }>();

  /** "I have all that was sent until now": `hello` and the board over HTTP carry it, a client shows it when it comes back. */
  get mark(): string {
    return encodeMark({ epoch: this.#epoch, tick: this.#tick });
  }

  /** One frame went out to everybody. */
  add(update: Uint8Array): void {
    this.#tick++;
    this.#updates.push(update);
    this.#bytes += update.length;
    while (this.#bytes > limits.recentBytes || this.#updates.length > limits.recentTicks) {
      this.#bytes -= this.#updates.shift()?.length ?? 0;
    }
  }

  /** What was sent after this mark, as one update. Null when we do not know: too long ago, or no mark of ours. */
  since(mark: string): Uint8Array | null {
    const { epoch, tick } = parseMark(mark) ?? { epoch: '', tick: 0 };
    if (epoch !== this.#epoch || tick > this.#tick || tick < this.#first) return null;
    const asked = this.#since.get(tick);
    const known = asked && asked.upTo >= this.#first ? asked : null;
    if (known?.upTo === this.#tick) return known.update;
    const after = this.#updates.slice((known?.upTo ?? tick) - this.#first);
    const update = Y.mergeUpdates(known ? [known.update, ...after] : after);
    if (this.#since.size >= answersKept) this.#since.clear();
    this.#since.set(tick, { update, upTo: this.#tick });
    return update;
  }

  /** Whoever has this mark lacks less than is worth making a whole new board for. */
  isNear(mark: string): boolean {
    const tick = parseMark(mark)?.tick ?? 0;
    if (tick < this.#first) return false;
    const after = this.#updates.slice(tick - this.#first);
    return after.reduce((bytes, update) => bytes + update.length, 0) <= limits.boardBehind;
  }

  /** Something was taken out of the document: what was sent before still holds it, and must not leave again. */
  forget(): void {
    this.#updates = [];
    this.#bytes = 0;
    this.#since.clear();
  }

  /** The first mark from which we know everything. */
  get #first(): number {
    return this.#tick - this.#updates.length;
  }
}
