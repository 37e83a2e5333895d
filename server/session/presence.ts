/** Who is connected, and who only just joined. In memory only, per session. */
export class Presence {
  readonly #here = new Map<string, Set<string>>();
  readonly #joined = new Map<string, Map<string, number>>();

  set(code: string, who: string, here: boolean): void {
    const people = this.#here.get(code) ?? new Set();
    if (here) people.add(who);
    else people.delete(who);
    if (people.size > 0) this.#here.set(code, people);
    else this.#here.delete(code);
  }

  isHere(code: string, who: string): boolean {
    return this.#here.get(code)?.has(who) ?? false;
  }

  noteJoin(code: string, who: string, at: number): void {
    const joined = this.#joined.get(code) ?? new Map<string, number>();
    this.#joined.set(code, joined.set(who, at));
  }

  /** Server time of joining; 0 when that was before this process. */
  joinedAt(code: string, who: string): number {
    return this.#joined.get(code)?.get(who) ?? 0;
  }

  /** After a session was erased. */
  erase(code: string): void {
    this.#here.delete(code);
    this.#joined.delete(code);
  }
}
