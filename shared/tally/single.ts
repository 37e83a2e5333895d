import * as v from 'valibot';
import { gather, isKnown, ones, scoredBy } from './gather.ts';
import type { Method } from './method.ts';
import { singleSettings as settings } from './settings.ts';
import { settle } from './settle.ts';

const ballot = v.strictObject({ choose: v.nullable(v.string()) });

/** Keuze één (DOMAIN 4.4): everybody chooses one item, or none; most votes first, ties by lot. */
export const single: Method<typeof settings, typeof ballot> = {
  settings,
  ballot,
  breach: ({ choose }, _settings, items) => (choose === null || isKnown([choose], items) ? null : 'items'),
  isBlank: ({ choose }) => choose === null,
  count(poll) {
    const votes = gather(
      poll.ballots.map(({ choose }) => ones(choose === null ? [] : [choose])),
      poll.items,
    );
    return settle(poll, {
      keys: ['votes'],
      scored: scoredBy(poll.items, (id) => [votes.get(id)!.total]),
      blank: poll.ballots.filter(single.isBlank).length,
    });
  },
};
