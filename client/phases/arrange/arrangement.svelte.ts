/**
 * One person's look at the board: overview, one theme or one card, board or list, what is searched and what is ticked. What
 * they do with it is in `acts.ts`.
 */
import { getContext, setContext } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { Board } from '../../board/board.svelte.ts';
import type { Card } from '../../../shared/model.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { placeOf } from '../../../shared/document.ts';
import { arrange } from '../../text/arrange.ts';
import { common } from '../../text/common.ts';
import { said, words } from '../../text/language.svelte.ts';
import { themesText } from '../../text/themes.ts';
import { Acts, type ActingBoard } from './acts.ts';
import { areasOf, type Area, type Place } from './areas.ts';
import { Drag } from './drag.svelte.ts';
import { shelvesOf } from './shelves.ts';

/** The one question that is open. */
export type Asking =
  | { about: 'move'; cards: readonly string[]; oneByOne?: true }
  | { about: 'merge'; cards: readonly string[] }
  | { about: 'newTheme' }
  | { about: 'nameTheme'; theme: string }
  | { about: 'mergeTheme'; theme: string }
  | { about: 'dissolve'; theme: string };

export type ArrangingBoard = ActingBoard & Pick<Board, 'can' | 'phase'>;

export class Arrangement {
  readonly acts: Acts;
  readonly drag: Drag;
  form = $state<'board' | 'list'>('board');
  query = $state('');
  /** the card that is open */
  card = $state<string | null>(null);
  asking = $state.raw<Asking | null>(null);
  /** themes of the overview that are drawn: at first what is in sight, then the others, which takes a phone a while */
  drawn = $state(2);

  readonly #board: ArrangingBoard;
  readonly #readonly: () => boolean;
  #theme = $state.raw<Place | undefined>(undefined);
  #selecting = $state(false);
  readonly #selected = new SvelteSet<string>();
  #said = $state('');
  readonly #refusal = $derived.by(() => this.#ask());
  readonly #shelves = $derived.by(() => shelvesOf(this.#board.picture, this.#board.phase, said));
  readonly #areas = $derived.by(() => this.#draw());
  readonly #themes = $derived(this.#areas.filter((area) => area.id !== null));

  constructor(board: ArrangingBoard, readonly: () => boolean = () => false) {
    this.#board = board;
    this.#readonly = readonly;
    this.acts = new Acts(
      board,
      () => this.#shelves,
      (text) => this.say(text),
    );
    this.drag = new Drag({
      drop: (cards, place) => this.acts.move(cards, place) && this.stopSelecting(),
      cancelled: () => this.say(words(arrange).dragCancelled),
    });
  }

  /** Why nothing can be moved here; null when it can. */
  get refusal(): RefusalCode | null {
    return this.#refusal;
  }
  get free(): boolean {
    return this.#refusal === null && !this.#readonly();
  }
  /** Themes can be made, named and dissolved here; columns can not. */
  get shaping(): boolean {
    return this.free && !this.#shelves.fixed;
  }
  get areas(): readonly Area[] {
    return this.#areas;
  }
  get themes(): readonly Area[] {
    return this.#themes;
  }
  /** Those with something of what is looked for; all of them while nothing is. */
  get shown(): readonly Area[] {
    return this.query.trim() ? this.#areas.filter((area) => area.cards.length > 0) : this.#areas;
  }
  /** The theme that is open, or the one it was merged into; undefined: the overview. */
  get opened(): Area | undefined {
    if (this.#theme === undefined) return undefined;
    const place = this.#theme === null ? null : this.#landed(this.#theme);
    return this.#areas.find((area) => area.id === place);
  }
  get found(): number {
    return this.#areas.reduce((sum, area) => sum + area.cards.length, 0);
  }
  get unplaced(): readonly Card[] {
    return this.#shelves.placed.get(null) ?? [];
  }
  placeOf(card: Card): Place {
    return this.#shelves.placeOf(card);
  }
  /** What was last said, for eyes and for a screen reader. */
  get said(): string {
    return this.#said;
  }

  open(theme: Place): void {
    this.#theme = theme;
  }
  /** From a theme back to the overview. */
  back(): void {
    this.#theme = undefined;
  }

  // ── Several cards at once ───────────────────────────────────────────────────────────────────────────────────────

  get selecting(): boolean {
    return this.#selecting && this.free;
  }
  /** ticked and still on the board, in order of arrival */
  get selected(): readonly string[] {
    return this.#board.picture.cards.filter((card) => this.#selected.has(card.id)).map((card) => card.id);
  }
  isSelected(card: string): boolean {
    return this.#selected.has(card);
  }
  startSelecting(): void {
    this.#selecting = true;
  }
  stopSelecting(): void {
    this.#selecting = false;
    this.#selected.clear();
  }
  toggle(card: string): void {
    if (!this.#selected.delete(card)) this.#selected.add(card);
  }
  /** What goes along when this card is picked up. */
  along(card: string): readonly string[] {
    return this.selecting && this.#selected.has(card) ? this.selected : [card];
  }

  /** The next card without a place, after this one; null when none is left. */
  nextUnplaced(after: string | null): string | null {
    const { unplaced } = this;
    const at = unplaced.findIndex((card) => card.id === after);
    return unplaced[at + 1]?.id ?? null;
  }

  say(text: string): void {
    // The same words again must be heard again: a screen reader hears a change only.
    this.#said = this.#said === text ? `${text}\u00a0` : text;
  }

  #ask(): RefusalCode | null {
    // No card is asked for, so that `card_gone` means: everything else is allowed.
    const answer = this.#board.can({ type: 'card.move', card: '', cluster: null });
    return answer.ok || answer.code === 'card_gone' ? null : answer.code;
  }

  /** The theme it was merged into in the meantime; undefined when it is not there any more. */
  #landed(theme: string): string | undefined {
    if (this.#shelves.fixed) return theme;
    return placeOf(theme, this.#board.picture.clusterById) ?? undefined;
  }

  #draw(): Area[] {
    const { fixed, shelves, placed } = this.#shelves;
    const { notPlaced, untitledTheme: untitled } = words(common);
    const names = { notPlaced: fixed ? words(themesText).noColumn : notPlaced, untitled };
    return areasOf(shelves, placed, this.query, names);
  }
}

const key = Symbol('arrangement');

export function provideArrangement(arrangement: Arrangement): Arrangement {
  return setContext(key, arrangement);
}

export function useArrangement(): Arrangement {
  const arrangement = getContext<Arrangement | undefined>(key);
  if (!arrangement) throw new Error('No arrangement here: BoardView calls provideArrangement first.');
  return arrangement;
}
