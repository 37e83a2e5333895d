/** Signing up, bidding and matching, over HTTP. */
import * as v from 'valibot';
import { calls } from '../draw/floor.ts';
import { limits } from '../limits.ts';
import { bidKinds } from '../phases/common.ts';

const id = v.pipe(v.string(), v.regex(/^[0-9a-z]{8,32}$/));
const phase = v.pipe(v.string(), v.maxLength(40));
const sentence = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most));

/** POST /teams/:phase/join. `show`: my name may stand there. */
export const joinTeam = v.strictObject({ item: id, show: v.optional(v.boolean()) });
/** POST /teams/:phase/leave */
export const leaveTeam = v.strictObject({ item: id });
/** POST /teams/:phase/lead: offers to lead, or no longer. `show`: with my name. */
export const leadTeam = v.strictObject({ item: id, lead: v.boolean(), show: v.optional(v.boolean()) });

/** POST /auctions/:phase/call. `lot`: with `open`, and with `skip` when it has not come yet. */
export const callLot = v.strictObject({ call: v.picklist(calls), lot: v.optional(id) });
/** POST /auctions/:phase/settings. `followUp`: server time of the day on which people look back. */
export const setMatch = v.strictObject({
  money: v.optional(v.boolean()),
  followUp: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)))),
});

/** POST /bids. The same id again changes nothing. */
export const placeBid = v.strictObject({
  id: v.optional(id),
  phase,
  lot: id,
  kind: v.picklist(bidKinds),
  text: sentence(limits.bidLength),
  /** my name or organisation may stand there */
  show: v.optional(v.boolean()),
  /** from whoever leads: a bid called out in the room, and by whom */
  from: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(limits.nameLength))),
});
/** POST /bids/:id/withdraw. A match asks for a reason, which only the other side hears. */
export const withdrawBid = v.strictObject({
  reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(limits.reasonLength))),
});
/** PUT /matches/:id/contact: how the other side can reach me. Shown to them alone, once they have done the same. */
export const giveContact = v.strictObject({ words: sentence(limits.contactLength) });

/** In `/me`: what of it is one's own. */
export const ownMatching = v.object({
  teams: v.array(
    v.object({ phase: v.string(), run: v.number(), item: v.string(), lead: v.boolean(), show: v.boolean() }),
  ),
  bids: v.array(v.string()),
  /** items this person brought */
  lots: v.array(v.string()),
  contacts: v.array(
    v.object({
      match: v.string(),
      /** this side gave something, and when it will be deleted */
      given: v.nullable(v.object({ deleteAt: v.number() })),
      /** the other side did too */
      waits: v.boolean(),
      /** what the other side gave, when both did */
      theirs: v.nullable(v.string()),
    }),
  ),
  /** matches that are off, and why; of these the board says nothing any more */
  off: v.array(v.object({ lot: v.string(), text: v.string(), reason: v.string() })),
});

export type JoinTeam = v.InferOutput<typeof joinTeam>;
export type LeadTeam = v.InferOutput<typeof leadTeam>;
export type CallLot = v.InferOutput<typeof callLot>;
export type SetMatch = v.InferOutput<typeof setMatch>;
export type PlaceBid = v.InferOutput<typeof placeBid>;
export type OwnMatchingInfo = v.InferOutput<typeof ownMatching>;
