import * as v from 'valibot';
import { gather, isKnown, scoredBy, spread, total } from './gather.ts';
import type { Method } from './method.ts';
import { amounts } from './schema.ts';
import { dotsSettings as settings } from './settings.ts';
import { settle } from './settle.ts';

const ballot = v.strictObject({ dots: amounts(50) });

/** Stippen (DOMAIN 4.4): the sum of the dots; ties by the number of different voters, then by lot. */
export const dots: Method<typeof settings, typeof ballot> = {
  settings,
  ballot,
  breach({ dots: given }, { dots: most, maxPerItem }, items) {
    if (!isKnown(Object.keys(given), items)) return 'items';
    if (Object.values(given).some((amount) => amount > maxPerItem)) return 'maxPerItem';
    return total(given) > most ? 'dots' : null;
  },
  isBlank: ({ dots: given }) => total(given) === 0,
  count(poll) {
    const given = poll.ballots.map((one) => one.dots);
    const sums = gather(given, poll.items);
    return settle(poll, {
      keys: ['dots', 'voters'],
      scored: scoredBy(poll.items, (id) => [sums.get(id)!.total, sums.get(id)!.voters]),
      blank: poll.ballots.filter(dots.isBlank).length,
      steps: spread(given, poll.items),
      supporters: (id) => sums.get(id)!.voters,
    });
  },
};
