/**
 * `eigen_keuze` (DOMAIN 3B, 4.14): people choose a theme, a stall or their neighbourhood (`wijk`), and sit with others who
 * chose it.
 */
import { lotOrder } from '../tally/lot.ts';
import { mixed } from './mixed.ts';
import { tableCount, type Person } from './seating.ts';

export interface Chooser extends Person {
  /** id of an option; null: has not chosen */
  choice: string | null;
}

export interface Choice {
  people: readonly Chooser[];
  /** in the order in which they get their tables */
  options: readonly string[];
  /** the most at one table */
  size: number;
  /** group → how many of it at least at every table */
  atLeast: Readonly<Record<string, number>>;
  seed: string;
}

/** The tables of one option; `first` is the number of its first table, numbers run on through all options. */
export interface Part {
  option: string;
  first: number;
  tables: string[][];
}

/** A table with fewer of a group than it should have: too few of them chose this. For a person to solve. */
export interface Shortage {
  table: number;
  group: string;
  missing: number;
}

export interface Chosen {
  parts: Part[];
  shortages: Shortage[];
  /** who chose nothing, or an option that is gone; in lot order */
  undecided: string[];
}

/**
 * Inside an option tables are `mixed`, so that each has what `atLeast` asks whenever enough of that group chose the
 * option. Nobody is sent elsewhere and no table grows above `size` to make it fit.
 */
export function tablesByChoice({ people, options, size, atLeast, seed }: Choice): Chosen {
  const groupOf = new Map(people.map(({ id, group }) => [id, group]));
  const parts: Part[] = [];
  let first = 1;
  for (const option of options) {
    const here = people.filter(({ choice }) => choice === option);
    const tables = here.length === 0 ? [] : mixed(here, tableCount(here.length, size), seed);
    parts.push({ option, first, tables });
    first += tables.length;
  }
  const shortages = parts
    .flatMap(({ tables }) => tables)
    .flatMap((ids, index) =>
      Object.entries(atLeast).map(([group, least]) => {
        const missing = least - ids.filter((id) => groupOf.get(id) === group).length;
        return { table: index + 1, group, missing };
      }),
    )
    .filter(({ missing }) => missing > 0);
  const lost = people.filter(({ choice }) => choice === null || !options.includes(choice));
  const undecided = lotOrder(
    seed,
    lost.map(({ id }) => id),
  );
  return { parts, shortages, undecided };
}
