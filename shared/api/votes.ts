/** What goes along with ballots: the pairs to judge, and how a result came about. */
import * as v from 'valibot';

/** POST /ballots/:phase/pairs. Left and right are by lot. */
export const pairList = v.object({ pairs: v.array(v.object({ left: v.string(), right: v.string() })) });

/** GET /votes/:phase/runs/:run/steps: every step of the count, as `shared/tally/log.ts` has them. */
export const stepList = v.object({ steps: v.array(v.looseObject({ step: v.string() })) });

export type PairList = v.InferOutput<typeof pairList>;

export type StepList = v.InferOutput<typeof stepList>;
