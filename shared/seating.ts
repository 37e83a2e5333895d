/**
 * Where people sit, as everybody may see it: how many tables, how many at each, and what is chosen. Who sits where is not in
 * the document; one's own table is in `/me`.
 */
import * as v from 'valibot';
import type { Phase } from './format.ts';
import type { Seating } from './phases/common.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const seatingNotice = v.object({
  /** choosing: people choose where they want to sit; nobody has a table yet */
  state: v.picklist(['choosing', 'seated']),
  /** how many sit at each table, table 1 first */
  sizes: v.array(count),
  /**
   * Own choice: what there is to choose, how many chose it, and the numbers of its tables. Ids only: what they are called is
   * read where they lie, so that what is hidden is not called here. Neighbourhoods, which people type, are not here.
   */
  options: v.array(v.object({ id: v.string(), chosen: count, tables: v.array(count) })),
});

export type SeatingNotice = v.InferOutput<typeof seatingNotice>;
export type SeatingOption = SeatingNotice['options'][number];

/** How a phase seats people. */
export interface SeatingRule {
  way: Seating['way'] | 'choice';
  size: number;
  /** that stand in the hall; 0: as many as people fill */
  tables: number;
  atLeast: Readonly<Record<string, number>>;
}

/** Null: people sit as they sat, or where they like. */
export function seatingRule(phase: Phase | null): SeatingRule | null {
  if (phase?.kind === 'assign') return phase.way === 'draw' ? null : ruleOf(phase);
  if (phase?.kind !== 'contribute' && phase?.kind !== 'draft') return null;
  return phase.seating ? ruleOf(phase.seating) : null;
}

/** Before anybody gets a table, people say what they want. */
export function isChosen(phase: Phase | null): boolean {
  return phase?.kind === 'assign' && (phase.way === 'choice' || phase.way === 'neighbourhood');
}

export function seatingKey(phase: string, run: number): string {
  return `seating:${phase}:${run}`;
}

/** Null: nobody was seated in this run. */
export function readSeating(live: ReadonlyMap<string, unknown>, phase: string, run: number): SeatingNotice | null {
  const read = v.safeParse(seatingNotice, live.get(seatingKey(phase, run)));
  return read.success ? read.output : null;
}

/** Every seating there was, in no order. */
export function readSeatings(live: ReadonlyMap<string, unknown>): SeatingNotice[] {
  const values = [...live].filter(([key]) => key.startsWith('seating:')).map(([, value]) => value);
  return values.filter((value) => v.is(seatingNotice, value));
}

/** The option whose table this is. */
export function optionAt({ options }: SeatingNotice, table: number): SeatingOption | null {
  return options.find(({ tables }) => tables.includes(table)) ?? null;
}

export function seatedCount({ sizes }: SeatingNotice): number {
  return sizes.reduce((sum, size) => sum + size, 0);
}

function ruleOf({ way, size, tables = 0, atLeast = {} }: Asked): SeatingRule {
  return { way, size, tables, atLeast };
}

type Asked = Pick<SeatingRule, 'way' | 'size'> & {
  tables?: number | undefined;
  atLeast?: SeatingRule['atLeast'] | undefined;
};
