/** *terugkoppelen*: the decision maker answers item by item, with a reason; also months later. */
import * as v from 'valibot';
import { named, whole } from '../words.ts';
import { common, sourceSchema } from './common.ts';

export const replySchema = v.object({
  ...common,
  kind: v.literal('reply'),
  of: sourceSchema,
  statuses: v.pipe(v.array(named), v.minLength(2), v.maxLength(8)),
  reasonRequired: v.boolean(),
  /** days after the end of the session */
  within: v.optional(whole(1, 730)),
});
