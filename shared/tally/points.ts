import * as v from 'valibot';
import { gather, isKnown, scoredBy, spread, total } from './gather.ts';
import type { Method } from './method.ts';
import { amounts } from './schema.ts';
import { pointsSettings as settings } from './settings.ts';
import { settle } from './settle.ts';

const ballot = v.strictObject({ points: amounts(1_000) });

/** Punten (DOMAIN 4.4): everybody spreads points; the sum, then the number of different voters, then the lot. */
export const points: Method<typeof settings, typeof ballot> = {
  settings,
  ballot,
  breach({ points: given }, { points: most }, items) {
    if (!isKnown(Object.keys(given), items)) return 'items';
    return total(given) > most ? 'points' : null;
  },
  isBlank: ({ points: given }) => total(given) === 0,
  count(poll) {
    const given = poll.ballots.map((one) => one.points);
    const sums = gather(given, poll.items);
    return settle(poll, {
      keys: ['points', 'voters'],
      scored: scoredBy(poll.items, (id) => [sums.get(id)!.total, sums.get(id)!.voters]),
      blank: poll.ballots.filter(points.isBlank).length,
      steps: spread(given, poll.items),
      supporters: (id) => sums.get(id)!.voters,
    });
  },
};
