import * as v from 'valibot';
import { gather, isKnown, ones, scoredBy } from './gather.ts';
import type { Method } from './method.ts';
import { ids } from './schema.ts';
import { tablesSettings as settings } from './settings.ts';
import { settle } from './settle.ts';

const ballot = v.strictObject({ approve: ids });

/**
 * Tafelkeuze (DOMAIN 3D, 4.4): a table chooses together, one ballot for each table; the number of tables, then the lot. The
 * electorate of this method is a number of tables.
 */
export const tables: Method<typeof settings, typeof ballot> = {
  settings,
  ballot,
  breach({ approve }, { choices }, items) {
    if (!isKnown(approve, items)) return 'items';
    return approve.length > choices ? 'choices' : null;
  },
  isBlank: ({ approve }) => approve.length === 0,
  count(poll) {
    const chosen = gather(
      poll.ballots.map(({ approve }) => ones(approve)),
      poll.items,
    );
    return settle(poll, {
      keys: ['tables'],
      scored: scoredBy(poll.items, (id) => [chosen.get(id)!.total]),
      blank: poll.ballots.filter(tables.isBlank).length,
    });
  },
};
