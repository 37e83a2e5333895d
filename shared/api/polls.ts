/** Polls: one's own answers, and what the facilitator shows of all of them. */
import * as v from 'valibot';
import { answersSchema } from '../polling.ts';

/** PUT /answers/:phase: all of mine, in place of what I sent before */
export const giveAnswers = v.strictObject({ answers: answersSchema });

/** GET /answers/:phase: mine in the run that is on; null: none yet, or not mine to tell any more */
export const ownAnswers = v.object({ phase: v.string(), run: v.number(), answers: v.nullable(answersSchema) });

export type OwnAnswers = v.InferOutput<typeof ownAnswers>;
