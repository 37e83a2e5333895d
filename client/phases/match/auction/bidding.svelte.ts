/** A bid that is being written: for one lot, kept while the page is open, sent once under one id. */
import { limits } from '../../../../shared/limits.ts';
import type { BidKind } from '../../../../shared/phases/match.ts';
import { newId, type Board } from '../../../board/board.svelte.ts';
import type { Acting } from '../acting.svelte.ts';

export class Bidding {
  kind = $state<BidKind | ''>('');
  text = $state('');
  show = $state(false);
  from = $state('');
  /** from the first press on send, what is missing is said */
  checked = $state(false);
  sent = $state(false);
  #id = newId();
  readonly #board: Board;

  constructor(board: Board) {
    this.#board = board;
    const { duties = [], name = '' } = board.me?.participant ?? {};
    // An organisation that came to help wants to be known, and can untick it; a person is asked.
    this.show = duties.includes('partner') && name !== '';
  }

  get over(): number {
    return this.text.trim().length - limits.bidLength;
  }

  /** True when it is on the board; what was typed stays when it is not. */
  async send(acting: Acting, phase: string, lot: string, kinds: readonly BidKind[]): Promise<boolean> {
    this.checked = true;
    this.sent = false;
    const kind = this.kind || kinds[0];
    if (!kind || this.text.trim() === '' || this.over > 0) return false;
    const leads = this.#board.role === 'facilitator';
    const signed = leads ? { from: this.from } : { show: this.show };
    const bid = { id: this.#id, phase, lot, kind, text: this.text.trim(), ...signed };
    if (!(await acting.do(`bid:${lot}`, '/bids', bid))) return false;
    this.#id = newId();
    this.text = this.from = '';
    this.checked = false;
    this.sent = true;
    return true;
  }
}
