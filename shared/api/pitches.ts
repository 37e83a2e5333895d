/** The queue of pitches: who puts what in, and how the facilitator moves it on. */
import * as v from 'valibot';
import { limits } from '../limits.ts';

const item = v.pipe(v.string(), v.regex(/^[0-9a-z]{8,32}$/));
/** whose turn it is on the console that asks: when somebody else was first, nothing happens */
const current = v.optional(v.nullable(item));

/**
 * POST /pitches. next: the next comes. back: the one before comes again. later: this one waits at the end. absent: it is not
 * there. order: so they come. duels: the lot says who meets whom. winner: of the duel that is on.
 */
export const movePitches = v.variant('do', [
  v.strictObject({ do: v.picklist(['next', 'back', 'later', 'absent']), current }),
  v.strictObject({ do: v.literal('order'), items: v.pipe(v.array(item), v.maxLength(limits.cardsPerSession)) }),
  v.strictObject({ do: v.literal('duels') }),
  v.strictObject({ do: v.literal('winner'), winner: item }),
]);

export type MovePitches = v.InferOutput<typeof movePitches>;
