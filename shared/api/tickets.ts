/** Tickets: what goes in, and what facilitators see of them. */
import * as v from 'valibot';
import { limits } from '../limits.ts';

export const ticketCode = v.pipe(v.string(), v.maxLength(40));
const batch = v.pipe(v.number(), v.integer(), v.minValue(1));

/** POST /tickets */
export const makeTickets = v.strictObject({
  groups: v.pipe(
    v.array(
      v.strictObject({
        group: v.pipe(v.string(), v.maxLength(40)),
        count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.ticketsPerSession)),
      }),
    ),
    v.minLength(1),
    v.maxLength(21),
  ),
});

/** The codes are in this answer, and in no other, ever. */
export const madeTickets = v.array(v.object({ batch: v.number(), group: v.string(), code: v.string() }));

/** GET /tickets, for facilitators: what was made together, with what became of it */
export const ticketBatches = v.array(
  v.object({
    batch: v.number(),
    group: v.string(),
    at: v.number(),
    made: v.number(),
    /** taken by somebody's own device */
    phones: v.number(),
    /** used at the device of a table */
    tables: v.number(),
    withdrawn: v.number(),
  }),
);

/** POST /tickets/withdraw: one by its code, or what is unused of a batch; `used`: those that were used too */
export const withdrawTickets = v.union([
  v.strictObject({ ticket: ticketCode }),
  v.strictObject({ batch, used: v.optional(v.boolean()) }),
]);

/** What was withdrawn: how many, how many of them were used, and how many voted in a vote that is open now. */
export const withdrawn = v.object({ withdrawn: v.number(), used: v.number(), voted: v.number() });

/** POST /me/ticket */
export const takeTicket = v.strictObject({ ticket: ticketCode });
export const ticketTaken = v.object({ group: v.string() });

export type MakeTickets = v.InferOutput<typeof makeTickets>;
export type MadeTickets = v.InferOutput<typeof madeTickets>;
export type TicketBatches = v.InferOutput<typeof ticketBatches>;
export type WithdrawTickets = v.InferOutput<typeof withdrawTickets>;
export type Withdrawn = v.InferOutput<typeof withdrawn>;
export type TicketTaken = v.InferOutput<typeof ticketTaken>;
