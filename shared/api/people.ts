/** Who takes part, as facilitators see it: by number, never with what they wrote. */
import * as v from 'valibot';
import { dutySchema } from '../formatshape.ts';
import { limits } from '../limits.ts';

/** GET /people, for facilitators: in order of joining */
export const peopleList = v.array(
  v.object({
    number: v.number(),
    /** empty unless they typed one */
    name: v.string(),
    group: v.string(),
    table: v.nullable(v.number()),
    here: v.boolean(),
    duties: v.array(dutySchema),
  }),
);

/** PATCH /people/:number: what is left out stays */
export const changePerson = v.strictObject({
  give: v.optional(v.array(dutySchema)),
  take: v.optional(v.array(dutySchema)),
  group: v.optional(v.pipe(v.string(), v.maxLength(40))),
  table: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.tableNumber)))),
});

export type PeopleList = v.InferOutput<typeof peopleList>;
export type ChangePerson = v.InferInput<typeof changePerson>;
