/**
 * What comes in, one at a time: the newest card stands in front for at least 6 seconds; in a rush the last of every
 * 2 seconds does, and the others go straight to their places. Time is an argument.
 */
export const hold = { calm: 6_000, rush: 2_000 } as const;

export class Feed {
  /** the card in front */
  newest: string | null = null;
  #since = 0;
  #waiting: string[] = [];

  /** Somebody made or moved this one. */
  push(id: string): void {
    this.#waiting = this.#waiting.filter((other) => other !== id);
    this.#waiting.push(id);
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  isWaiting(id: string): boolean {
    return this.#waiting.includes(id);
  }

  /** Nobody is waiting, and the one in front has been there for `ms`. */
  idle(now: number, ms: number): boolean {
    return this.#waiting.length === 0 && this.newest !== null && now - this.#since >= ms;
  }

  /** Takes the one in front away, to its place. */
  clear(): string | null {
    const gone = this.newest;
    this.newest = null;
    return gone;
  }

  keep(there: (id: string) => boolean): void {
    this.#waiting = this.#waiting.filter(there);
    if (this.newest !== null && !there(this.newest)) this.newest = null;
  }

  /** Lets the next one come to the front when it is time; gives those that go to their places now, oldest first. */
  advance(now: number): string[] {
    if (this.#waiting.length === 0) return [];
    const least = this.#waiting.length > 1 ? hold.rush : hold.calm;
    if (this.newest !== null && now - this.#since < least) return [];
    const settled = this.newest !== null && !this.#waiting.includes(this.newest) ? [this.newest] : [];
    settled.push(...this.#waiting.slice(0, -1));
    this.newest = this.#waiting.at(-1) ?? null;
    this.#since = now;
    this.#waiting = [];
    return settled;
  }
}
