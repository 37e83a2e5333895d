import * as v from 'valibot';
import { isKnown, scoredBy } from './gather.ts';
import type { Method } from './method.ts';
import { runoff } from './runoff.ts';
import { ids } from './schema.ts';
import { rankedSettings as settings } from './settings.ts';
import { settle } from './settle.ts';

/** The best first. */
const ballot = v.strictObject({ ranking: ids });

/**
 * Rangschikken (DOMAIN 3D). Borda (4.4): the item on place k, from 1, gets L - k + 1 points; then most first choices, then
 * the lot. Or wegstrepen (4.7), in `runoff.ts`.
 */
export const ranked: Method<typeof settings, typeof ballot> = {
  settings,
  ballot,
  breach({ ranking }, { length }, items) {
    if (!isKnown(ranking, items)) return 'items';
    return ranking.length > length ? 'length' : null;
  },
  isBlank: ({ ranking }) => ranking.length === 0,
  count(poll) {
    const { length, count = 'borda' } = poll.method;
    const rankings = poll.ballots.map(({ ranking }) => ranking.slice(0, length));
    const blank = poll.ballots.filter(ranked.isBlank).length;
    if (count === 'runoff') return runoff(poll, rankings, blank);
    const sums = borda(rankings, length);
    const of = (id: string) => sums.get(id) ?? { points: 0, first: 0, ballots: 0 };
    return settle(poll, {
      keys: ['points', 'first'],
      scored: scoredBy(poll.items, (id) => [of(id).points, of(id).first]),
      blank,
      steps: poll.items.map(({ id }) => {
        return { step: 'item' as const, id, counts: places(rankings, id) };
      }),
      supporters: (id) => of(id).ballots,
    });
  },
};

/** Points, first places and ballots per item that is on one. */
export function borda(rankings: readonly (readonly string[])[], length: number) {
  const sums = new Map<string, { points: number; first: number; ballots: number }>();
  for (const ranking of rankings) {
    for (const [index, id] of ranking.entries()) {
      const sum = sums.get(id) ?? { points: 0, first: 0, ballots: 0 };
      sums.set(id, {
        points: sum.points + length - index,
        first: sum.first + (index === 0 ? 1 : 0),
        ballots: sum.ballots + 1,
      });
    }
  }
  return sums;
}

/** How many put this item on which place. */
function places(rankings: readonly (readonly string[])[], id: string): Record<string, string> {
  const counts = new Map<number, number>();
  for (const ranking of rankings) {
    const place = ranking.indexOf(id) + 1;
    if (place > 0) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const told = [...counts].sort(([a], [b]) => a - b).map(([place, times]) => [`${place}`, `${times}`]);
  return Object.fromEntries(told) as Record<string, string>;
}
