/** Seats being given out and exchanged, for `neighbours.ts`. People and tables are numbers from 0, people in lot order. */
import type { Person, Seating } from './seating.ts';

/** More than any mix can cost: one repeated meeting outweighs it, so that the preferences are lexicographic. */
const repeatWeight = 1_000_000;

export class Seats {
  /** per person: their table, -1 while standing */
  readonly at: Int32Array;
  readonly tables: number;
  readonly #people: number;
  /** per person: the number of their group */
  readonly #groups: Int32Array;
  /** per pair: how often they sat together in earlier rounds */
  readonly #met: Uint8Array;
  /** per person and table: the meetings that sitting there repeats */
  readonly #known: Int32Array;
  /** per group and table: how many sit there */
  readonly #mix: Int32Array;

  constructor(people: readonly Person[], tables: number, before: readonly Seating[]) {
    const groups = [...new Set(people.map(({ group }) => group))];
    this.at = new Int32Array(people.length).fill(-1);
    this.#people = people.length;
    this.tables = tables;
    this.#groups = Int32Array.from(people, ({ group }) => groups.indexOf(group));
    this.#met = meetings(people, before);
    this.#known = new Int32Array(people.length * tables);
    this.#mix = new Int32Array(groups.length * tables);
  }

  /** The meetings that this person repeats, or would repeat, at this table. */
  known(person: number, table: number): number {
    return this.#known[person * this.tables + table]!;
  }

  /** How many of this person's group sit at this table. */
  own(person: number, table: number): number {
    return this.#mix[this.#groups[person]! * this.tables + table]!;
  }

  sit(person: number, table: number): void {
    if (this.at[person] !== -1) this.#count(person, this.at[person]!, -1);
    this.#count(person, table, 1);
    this.at[person] = table;
  }

  /** Two people at different tables change seats. */
  swap(one: number, other: number): void {
    const [from, to] = [this.at[one]!, this.at[other]!];
    this.sit(one, to);
    this.sit(other, from);
  }

  /**
   * What changing seats would cost; below 0 it makes things better. Two people at one table: 0. Repeats come first. Then
   * the mix, as the sum over tables and groups of squared numbers: lowest when these differ by at most one.
   */
  cost(one: number, other: number): number {
    const [from, to] = [this.at[one]!, this.at[other]!];
    if (from === to) return 0;
    const gained = this.known(one, to) + this.known(other, from) - 2 * this.#met[one * this.#people + other]!;
    const repeats = (gained - this.known(one, from) - this.known(other, to)) * repeatWeight;
    if (this.#groups[one] === this.#groups[other]) return repeats;
    const crowd = this.own(one, to) - this.own(one, from) + this.own(other, from) - this.own(other, to);
    return repeats + 2 * (crowd + 2);
  }

  /** Who had better move: those who repeat a meeting; when nobody does, those whose group is two more here than elsewhere. */
  troubled(people: readonly number[]): number[] {
    const repeating = people.filter((person) => this.known(person, this.at[person]!) > 0);
    if (repeating.length > 0) return repeating;
    const fewest = Array.from({ length: this.#mix.length / this.tables }, (_, group) =>
      Math.min(...this.#mix.subarray(group * this.tables, (group + 1) * this.tables)),
    );
    return people.filter((person) => this.own(person, this.at[person]!) > fewest[this.#groups[person]!]! + 1);
  }

  #count(person: number, table: number, step: 1 | -1): void {
    this.#mix[this.#groups[person]! * this.tables + table]! += step;
    const row = person * this.#people;
    for (let other = 0; other < this.#people; other++) {
      const met = this.#met[row + other]!;
      if (met > 0) this.#known[other * this.tables + table]! += step * met;
    }
  }
}

function meetings(people: readonly Person[], before: readonly Seating[]): Uint8Array {
  const met = new Uint8Array(people.length ** 2);
  const numbers = new Map(people.map(({ id }, number) => [id, number]));
  for (const table of before.flat()) {
    const here = table.flatMap((id) => numbers.get(id) ?? []);
    for (const one of here) for (const other of here) if (one !== other) met[one * people.length + other]!++;
  }
  return met;
}
