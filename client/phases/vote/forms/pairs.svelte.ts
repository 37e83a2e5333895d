/** The pairs of one voter: drawn by the server once, kept on the device with the ballot, judged one by one. */
import type { PairList } from '../../../../shared/api/votes.ts';
import type { Paper } from '../paper.svelte.ts';

type Pair = PairList['pairs'][number];
type Choice = 'left' | 'right' | 'unsure';

export class Pairs {
  readonly #paper: Paper;
  #all = $state.raw<readonly Pair[] | null>(null);
  #at = $state(0);
  #asking = false;
  #state = $state<'loading' | 'ready' | 'failed'>('loading');

  constructor(paper: Paper) {
    this.#paper = paper;
  }

  get state(): 'loading' | 'ready' | 'failed' {
    return this.#state;
  }
  /** those of which nothing was hidden */
  readonly #open: readonly Pair[] = $derived.by(() => {
    const there = new Set(this.#paper.items.filter(({ struck }) => !struck).map(({ id }) => id));
    return (this.#all ?? []).filter(({ left, right }) => there.has(left) && there.has(right));
  });
  get total(): number {
    return this.#open.length;
  }
  /** counted from 1; one past the last when all are judged */
  get place(): number {
    return Math.min(this.#at, this.total) + 1;
  }
  get current(): Pair | null {
    return this.#open[this.#at] ?? null;
  }
  get chosen(): Choice | null {
    const { current } = this;
    return this.#duels.find((duel) => isSame(duel, current))?.choice ?? null;
  }

  /** Those that were drawn before on this device, or new ones beside what was sent already. Safe to call again. */
  async load(): Promise<void> {
    if (this.#all || this.#asking) return;
    const kept = this.#paper.pairs;
    if (kept) return this.#begin(kept);
    this.#state = 'loading';
    this.#asking = true;
    const reply = await this.#paper.drawPairs();
    this.#asking = false;
    if (!reply.ok) {
      this.#state = 'failed';
      return;
    }
    this.#begin([
      ...this.#duels,
      ...reply.value.pairs.filter((pair) => !this.#duels.some((duel) => isSame(duel, pair))),
    ]);
  }

  choose(choice: Choice): void {
    const { current } = this;
    if (!current) return;
    const { left, right } = current;
    const others = this.#duels.filter((duel) => !isSame(duel, current));
    this.#paper.put({ duels: [...others, { left, right, choice }] });
    this.#at = Math.min(this.#at + 1, this.total);
  }

  back(): void {
    this.#at = Math.max(0, this.#at - 1);
  }

  #begin(all: readonly Pair[]): void {
    this.#all = all.map(({ left, right }) => ({ left, right }));
    this.#paper.keepPairs(this.#all);
    const first = this.#open.findIndex((pair) => !this.#duels.some((duel) => isSame(duel, pair)));
    this.#at = first === -1 ? this.total : first;
    this.#state = 'ready';
  }

  get #duels() {
    const { choice } = this.#paper;
    return choice && 'duels' in choice ? choice.duels : [];
  }
}

function isSame(one: Pair, other: Pair | null): boolean {
  if (!other) return false;
  return (
    (one.left === other.left && one.right === other.right) || (one.left === other.right && one.right === other.left)
  );
}
