/** *toetsen*: items are held against what is fixed, or against rules that need no judgement (DOMAIN 4.18). */
import * as v from 'valibot';
import { named, slug, whole, words } from '../words.ts';
import { common, sourceSchema } from './common.ts';

const automaticSchema = v.variant('kind', [
  v.object({ kind: v.literal('team'), least: whole(1, 50) }),
  v.object({ kind: v.literal('field'), field: slug, title: words }),
  v.object({ kind: v.literal('cost'), budget: whole(0, 1_000_000_000) }),
  v.object({ kind: v.literal('favour') }),
]);

export const checkSchema = v.object({
  ...common,
  kind: v.literal('check'),
  of: sourceSchema,
  /** anchors: what is fixed, one criterion each */
  criteria: v.union([v.literal('anchors'), v.pipe(v.array(named), v.maxLength(12))]),
  automatic: v.optional(v.pipe(v.array(automaticSchema), v.maxLength(8))),
  /** on: goes on. back: to be mended. out: does not go on. */
  outcomes: v.pipe(v.array(v.picklist(['on', 'back', 'out'])), v.minLength(2)),
  reasonRequired: v.optional(v.boolean()),
});
