import { newId, type Board } from '../../board/board.svelte.ts';
import type { ProblemCode } from '../../connection/api.ts';
import type { CardWords, Draft } from '../../connection/journal.ts';
import { sameFields } from '../../../shared/document.ts';
import type { CardKind } from '../../../shared/format.ts';
import type { Fields } from '../../../shared/model.ts';
import type { Refusal, Yes } from '../../../shared/refusals.ts';

const waits = { keep: 300, idle: 4_000 };

const blank: CardWords = { title: '', text: '' };

/** Where a new card belongs besides its phase, and by which door it goes. */
export interface Place {
  on?: string | null;
  column?: string | null;
  /** the server takes it in: it waits there, or nobody is its writer */
  command?: boolean;
}

export type Sent = { ok: true; card: string } | { ok: false; code: ProblemCode };

/** One text being written: kept on this device while it is typed, until it is sent or thrown away. */
export class Writing {
  title = $state('');
  text = $state('');
  /** by field id */
  fields = $state<Record<string, string>>({});
  /** what it is a reaction to, and of what sort; or its column */
  on = $state<string | null>(null);
  column = $state<string | null>(null);
  /** all that is typed is on this device */
  kept = $state(false);

  readonly #board: Board;
  readonly #draft: string;
  readonly #card: string | null;
  readonly #start: CardWords;
  /** the same at every try, so that sending again by command makes no second card */
  #id = newId();
  /** nothing typed since it was sent or opened; plain, for state reads as before while a view is taken down */
  #clean = true;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  /** `draft` is the same at every visit, so that a reload finds the text again; `start` is what a card said before. */
  constructor(board: Board, draft: string, card: string | null = null, start: CardWords = blank) {
    this.#board = board;
    this.#draft = draft;
    this.#card = card;
    this.#start = start;
    const found = board.drafts.find(({ id }) => id === draft);
    this.title = found?.title ?? start.title;
    this.text = found?.text ?? start.text;
    this.fields = { ...(found?.fields ?? start.fields) };
    this.on = found?.on ?? null;
    this.column = found?.column ?? null;
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
    const fields = said(this.fields);
    const start = this.#start;
    const same = title === start.title && text === start.text && sameFields(fields, start.fields ?? {});
    if (same) this.#board.dropDraft(this.#draft);
    else this.#board.keepDraft({ ...this.#aside(), title, text, fields });
    this.kept = !same;
  }

  /** The page goes, or the view does. */
  leave(): void {
    if (!this.#clean) this.keep();
    this.rest();
  }

  /** Makes the card and empties the field; refused, everything stays. */
  async send(kind: CardKind, { command = false }: Place = {}): Promise<Sent> {
    const { on, column } = this;
    const words = { title: this.title.trim(), text: this.text.trim(), fields: said(this.fields) };
    const card = { id: this.#id, kind: kind.id, ...words, ...(on && { on }), ...(column && { column }) };
    const answer = command
      ? await this.#board.command({ path: '/cards', body: card })
      : this.#board.perform({ type: 'card.make', card });
    if (!answer.ok) return answer;
    this.#id = newId();
    this.throwAway();
    if (command) await this.#board.refreshMe();
    return { ok: true, card: card.id };
  }

  /** Changes the card that was opened. */
  save(card: string): Yes | Refusal {
    const after = { title: this.title.trim(), text: this.text.trim(), fields: said(this.fields) };
    const before = { ...this.#start, fields: this.#start.fields ?? {} };
    const answer = this.#board.perform({ type: 'card.edit', card, before, after });
    if (answer.ok) this.throwAway();
    return answer;
  }

  /** What it is about stays: who reacts to one idea may have more to say about it. */
  throwAway(): void {
    this.title = this.#start.title;
    this.text = this.#start.text;
    this.fields = { ...this.#start.fields };
    this.keep();
    this.rest();
    this.#clean = true;
  }

  #aside(): Omit<Draft, 'title' | 'text'> {
    const { on, column } = this;
    const place = { ...(on && { on }), ...(column && { column }) };
    return { id: this.#draft, at: this.#board.now(), card: this.#card, reason: null, ...place };
  }
}

/** Fields in which something is written. */
function said(fields: Fields): Fields {
  const trimmed = Object.entries(fields).map(([id, value]) => [id, value.trim()] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
}
