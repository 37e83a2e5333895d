import type { MadeBadges } from '../../../../shared/api/tables.ts';

/** Codes that were just made. They are on this page and nowhere else: gone when it is. */
export class Made {
  #badges = $state.raw<MadeBadges>([]);

  get badges(): MadeBadges {
    return this.#badges;
  }

  /** A new code of the same number takes the place of the old one. */
  add(made: MadeBadges): void {
    const fresh = new Set(made.map(({ number }) => number));
    this.#badges = [...this.#badges.filter(({ number }) => !fresh.has(number)), ...made].sort(
      (a, b) => a.number - b.number,
    );
  }

  forget(): void {
    this.#badges = [];
  }
}
