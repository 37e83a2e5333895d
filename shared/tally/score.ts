import * as v from 'valibot';
import { compare, fraction, mean, median, write, zero } from './fraction.ts';
import { isKnown } from './gather.ts';
import type { Step } from './log.ts';
import type { Method } from './method.ts';
import type { Scored } from './rank.ts';
import { whole } from './schema.ts';
import { scoreSettings as settings } from './settings.ts';
import { settle } from './settle.ts';

/** null, and an item that is not named: geen mening */
const ballot = v.strictObject({ scores: v.record(v.string(), v.nullable(whole(0, 100))) });

/**
 * Score (DOMAIN 3D, 4.4): 0 to `max` (5) per item; the mean of the scores given, then the median, then how many scores, then
 * the lot. Ranked is only what at least half of the ballots with a score on them scored.
 */
export const score: Method<typeof settings, typeof ballot> = {
  settings,
  ballot,
  breach({ scores }, { max = 5 }, items) {
    if (!isKnown(Object.keys(scores), items)) return 'items';
    return Object.values(scores).some((given) => given !== null && given > max) ? 'max' : null;
  },
  isBlank: ({ scores }) => Object.values(scores).every((given) => given === null),
  count(poll) {
    const filled = poll.ballots.filter((one) => !score.isBlank(one));
    const needed = fraction(filled.length, 2);
    const steps: (Step & { id: string })[] = [];
    const scored = poll.items.map((item): Scored => {
      const given = filled.flatMap(({ scores }) => scores[item.id] ?? []).sort((a, b) => a - b);
      steps.push({ step: 'item', id: item.id, counts: marks(given, filled.length) });
      const exact = given.map((one) => fraction(one));
      const ranked = given.length > 0 && compare(fraction(given.length), needed) >= 0;
      if (!ranked) steps.push({ step: 'unranked', id: item.id, given: given.length, needed: write(needed) });
      const values = given.length === 0 ? [zero, zero, zero] : [mean(exact), median(exact), fraction(given.length)];
      return { item, values, mayWin: compare(values[0]!, zero) > 0, ranked };
    });
    return settle(poll, {
      keys: ['mean', 'median', 'scores'],
      scored,
      blank: poll.ballots.length - filled.length,
      steps,
      supporters: (id) => filled.filter(({ scores }) => (scores[id] ?? 0) > 0).length,
    });
  },
};

/** How many gave which score; `none`: geen mening. */
function marks(given: readonly number[], ballots: number): Record<string, string> {
  const counts = new Map<number, number>();
  for (const one of given) counts.set(one, (counts.get(one) ?? 0) + 1);
  const told = [...counts].map(([mark, times]) => [`${mark}`, `${times}`]);
  return { ...(Object.fromEntries(told) as Record<string, string>), none: `${ballots - given.length}` };
}
