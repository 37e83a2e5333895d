/** What every view of a check draws from: the items, what was found of each, and whose they are. */
import { criteriaOf, readChecks, verdictsOf, type Check } from '../../../shared/checking.ts';
import { phaseOf, type PhaseOf } from '../../../shared/format.ts';
import { itemsOn, type Item } from '../../../shared/sources.ts';
import type { Board } from '../../board/board.svelte.ts';

export class Checking {
  readonly #board: Board;
  readonly #held: { phase: string; run: number };
  readonly #phase = $derived.by(() => {
    const { session } = this.#board;
    const phase = session ? phaseOf(session.format, this.#held.phase) : null;
    return phase?.kind === 'check' ? phase : null;
  });
  readonly #items = $derived.by(() => (this.#phase ? itemsOn(this.#board.picture, this.#phase.of) : []));
  readonly #found = $derived.by(
    () =>
      new Map(
        readChecks(this.#board.picture.live, this.#held.phase, this.#held.run).map((check) => [check.item, check]),
      ),
  );
  readonly #criteria = $derived.by(() =>
    this.#phase ? criteriaOf(this.#phase, this.#board.session?.anchors ?? []) : [],
  );

  constructor(board: Board) {
    this.#board = board;
    this.#held = { phase: board.phase?.id ?? '', run: board.session?.run ?? 0 };
  }

  get phase(): PhaseOf<'check'> | null {
    return this.#phase;
  }
  get items(): readonly Item[] {
    return this.#items;
  }
  get criteria() {
    return this.#criteria;
  }
  found(item: string): Check | null {
    return this.#found.get(item) ?? null;
  }
  verdicts(item: Item) {
    return this.#phase ? verdictsOf(this.#phase, item, this.#board.picture) : [];
  }
  /** How many have this outcome. */
  count(outcome: Check['outcome']): number {
    return this.#items.filter(({ id }) => (this.found(id)?.outcome ?? null) === outcome).length;
  }

  isMine({ id }: Item): boolean {
    if (this.#board.isMine(id)) return true;
    return this.#board.role === 'participant' && this.#board.can({ type: 'plan.read', plan: id }).ok;
  }
}
