/** *uitwerken*: a template is filled in together; each plan is a document of its own (DESIGN 6). */
import * as v from 'valibot';
import { slug } from '../words.ts';
import { common, seatingSchema, sourceSchema } from './common.ts';

export const draftSchema = v.object({
  ...common,
  kind: v.literal('draft'),
  /** id in `shared/templates.ts` */
  template: slug,
  /** table: one plan a table. team: one a team. bringer: one a card, by whoever wrote it. match: one a match. */
  by: v.picklist(['table', 'team', 'bringer', 'match', 'facilitator', 'everybody']),
  /** what each plan is about, where it is about something */
  of: v.optional(sourceSchema),
  seating: v.optional(seatingSchema),
});
