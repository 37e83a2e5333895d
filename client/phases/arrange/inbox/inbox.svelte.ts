/**
 * The theme team's inbox on this device: what waits, what one has taken, and what in it looks like something else. While one
 * is at work the claim is renewed; after three minutes of silence the server gives the cards to whoever asks.
 */
import { lookAlikes } from '../../../../shared/draw/hints.ts';
import type { PhaseOf } from '../../../../shared/format.ts';
import { freeOf, readClaims, waitingFor } from '../../../../shared/inbox.ts';
import type { Card } from '../../../../shared/model.ts';
import type { Board } from '../../../board/board.svelte.ts';
import type { ProblemCode } from '../../../connection/api.ts';

export type InboxBoard = Pick<Board, 'picture' | 'me' | 'phase' | 'now' | 'command'>;

type Taken = { ok: true } | { ok: false; code: ProblemCode };

/** ms: renewed when so much of it is left, looked at so often */
const renewAt = 120_000;
const lookEvery = 5_000;
/** how many look-alikes are shown of one card */
const most = 2;

export class Inbox {
  readonly #board: InboxBoard;
  #now = $state(0);
  #active = false;
  readonly #phase = $derived.by(() => this.#arranging());
  readonly #claims = $derived.by(() => readClaims(this.#board.picture.live).filter(({ until }) => until > this.#now));
  readonly #waiting = $derived.by(() => this.#wait());
  readonly #mine = $derived.by(() => this.#own());

  /** Ticks until `stop` is called. */
  constructor(board: InboxBoard) {
    this.#board = board;
    this.#now = board.now();
  }

  /** The team arranges now; null: no inbox. */
  get on(): boolean {
    return this.#phase !== null;
  }
  /** one's own batch, as far as it still waits for a place */
  get mine(): readonly Card[] {
    return this.#mine;
  }
  /** nobody has them */
  get free(): number {
    return freeOf(this.#waiting, this.#claims, this.#now).length;
  }
  get elsewhere(): number {
    return this.#waiting.length - this.free - this.#mine.length;
  }

  /** Looks at the clock until this is called back. */
  start(): () => void {
    const beat = setInterval(() => void this.#beat(), lookEvery);
    return () => clearInterval(beat);
  }

  /** Somebody is at work here. */
  touch(): void {
    this.#active = true;
  }

  async take(count: number): Promise<Taken> {
    const reply = await this.#board.command({ path: '/inbox/take', body: { count } });
    this.#now = this.#board.now();
    return reply.ok ? { ok: true } : reply;
  }

  async giveBack(): Promise<Taken> {
    const reply = await this.#board.command({ path: '/inbox/return' });
    return reply.ok ? { ok: true } : reply;
  }

  /** Card → the cards on the board that look most like it. Not reactive: some tenths of a second with 1,500 cards. */
  likes(cards: readonly Card[]): Map<string, string[]> {
    const own = new Set(cards.map(({ id }) => id));
    const all = this.#board.picture.topics;
    const found = new Map<string, string[]>();
    const note = (card: string, other: string) => {
      const list = found.get(card) ?? [];
      if (own.has(card) && list.length < most) found.set(card, [...list, other]);
    };
    for (const { a, b } of lookAlikes(all.map(({ id, title, text }) => ({ id, text: `${title} ${text}` })))) {
      note(a, b);
      note(b, a);
    }
    return found;
  }

  async #beat(): Promise<void> {
    this.#now = this.#board.now();
    const claim = this.#claim();
    if (!claim || !this.#active || claim.until - this.#now > renewAt) return;
    this.#active = false;
    await this.#board.command({ path: '/inbox/renew' });
  }

  #claim() {
    return this.#claims.find(({ by }) => by === this.#board.me?.participant?.number);
  }

  #arranging(): PhaseOf<'arrange'> | null {
    const { phase } = this.#board;
    return phase?.kind === 'arrange' && phase.who === 'theme' ? phase : null;
  }

  #wait(): Card[] {
    return this.#phase ? waitingFor(this.#phase, this.#board.picture.placed.get(null) ?? []) : [];
  }

  #own(): Card[] {
    const cards = new Set(this.#claim()?.cards);
    return this.#waiting.filter(({ id }) => cards.has(id));
  }
}
