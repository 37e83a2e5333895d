import * as v from 'valibot';
import { gather, isKnown, ones, scoredBy } from './gather.ts';
import type { Method } from './method.ts';
import { ids } from './schema.ts';
import { approvalSettings as settings } from './settings.ts';
import { settle } from './settle.ts';

const ballot = v.strictObject({ approve: ids });

/** Goedkeuren (DOMAIN 4.4): the number of ballots that choose an item; ties by lot. */
export const approval: Method<typeof settings, typeof ballot> = {
  settings,
  ballot,
  breach({ approve }, { max, min = 0 }, items) {
    if (!isKnown(approve, items)) return 'items';
    if (approve.length > max) return 'max';
    return approve.length > 0 && approve.length < min ? 'min' : null;
  },
  isBlank: ({ approve }) => approve.length === 0,
  count(poll) {
    const votes = gather(
      poll.ballots.map(({ approve }) => ones(approve)),
      poll.items,
    );
    return settle(poll, {
      keys: ['votes'],
      scored: scoredBy(poll.items, (id) => [votes.get(id)!.total]),
      blank: poll.ballots.filter(approval.isBlank).length,
    });
  },
};
