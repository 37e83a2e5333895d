/**
 * The clock of a session, second by second, in server time. Time up signals and changes nothing by itself.
 */
import type { Timer } from '../../shared/model.ts';
import type { Board } from './board.svelte.ts';

/** Seconds that are left, never below 0. */
export function secondsLeft(timer: Timer, now: number): number {
  if (timer.state === 'off') return 0;
  return Math.max(0, timer.state === 'running' ? timer.endsAt - now : timer.left) / 1000;
}

/** Ticks while a component uses it; make it while the component is set up. */
export class Ticker {
  #now = $state(0);
  readonly #board: Board;

  constructor(board: Board) {
    this.#board = board;
    this.#now = board.now();
    $effect(() => {
      const beat = setInterval(() => (this.#now = board.now()), 250);
      return () => clearInterval(beat);
    });
  }

  /** server time in ms, as of the last tick */
  get now(): number {
    return this.#now;
  }
  /** whole seconds, so that what reads it changes once a second */
  get left(): number {
    return Math.ceil(secondsLeft(this.#board.session?.timer ?? { state: 'off' }, this.#now));
  }
  get total(): number {
    const timer = this.#board.session?.timer;
    return timer && timer.state !== 'off' ? Math.round(timer.total / 1000) : 0;
  }
  get on(): boolean {
    return (this.#board.session?.timer.state ?? 'off') !== 'off';
  }
}
