/** How far a result has been told, on every screen alike: what the board says of it, and the time. */
import type { RankedItem, Result, VoteNotice } from '../../../shared/model.ts';
import { placesOf, tellEvery, toldOf } from '../../../shared/telling.ts';
import type { Board } from '../../board/board.svelte.ts';

type Watched = Pick<Board, 'picture' | 'now'>;

export class Told {
  readonly #board: Watched;
  readonly #result: () => Result;
  #now = $state(0);
  /** the board's word on this run */
  readonly notice: VoteNotice | undefined = $derived.by(() => {
    const { phase, run } = this.#result();
    return this.#board.picture.votes.find((one) => one.phase === phase && one.run === run);
  });
  /** those that are told, the first first */
  readonly places: readonly RankedItem[] = $derived.by(() => placesOf(this.#result()));
  /** how many of them have been, from the last */
  readonly count: number = $derived(toldOf(this.notice?.telling, this.places.length, this.#now));
  readonly over: boolean = $derived(this.count >= this.places.length);

  constructor(board: Watched, result: () => Result) {
    this.#board = board;
    this.#result = result;
    this.#now = board.now();
  }

  /** In an effect: waits for the next place. */
  follow(): () => void {
    const telling = this.notice?.telling;
    if (this.over || telling?.by !== 'itself') return () => undefined;
    const next = telling.since + (this.count + 1) * tellEvery - this.#board.now();
    const timer = setTimeout(() => (this.#now = this.#board.now()), Math.max(0, next));
    return () => clearTimeout(timer);
  }
}
