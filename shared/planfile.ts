/** A plan in an exported session. */
import * as v from 'valibot';
import { limits } from './limits.ts';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const id = v.pipe(v.string(), v.regex(/^[0-9a-z]{8,32}$/, 'an id'));
const reference = v.nullable(text(40));

export const planEntry = v.strictObject({
  id,
  title: text(limits.titleLength * limits.sharedTextSlack),
  phase: text(40),
  run: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
  template: text(40),
  state: v.picklist(['open', 'done']),
  table: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.tableNumber))),
  team: reference,
  card: reference,
  match: reference,
  theme: v.optional(text(40)),
  words: v.record(text(40), text(limits.planFieldLength * limits.sharedTextSlack)),
});
