/** Holding an item against what is fixed. */
import * as v from 'valibot';
import { markSchema, outcomes } from '../checking.ts';
import { limits } from '../limits.ts';
import { slug } from '../words.ts';

/** PUT /checks/:item: what is given replaces what was there */
export const setCheck = v.strictObject({
  marks: v.optional(v.record(slug, markSchema)),
  outcome: v.optional(v.nullable(v.picklist(outcomes))),
  sentence: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(limits.fieldLength))),
});

export type SetCheck = v.InferOutput<typeof setCheck>;
