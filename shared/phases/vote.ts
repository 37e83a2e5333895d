/** *stemmen*: ballots on cards, themes or plans. */
import * as v from 'valibot';
import { slug, whole } from '../words.ts';
import { common, cutSchema, sourceSchema } from './common.ts';

const dotsSchema = v.object({ kind: v.literal('dots'), dots: whole(1, 50), maxPerItem: whole(1, 50) });
const approvalSchema = v.object({ kind: v.literal('approval'), max: whole(1, 100) });
export const methodSchema = v.variant('kind', [dotsSchema, approvalSchema]);

/** How a vote is held; fixed once it has been. */
export const voteSettings = {
  method: methodSchema,
  items: v.picklist(['cards', 'clusters']),
  top: whole(1, 100),
  cut: cutSchema,
};

export const voteSchema = v.object({
  ...common,
  kind: v.literal('vote'),
  ...voteSettings,
  /** narrows `items`: cards of one kind, plans, winners of an earlier phase */
  of: v.optional(sourceSchema),
  /** groups whose ballots decide; absent: everybody's */
  electorate: v.optional(v.pipe(v.array(slug), v.minLength(1), v.maxLength(20))),
  /** the other groups may vote too, and are counted apart: theirs does not decide */
  others: v.optional(v.literal('apart')),
});

export type Method = v.InferOutput<typeof methodSchema>;
