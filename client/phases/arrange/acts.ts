/**
 * What people do on the board, over both doors. Each act says in words what came of it, and can be taken back where it can.
 */
import { newId, type Board } from '../../board/board.svelte.ts';
import type { Done } from '../../board/history.ts';
import type { ProblemCode } from '../../connection/api.ts';
import { arrange } from '../../text/arrange.ts';
import { common } from '../../text/common.ts';
import { problem, words } from '../../text/language.svelte.ts';
import { themesText } from '../../text/themes.ts';
import type { Place } from './areas.ts';
import type { Shelves } from './shelves.ts';

export type ActingBoard = Pick<Board, 'picture' | 'perform' | 'moveCards' | 'command' | 'undo' | 'undoable'>;

export class Acts {
  readonly #board: ActingBoard;
  readonly #shelves: () => Shelves;
  readonly #say: (text: string) => void;

  constructor(board: ActingBoard, shelves: () => Shelves, say: (text: string) => void) {
    this.#board = board;
    this.#shelves = shelves;
    this.#say = say;
  }

  /** "D Veilig op straat", or "Nog te plaatsen". */
  nameOf(place: Place): string {
    const { fixed, shelves } = this.#shelves();
    if (place === null) return fixed ? words(themesText).noColumn : words(common).notPlaced;
    const theme = shelves.find(({ id }) => id === place) ?? this.#board.picture.clusterById.get(place);
    return words(arrange).theme(theme?.letter ?? '', theme?.name.trim() || words(common).untitledTheme);
  }

  move(cards: readonly string[], place: Place): boolean {
    const { fixed, placed } = this.#shelves();
    const there = new Set(placed.get(place)?.map((card) => card.id));
    const away = cards.filter((card) => !there.has(card));
    if (away.length === 0) return this.#tell(words(arrange).alreadyThere(this.nameOf(place)));
    const answer = fixed ? this.#putInColumn(away, place) : this.#board.moveCards(away, place);
    return this.#tell(
      answer.ok ? words(arrange).moved(away.length, this.nameOf(place)) : problem(answer.code),
      answer.ok,
    );
  }

  #putInColumn(cards: readonly string[], after: Place) {
    const steps = cards.map((card) => {
      const before = this.#board.picture.byId.get(card)?.column ?? null;
      return { type: 'card.column', card, before, after } as const;
    });
    return this.#board.perform(...steps);
  }

  /** Makes a theme, with these cards in it: one act, taken back as one. */
  makeTheme(name: string, cards: readonly string[] = []): string | null {
    const cluster = newId();
    const moves = cards.map((card) => {
      const before = this.#board.picture.byId.get(card)?.cluster ?? null;
      return { type: 'card.move', card, before, after: cluster } as const;
    });
    const answer = this.#board.perform({ type: 'cluster.make', cluster, name }, ...moves);
    const t = words(arrange);
    this.#tell(
      answer.ok
        ? [t.made(name), ...(cards.length ? [t.moved(cards.length, name)] : [])].join(' ')
        : problem(answer.code),
    );
    return answer.ok ? cluster : null;
  }

  /** One letter more or less; everybody sees it. Quiet: the field itself says what is in it. */
  nameTheme(cluster: string, before: string, after: string): boolean {
    const answer = this.#board.perform({ type: 'cluster.name', cluster, before, after });
    return answer.ok || this.#tell(problem(answer.code), false);
  }

  async merge(cards: readonly string[], title: string, text: string): Promise<boolean> {
    const id = newId();
    const undo: Done = {
      undo: [{ door: 'command', command: { path: `/cards/${id}/unmerge` } }],
      untouched: ({ card }) => card(id)?.gone === null && cards.every((original) => card(original)?.mergedInto === id),
    };
    const reply = await this.#board.command({ path: '/cards/merge', body: { id, cards, title, text } }, undo);
    return this.#answer(reply, words(arrange).merged(cards.length));
  }

  async unmerge(id: string): Promise<boolean> {
    const card = this.#board.picture.byId.get(id);
    if (!card) return this.#tell(problem('card_gone'), false);
    const { mergedFrom: cards, title, text } = card;
    const undo: Done = {
      undo: [{ door: 'command', command: { path: '/cards/merge', body: { id: newId(), cards, title, text } } }],
      untouched: (seen) =>
        cards.every((original) => seen.card(original)?.gone === null && !inside(seen.card(original)?.mergedInto, id)),
    };
    const reply = await this.#board.command({ path: `/cards/${id}/unmerge` }, undo);
    return this.#answer(reply, words(arrange).unmerged(cards.length));
  }

  async dissolve(cluster: string): Promise<boolean> {
    const name = this.nameOf(cluster);
    const undo: Done = {
      undo: [{ door: 'command', command: { path: `/clusters/${cluster}/restore` } }],
      untouched: (seen) => seen.cluster(cluster)?.gone === true,
    };
    const reply = await this.#board.command({ path: `/clusters/${cluster}/dissolve` }, undo);
    return this.#answer(reply, words(arrange).dissolved(name));
  }

  async mergeTheme(cluster: string, into: string): Promise<boolean> {
    const said = words(arrange).mergedThemes(this.nameOf(cluster), this.nameOf(into));
    const undo: Done = {
      undo: [{ door: 'command', command: { path: `/clusters/${cluster}/restore` } }],
      untouched: (seen) => seen.cluster(cluster)?.mergedInto === into,
    };
    const reply = await this.#board.command({ path: `/clusters/${cluster}/merge`, body: { into } }, undo);
    return this.#answer(reply, said);
  }

  async undo(): Promise<void> {
    if (this.#board.undoable === 0) return void this.#tell(words(arrange).nothingToUndo);
    const answer = await this.#board.undo();
    if (answer.ok) this.#tell(words(common).undone);
    else this.#tell(answer.code === 'built_upon' ? words(arrange).builtUpon : problem(answer.code));
  }

  #answer(reply: { ok: true } | { ok: false; code: ProblemCode }, done: string): boolean {
    return reply.ok ? this.#tell(done) : this.#tell(problem(reply.code), false);
  }

  #tell(text: string, result = true): boolean {
    this.#say(text);
    return result;
  }
}

/** An original that went on into another merged card was built upon; one that is free, or still in its old one, was not. */
function inside(parent: string | null | undefined, id: string): boolean {
  return parent !== null && parent !== undefined && parent !== id;
}
