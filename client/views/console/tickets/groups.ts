/** Tickets per group, as the console shows them. */
import type { TicketBatches } from '../../../../shared/api/tickets.ts';
import type { Format } from '../../../../shared/format.ts';

export interface GroupLine {
  group: string;
  made: number;
  phones: number;
  tables: number;
  unused: number;
  withdrawn: number;
}

/** In the order of the format, and only those of which there are any; whoever has no group comes last. */
export function linesOf(batches: TicketBatches, { groups }: Pick<Format, 'groups'>): GroupLine[] {
  return [...groups.map(({ id }) => id), ''].flatMap((group) => {
    const own = batches.filter((batch) => batch.group === group);
    if (own.length === 0) return [];
    const sum = (of: 'made' | 'phones' | 'tables' | 'withdrawn') => own.reduce((all, batch) => all + batch[of], 0);
    const [made, phones, tables, withdrawn] = [sum('made'), sum('phones'), sum('tables'), sum('withdrawn')];
    return [{ group, made, phones, tables, unused: made - phones - tables - withdrawn, withdrawn }];
  });
}

export function unusedOf({ made, phones, tables, withdrawn }: TicketBatches[number]): number {
  return made - phones - tables - withdrawn;
}
