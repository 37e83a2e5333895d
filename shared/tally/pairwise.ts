import * as v from 'valibot';
import { fraction, type Fraction } from './fraction.ts';
import { isKnown } from './gather.ts';
import type { Step } from './log.ts';
import type { Method } from './method.ts';
import type { Scored } from './rank.ts';
import { pairwiseSettings as settings } from './settings.ts';
import { settle } from './settle.ts';

const duel = v.strictObject({ left: v.string(), right: v.string(), choice: v.picklist(['left', 'right', 'unsure']) });
const ballot = v.strictObject({ duels: v.pipe(v.array(duel), v.maxLength(1_000)) });

/**
 * Tweetallen (DOMAIN 2D, 3D, 4.4): 100 (w + 1) / (w + l + 2), the chance in percents to win from any other; then the number
 * of comparisons, then the lot. "Weet ik niet" changes nothing. What was never compared is ranked (50). What never won a duel does
 * not win: were it enough to be compared, a duel won from an idea would let that idea in, and could push out the one that won.
 */
export const pairwise: Method<typeof settings, typeof ballot> = {
  settings,
  ballot,
  breach({ duels }, { duels: most }, items) {
    if (
      !isKnown(
        duels.flatMap(({ left, right }) => [left, right]),
        items,
      )
    ) {
      return 'items';
    }
    if (duels.some(({ left, right }) => left === right)) return 'pair';
    if (new Set(duels.map(({ left, right }) => pairKey(left, right))).size < duels.length) return 'pair';
    return duels.length > most ? 'duels' : null;
  },
  isBlank: ({ duels }) => duels.every(({ choice }) => choice === 'unsure'),
  count(poll) {
    const sums = new Map(poll.items.map(({ id }) => [id, { won: 0, lost: 0, unsure: 0 }]));
    for (const { left, right, choice } of poll.ballots.flatMap(({ duels }) => duels)) {
      const [one, other] = choice === 'right' ? [sums.get(right), sums.get(left)] : [sums.get(left), sums.get(right)];
      if (!one || !other) continue;
      one[choice === 'unsure' ? 'unsure' : 'won'] += 1;
      other[choice === 'unsure' ? 'unsure' : 'lost'] += 1;
    }
    const steps: (Step & { id: string })[] = [];
    const scored = poll.items.map((item): Scored => {
      const { won, lost, unsure } = sums.get(item.id)!;
      steps.push({ step: 'item', id: item.id, counts: { won: `${won}`, lost: `${lost}`, unsure: `${unsure}` } });
      return { item, values: [chance(won, lost), fraction(won + lost)], mayWin: won > 0, ranked: true };
    });
    const blank = poll.ballots.filter(pairwise.isBlank).length;
    return settle(poll, {
      keys: ['score', 'comparisons'],
      scored,
      blank,
      steps,
      supporters: (id) => poll.ballots.filter(({ duels }) => duels.some((duel) => winnerOf(duel) === id)).length,
    });
  },
};

/** The same for both orders. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one}|${other}` : `${other}|${one}`;
}

function winnerOf({ left, right, choice }: v.InferOutput<typeof duel>): string | null {
  return choice === 'unsure' ? null : choice === 'left' ? left : right;
}

function chance(won: number, lost: number): Fraction {
  return fraction(100 * (won + 1), won + lost + 2);
}
