/** Who somebody is, and what only they may know. */
import * as v from 'valibot';
import { dutySchema } from '../formatshape.ts';
import { ownMatching } from './matching.ts';

export const participant = v.object({
  id: v.string(),
  number: v.number(),
  name: v.string(),
  group: v.string(),
  table: v.nullable(v.number()),
  duties: v.array(dutySchema),
});

export const held = v.object({
  id: v.string(),
  kind: v.string(),
  title: v.string(),
  text: v.string(),
  fields: v.record(v.string(), v.string()),
  reason: v.picklist(['late', 'moderated', 'after']),
  at: v.number(),
  state: v.picklist(['waiting', 'admitted', 'declined']),
});

/** GET /me: with the document, all that `can` needs */
export const me = v.object({
  role: v.picklist(['facilitator', 'participant', 'screen']),
  participant: v.nullable(participant),
  facilitator: v.nullable(v.object({ id: v.string(), name: v.string() })),
  /** ids of one's own cards, gone ones too */
  cards: v.array(v.string()),
  /** per phase id: how many cards this person made in its current run */
  made: v.record(v.string(), v.number()),
  /** whether somebody at one's table has the duty to write for it; null: no table */
  secretary: v.nullable(v.object({ table: v.number(), there: v.boolean() })),
  held: v.array(held),
  /** own cards that are out of the document: what they said, and why */
  gone: v.array(
    v.object({ card: v.string(), gone: v.string(), reason: v.string(), title: v.string(), text: v.string() }),
  ),
  /** phase ids of runs in which this person has voted, as `phase:run` */
  voted: v.array(v.string()),
  /** those of them that are final: given at a table */
  final: v.array(v.string()),
  /** has a ticket or a badge, for votes that ask for one */
  ticket: v.optional(v.literal(true)),
  /** where this person wants to sit, in the current phase: an option, or what they said */
  choice: v.nullable(v.string()),
  matching: ownMatching,
});

/** POST /participants: with `me`, so that who comes in need not ask */
export const joined = v.object({ participant, token: v.string(), me });

export type Joined = v.InferOutput<typeof joined>;
export type Me = v.InferOutput<typeof me>;
