/** What goes along with ballots: the pairs to judge, how a result is revealed, and how it came about. */
import * as v from 'valibot';
import { ballotSchema } from '../ballots.ts';
import { otherIds } from '../tally/others.ts';
import { mostTold } from '../telling.ts';
import { whole } from '../words.ts';

/** POST /ballots/:phase/pairs. Left and right are by lot. */
export const pairList = v.object({ pairs: v.array(v.object({ left: v.string(), right: v.string() })) });

/** GET /votes/:phase/runs/:run/steps: every step of the count, as `shared/tally/log.ts` has them. */
export const stepList = v.object({ steps: v.array(v.looseObject({ step: v.string() })) });

/**
 * POST /votes/:phase/reveal. `publish`: everybody can read the ballots, or the totals only; absent: the ballots from 20 on.
 * `tell`: place by place, by itself or when the facilitator says so; absent: all at once.
 */
export const revealVote = v.strictObject({
  publish: v.optional(v.picklist(['ballots', 'totals'])),
  tell: v.optional(v.picklist(['whole', 'itself', 'press'])),
});

/** POST /votes/:phase/runs/:run/wall. `told`: how many places, from the last; absent: all. */
export const showResult = v.variant('shows', [
  v.strictObject({ shows: v.literal('result'), told: v.optional(whole(0, mostTold)) }),
  v.strictObject({ shows: v.literal('steps'), page: whole(0, 10_000) }),
  v.strictObject({ shows: v.literal('other'), other: v.picklist(otherIds) }),
]);

/** POST /votes/:phase/runs/:run/others */
export const countOther = v.strictObject({ other: v.picklist(otherIds) });

/** GET /votes/:phase/runs/:run/ballots: equal ones together, in random order. `next`: `from` of the page after it. */
export const publishedBallots = v.object({
  ballots: v.array(v.object({ ballot: ballotSchema, count: v.number() })),
  /** of all pages together */
  total: v.number(),
  /** so many more were hands, of which only the totals are known */
  hands: v.number(),
  next: v.nullable(v.number()),
});

export type RevealVote = v.InferOutput<typeof revealVote>;

export type ShowResult = v.InferOutput<typeof showResult>;

export type PublishedBallots = v.InferOutput<typeof publishedBallots>;

/** GET /votes/:phase/runs/:run/reasons */
export const reasonList = v.object({
  items: v.array(v.object({ id: v.string(), title: v.string(), reasons: v.array(v.string()) })),
});

export type ReasonList = v.InferOutput<typeof reasonList>;

export type PairList = v.InferOutput<typeof pairList>;

export type StepList = v.InferOutput<typeof stepList>;
