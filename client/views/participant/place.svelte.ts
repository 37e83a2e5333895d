import type { Phase } from '../../../shared/format.ts';
import { phaseNow } from '../../../shared/programme.ts';
import type { SessionState } from '../../../shared/model.ts';
import type { Board } from '../../board/board.svelte.ts';

export type Tab = 'task' | 'mine' | 'all';

interface Spot {
  key: string;
  state: SessionState;
  phase: string | null;
  run: number;
}

/** Where this person is on their own page, which may be a step behind the room: they go on by pressing. */
export class Place {
  tab = $state<Tab>('task');
  readonly #board: Board;
  #shown = $state.raw<Spot | null>(null);

  constructor(board: Board) {
    this.#board = board;
  }

  /** where the room is */
  get room(): Spot | null {
    const session = this.#board.session;
    if (!session) return null;
    return {
      key: `${session.state}:${session.phase}:${session.run}`,
      state: session.state,
      phase: session.phase,
      run: session.run,
    };
  }

  /** what this page shows */
  get shown(): Spot | null {
    return this.#shown;
  }

  /** the room is somewhere else */
  get behind(): boolean {
    return this.#shown !== null && this.room !== null && this.#shown.key !== this.room.key;
  }

  get phase(): Phase | null {
    return this.#phaseOf(this.#shown);
  }

  /** the phase the room is in */
  get next(): Phase | null {
    return this.#phaseOf(this.room);
  }

  /** The room moved. Nobody is taken out of a field, or away from another tab; who only waits or looks goes along. */
  follow(typing: boolean): void {
    const stays = this.tab !== 'task' || typing || this.phase?.kind === 'contribute';
    if (this.#shown === null || !stays) this.goOn();
  }

  goOn(): void {
    this.#shown = this.room;
  }

  select(tab: Tab): void {
    this.tab = tab;
  }

  #phaseOf(spot: Spot | null): Phase | null {
    const session = this.#board.session;
    return session && spot ? phaseNow({ ...session, ...spot }) : null;
  }
}

/** Is somebody in the middle of a text or a question on this page? */
export function isTyping(page: Document = document): boolean {
  return !!page.activeElement?.closest('input:not([type=checkbox], [type=radio]), textarea, dialog');
}
