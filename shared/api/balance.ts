/** The balance meter: for facilitators, in heads per group, never in names. */
import * as v from 'valibot';
import { limits } from '../limits.ts';

const interest = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(limits.interestLength));
const interests = v.pipe(v.array(interest), v.maxLength(limits.interests));

/** PATCH /balance: what is left out stays */
export const editBalance = v.strictObject({
  /** heads per group id, over what the format says; null: as the format says */
  expected: v.optional(
    v.record(
      v.pipe(v.string(), v.maxLength(40)),
      v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))),
    ),
  ),
  /** whose interests ought to be heard, in the facilitator's own words */
  interests: v.optional(interests),
  /** those of them somebody in the room speaks for */
  there: v.optional(interests),
});

/** Part of GET /console */
export const balanceInfo = v.object({
  groups: v.array(
    v.object({
      group: v.string(),
      /** 0: nobody of this group was expected */
      expected: v.number(),
      /** came in, whether or not their device is connected now */
      present: v.number(),
      cards: v.number(),
      turns: v.number(),
    }),
  ),
  interests: v.array(v.string()),
  there: v.array(v.string()),
});

export type EditBalance = v.InferInput<typeof editBalance>;
export type BalanceInfo = v.InferOutput<typeof balanceInfo>;
