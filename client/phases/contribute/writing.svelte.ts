import { newId, type Board } from '../../board/board.svelte.ts';
import type { CardKind } from '../../../shared/format.ts';
import type { Refusal, Yes } from '../../../shared/refusals.ts';

const waits = { keep: 300, idle: 4_000 };

/** One text being written: kept on this device while it is typed, until it is sent or thrown away. */
export class Writing {
  title = $state('');
  text = $state('');
  /** all that is typed is on this device */
  kept = $state(false);

  readonly #board: Board;
  readonly #draft: string;
  readonly #card: string | null;
  readonly #start: { title: string; text: string };
  /** nothing typed since it was sent or opened; plain, for state reads as before while a view is taken down */
  #clean = true;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  /** `draft` is the same at every visit, so that a reload finds the text again; `start` is what a card said before. */
  constructor(board: Board, draft: string, card: string | null = null, start = { title: '', text: '' }) {
    this.#board = board;
    this.#draft = draft;
    this.#card = card;
    this.#start = start;
    const found = board.drafts.find(({ id }) => id === draft);
    this.title = found?.title ?? start.title;
    this.text = found?.text ?? start.text;
    this.kept = found !== undefined;
  }

  /** Something was typed. */
  touch(): void {
    this.kept = this.#clean = false;
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(() => this.keep(), waits.keep);
    clearTimeout(this.#idleTimer);
    this.#board.setWriting(true);
    this.#idleTimer = setTimeout(() => this.rest(), waits.idle);
  }

  /** Nobody types any more. */
  rest(): void {
    clearTimeout(this.#idleTimer);
    this.#board.setWriting(false);
  }

  keep(): void {
    clearTimeout(this.#keepTimer);
    const { title, text } = this;
    const same = title === this.#start.title && text === this.#start.text;
    if (same) this.#board.dropDraft(this.#draft);
    else this.#board.keepDraft({ id: this.#draft, at: this.#board.now(), card: this.#card, title, text, reason: null });
    this.kept = !same;
  }

  /** The page goes, or the view does. */
  leave(): void {
    if (!this.#clean) this.keep();
    this.rest();
  }

  /** Makes the card and empties the field; refused, everything stays. */
  send(kind: CardKind): { ok: true; card: string } | Refusal {
    const card = { id: newId(), kind: kind.id, title: this.title.trim(), text: this.text.trim() };
    const answer = this.#done(this.#board.perform({ type: 'card.make', card }));
    return answer.ok ? { ok: true, card: card.id } : answer;
  }

  /** Changes the card that was opened. */
  save(card: string): Yes | Refusal {
    const after = { title: this.title.trim(), text: this.text.trim() };
    return this.#done(this.#board.perform({ type: 'card.edit', card, before: this.#start, after }));
  }

  throwAway(): void {
    this.title = this.#start.title;
    this.text = this.#start.text;
    this.keep();
    this.rest();
    this.#clean = true;
  }

  #done(answer: Yes | Refusal): Yes | Refusal {
    if (answer.ok) this.throwAway();
    return answer;
  }
}
