/** *Vervolg van*: a session that goes on where another ended. */
import * as v from 'valibot';
import { limits } from '../limits.ts';

const line = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most));

/** The session that another follows from. */
export const source = v.object({ code: v.string(), title: v.string() });

/** POST /follow */
export const followSession = v.strictObject({
  /** id of one of the server's formats */
  format: v.optional(v.pipe(v.string(), v.maxLength(40))),
  /** a format of one's own instead, whole */
  ownFormat: v.optional(v.looseObject({})),
  title: line(limits.sessionTitleLength),
  question: line(limits.questionLength),
  /** take along what is fixed */
  anchors: v.optional(v.boolean()),
  /** ids of cards, themes and plans that come along, each as a card */
  items: v.pipe(v.array(v.pipe(v.string(), v.maxLength(32))), v.maxLength(limits.cardsPerSession)),
  /** the kind of card they become; the first of the format when absent */
  cardKind: v.optional(v.pipe(v.string(), v.maxLength(40))),
});

export type FollowSession = v.InferInput<typeof followSession>;
