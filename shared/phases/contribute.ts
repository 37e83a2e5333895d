/** *bijdragen*: people write cards: alone, per table, as a reaction to a card, from paper. */
import * as v from 'valibot';
import { named, slug, whole } from '../words.ts';
import { common, seatingSchema } from './common.ts';

export const contributeSchema = v.object({
  ...common,
  kind: v.literal('contribute'),
  cardKind: slug,
  /** table: the table writes together, on the device of its secretary; absent: each person */
  by: v.optional(v.picklist(['person', 'table'])),
  /** for each person, or where the table writes for each table */
  maxPerPerson: whole(1, 200),
  seating: v.optional(seatingSchema),
  /** reactions: the kind of card they hang under; then one of `sorts` says what a reaction is */
  on: v.optional(slug),
  sorts: v.optional(v.pipe(v.array(named), v.minLength(1), v.maxLength(8))),
  columns: v.optional(v.pipe(v.array(named), v.minLength(2), v.maxLength(8))),
  /** after: others see the cards when the phase is over (silent writing) */
  visible: v.optional(v.picklist(['now', 'after'])),
  /** the server is their only author: they can not be edited, and nobody can find out whose they are */
  anonymous: v.optional(v.boolean()),
  /** cards wait until the facilitator lets them through */
  moderated: v.optional(v.boolean()),
});

type Contribute = v.InferOutput<typeof contributeSchema>;

/** The table writes together: the limit is for the table, and its cards carry its number. */
export function isByTable(phase: { kind: string; by?: unknown }): boolean {
  return phase.kind === 'contribute' && phase.by === 'table';
}

/**
 * Its cards take the command door: they wait outside the document, or nobody but the server may be their author in it
 * (a Yjs client id is a name). They can not be edited: what is on the board is what was let through.
 */
export function takesCommand({ visible, anonymous, moderated }: Contribute): boolean {
  return visible === 'after' || anonymous === true || moderated === true;
}
