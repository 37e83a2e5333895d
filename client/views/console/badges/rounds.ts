/** The seatings of an evening as paper lists them. */
import type { TablesInfo } from '../../../../shared/api/tables.ts';
import { phaseOf, type Format } from '../../../../shared/format.ts';
import type { Words } from '../../../../shared/words.ts';

interface Round {
  key: string;
  title: Words;
  /** per table the numbers of who sits there */
  tables: readonly (readonly number[])[];
}

/** The newest run of each phase that gave people a table, oldest phase first. */
export function roundsOf(format: Format, info: TablesInfo | null): Round[] {
  const newest = new Map<string, Round>();
  for (const { phase, run, tables } of info?.rounds ?? []) {
    const title = phaseOf(format, phase)?.title;
    if (title) newest.set(phase, { key: `${phase}:${run}`, title, tables });
  }
  return [...newest.values()];
}

/** From 1; null when this number has no table in it. */
export function tableIn({ tables }: Round, number: number): number | null {
  const index = tables.findIndex((numbers) => numbers.includes(number));
  return index < 0 ? null : index + 1;
}
