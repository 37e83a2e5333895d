/** *presenteren*: pitches one after the other, with a clock; or duels. */
import * as v from 'valibot';
import { slug, whole } from '../words.ts';
import { common, seconds, sourceSchema } from './common.ts';

export const presentSchema = v.object({
  ...common,
  kind: v.literal('present'),
  of: sourceSchema,
  /** signup: people put themselves in the queue, also at the last minute. lot: drawn. agenda: the facilitator's order. */
  order: v.picklist(['signup', 'lot', 'agenda']),
  seconds,
  /** duel: two at a time, each with a rebuttal */
  form: v.optional(v.picklist(['row', 'knockOut', 'roundRobin'])),
  rebuttal: v.optional(seconds),
  /** of each theme at most so many, by lot (G1000) */
  mostPerTheme: v.optional(whole(1, 100)),
  /** kind of card that people may write on what is pitched, while it is: a question or a tip */
  reaction: v.optional(slug),
});
