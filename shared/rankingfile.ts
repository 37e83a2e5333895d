/** Rankings as a file of a session holds them; apart, because phones read rankings and never a file. */
import * as v from 'valibot';
import { limits } from './limits.ts';
import { cutSchema } from './phases/common.ts';
import { slug, whole } from './words.ts';

export const rankingSchema = v.strictObject({
  phase: slug,
  run: whole(0, 10_000),
  lines: v.pipe(
    v.array(
      v.strictObject({
        id: v.pipe(v.string(), v.maxLength(32)),
        title: v.pipe(v.string(), v.maxLength(limits.titleLength * limits.sharedTextSlack)),
        rank: whole(1, limits.cardsPerSession),
        value: whole(0, 1_000_000_000),
        wins: v.boolean(),
      }),
    ),
    v.maxLength(limits.cardsPerSession),
  ),
  counted: v.optional(
    v.strictObject({
      by: v.picklist(['tables', 'cards', 'writers']),
      top: whole(1, 100),
      cut: cutSchema,
      seed: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      left: whole(0, limits.cardsPerSession),
    }),
  ),
});
