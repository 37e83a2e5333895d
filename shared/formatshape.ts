/**
 * What a format is made of. Checked by these schemas when the server starts, when a session is opened and on import; a wrong
 * one is refused with the path and the reason. Phones carry no schemas of formats: they read `format.ts`.
 */
import * as v from 'valibot';
import { limits } from './limits.ts';
import { arrangeSchema } from './phases/arrange.ts';
import { assignSchema } from './phases/assign.ts';
import { checkSchema } from './phases/check.ts';
import { contributeSchema } from './phases/contribute.ts';
import { draftSchema } from './phases/draft.ts';
import { explainSchema } from './phases/explain.ts';
import { matchSchema } from './phases/match.ts';
import { pollSchema } from './phases/poll.ts';
import { presentSchema } from './phases/present.ts';
import { replySchema } from './phases/reply.ts';
import { voteSchema } from './phases/vote.ts';
import { slug, whole, words } from './words.ts';

/** The capacity in which somebody takes part. */
export const groupSchema = v.object({
  id: slug,
  title: words,
  /** how many are expected: for the balance meter, and for whoever prints the tickets */
  expected: v.optional(whole(0, 10_000)),
});

/** One more thing a card says, under its title and text. */
export const fieldSchema = v.object({
  id: slug,
  title: words,
  hint: v.optional(words),
  max: whole(1, limits.fieldLength),
  required: v.optional(v.boolean()),
  /** money: a whole number of euros; absent: text */
  kind: v.optional(v.literal('money')),
});

export const cardKindSchema = v.object({
  id: slug,
  title: words,
  titleMax: whole(1, limits.titleLength),
  /** 0: it has no text */
  textMax: whole(0, limits.textLength),
  /** what the text is asked as; absent: "uitleg" */
  textTitle: v.optional(words),
  fields: v.optional(v.pipe(v.array(fieldSchema), v.maxLength(limits.fieldsPerCard))),
});

/** What somebody does for the evening besides taking part; each has a link of its own, or is appointed in the console. */
export const dutySchema = v.picklist([
  'secretary', // writes for a table
  'theme', // theme team: takes cards from the inbox, merges, names
  'jury',
  'auctioneer', // leads the auction with the facilitator
  'partner', // bids help
  'clerk', // griffier: answers for whoever decides
  'decider', // answers
  'observer', // reads, and does nothing
]);

export const phaseSchema = v.variant('kind', [
  explainSchema,
  assignSchema,
  contributeSchema,
  arrangeSchema,
  presentSchema,
  voteSchema,
  matchSchema,
  draftSchema,
  checkSchema,
  pollSchema,
  replySchema,
]);

export const formatShape = v.object({
  id: slug,
  title: words,
  summary: words,
  /** what leaves the room, in a few words each */
  yields: v.optional(v.pipe(v.array(words), v.maxLength(8))),
  /** how many it is made for: "15 tot 80 mensen" */
  people: v.optional(words),
  groups: v.pipe(v.array(groupSchema), v.minLength(1), v.maxLength(20)),
  duties: v.optional(v.array(dutySchema)),
  /** who votes needs a ticket that the facilitator handed out; absent: whoever is in, votes */
  tickets: v.optional(v.literal(true)),
  cardKinds: v.pipe(v.array(cardKindSchema), v.minLength(1), v.maxLength(20)),
  phases: v.pipe(v.array(phaseSchema), v.minLength(1), v.maxLength(60)),
});
