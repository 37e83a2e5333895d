/**
 * The settings of every vote method, as schemas and nothing else: whoever reads a format needs no way to count. Each method's
 * own file counts by them, and the phase kind `vote` adds the words that people see.
 */
import * as v from 'valibot';
import { money, whole } from './schema.ts';

export const approvalSettings = v.object({
  kind: v.literal('approval'),
  max: whole(1, 100),
  min: v.optional(whole(0, 100)),
});

export const singleSettings = v.object({ kind: v.literal('single') });

export const dotsSettings = v.object({ kind: v.literal('dots'), dots: whole(1, 50), maxPerItem: whole(1, 50) });

export const pointsSettings = v.object({ kind: v.literal('points'), points: whole(1, 1_000) });

export const scoreSettings = v.object({ kind: v.literal('score'), max: v.optional(whole(1, 100)) });

export const jurySettings = v.object({
  kind: v.literal('jury'),
  /** weights in any unit: what counts is their share of the sum */
  criteria: v.pipe(v.array(v.object({ id: v.string(), weight: whole(1, 1_000) })), v.minLength(1), v.maxLength(20)),
  /** equal: first the mean of each group of jurors, then the mean of the groups */
  groups: v.optional(v.picklist(['together', 'equal'])),
});

export const rankedSettings = v.object({
  kind: v.literal('ranked'),
  /** L: the most items on a ballot; what is written below counts for nothing */
  length: whole(1, 100),
  count: v.optional(v.picklist(['borda', 'runoff'])),
});

export const pairwiseSettings = v.object({ kind: v.literal('pairwise'), duels: whole(1, 1_000) });

export const consentSettings = v.object({
  kind: v.literal('consent'),
  /** who says no is asked what should be different; it counts for nothing */
  reasons: v.optional(v.literal(true)),
});

export const budgetSettings = v.object({
  kind: v.literal('budget'),
  /** costs and budget in one unit of money */
  budget: money,
  rule: v.picklist(['equal-shares', 'greedy', 'strict', 'threshold']),
  /** of equal shares: what is done with what is left; `add1u` */
  completion: v.optional(v.picklist(['none', 'add1', 'add1u', 'u'])),
  /** of equal shares, for points: points × cost (`cost`), or points alone */
  utility: v.optional(v.picklist(['cost', 'points'])),
  /** of equal shares: by how much a share is raised; 1 */
  step: v.optional(v.pipe(money, v.minValue(1))),
  /** the least number of votes, for `threshold` */
  least: v.optional(whole(0, 1_000_000_000)),
  /** out is what has too few votes for its cost: votes / voters < cost / (3 × budget) */
  support: v.optional(v.boolean()),
  /** whose shares the budget is divided into: ballots that choose something (`filled`), or all */
  voters: v.optional(v.picklist(['filled', 'all'])),
  /** how many projects on a ballot; the L of rankings */
  min: v.optional(whole(0, 1_000)),
  max: v.optional(whole(1, 1_000)),
  /** the most a ballot may cost together: a knapsack */
  maxCost: v.optional(money),
  /** the points of a ballot with points */
  points: v.optional(whole(1, 1_000_000)),
});

export const allocateSettings = v.object({ kind: v.literal('allocate'), budget: money });

export const vouchersSettings = v.object({
  kind: v.literal('vouchers'),
  vouchers: whole(1, 1_000),
  /** what one voucher is worth, and all the money there is */
  value: money,
  budget: money,
  /** vouchers on projects that failed move once, to the second choice of whoever gave them */
  move: v.boolean(),
});

export const tablesSettings = v.object({ kind: v.literal('tables'), choices: whole(1, 100) });

/** A share from 0 up to, but not including, 1: more than everybody can not be asked. */
const share = v.pipe(
  v.string(),
  v.regex(/^\d{1,9}\/[1-9]\d{0,8}$|^0$/, 'a fraction such as 1/2'),
  v.check((text) => isBelowOne(text), 'a share below 1'),
);

export const thresholdSchema = v.object({
  moreThan: share,
  basis: v.picklist(['cast', 'electorate']),
  quorum: v.optional(share),
});

function isBelowOne(text: string): boolean {
  const [top, bottom] = text.split('/').map(Number);
  return top! < (bottom ?? 1);
}
