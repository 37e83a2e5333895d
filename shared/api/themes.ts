/** The theme team's inbox, and what it sends to the wall. */
import * as v from 'valibot';
import { limits } from '../limits.ts';
import { whole } from '../words.ts';

/** POST /inbox/take: so many more, on top of what one has */
export const takeCards = v.strictObject({ count: whole(1, limits.cardsPerClaim) });
/** What one has now, oldest first, and until when (server time, ms); nothing: `until` is 0 */
export const taken = v.object({ cards: v.array(v.string()), until: v.number() });
/** POST /themes/push: false takes it off the wall */
export const pushThemes = v.strictObject({ show: v.boolean() });
