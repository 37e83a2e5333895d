/** Who is connected. In memory only, per session. */
export class Presence {
  readonly #here = new Map<string, Set<string>>();

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

  /** After a session was erased. */
  erase(code: string): void {
    this.#here.delete(code);
  }
}
