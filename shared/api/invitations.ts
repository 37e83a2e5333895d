/** Links that give whoever opens them a duty, a capacity, or both. The token is told once, to who made it. */
import * as v from 'valibot';
import { dutySchema } from '../formatshape.ts';

export const invitationToken = v.pipe(v.string(), v.maxLength(200));
const groupId = v.pipe(v.string(), v.nonEmpty(), v.maxLength(40));

/** POST /invitations: a duty, a group, or both */
export const makeInvitation = v.pipe(
  v.strictObject({ duty: v.optional(dutySchema), group: v.optional(groupId) }),
  v.check(({ duty, group }) => duty !== undefined || group !== undefined, 'a duty or a group'),
);

/** POST /invitations/show and POST /me/invitation */
export const showInvitation = v.strictObject({ invitation: invitationToken });

/** What a link gives. */
export const invitation = v.object({ duty: v.nullable(dutySchema), group: v.nullable(v.string()) });

/** POST /invitations */
export const invitationMade = v.object({ id: v.string(), token: v.string(), link: v.string() });

/** GET /invitations, for facilitators */
export const invitationList = v.array(
  v.object({
    id: v.string(),
    duty: v.nullable(dutySchema),
    group: v.nullable(v.string()),
    createdAt: v.number(),
    /** how many people came with it */
    used: v.number(),
  }),
);

export type MakeInvitation = v.InferInput<typeof makeInvitation>;
export type Invitation = v.InferOutput<typeof invitation>;
export type InvitationMade = v.InferOutput<typeof invitationMade>;
export type InvitationList = v.InferOutput<typeof invitationList>;
