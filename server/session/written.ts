/** Plans in which something was written that the board does not tell yet. In memory: a plan's own document is never lost. */
export class WrittenPlans {
  readonly #plans = new Map<string, Set<string>>();
  /** called each time a plan is written in */
  onMark: (code: string) => void = () => undefined;

  mark(code: string, plan: string): void {
    this.put(code, [plan]);
    this.onMark(code);
  }

  /** They could not be told of yet. */
  put(code: string, plans: readonly string[]): void {
    const known = this.#plans.get(code) ?? new Set();
    for (const plan of plans) known.add(plan);
    this.#plans.set(code, known);
  }

  /** Those since the last time. */
  take(code: string): string[] {
    const taken = [...(this.#plans.get(code) ?? [])];
    this.#plans.delete(code);
    return taken;
  }
}
