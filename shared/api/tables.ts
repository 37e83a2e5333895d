/** Tables, lots and badges: what goes in, and what facilitators see of it. */
import * as v from 'valibot';
import { limits } from '../limits.ts';
import { ballotSchema } from '../ballots.ts';
import { ticketCode } from './tickets.ts';

const number = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.participantsPerSession));
const tableNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.tableNumber));
const badge = v.pipe(v.string(), v.maxLength(40));

/** POST /tables/choice: an option, or what one says (one's neighbourhood); null takes it back */
export const chooseTable = v.strictObject({
  option: v.nullable(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(limits.nameLength))),
});
/** POST /tables/move: somebody to another table, or two people who change places */
export const moveSeat = v.variant('how', [
  v.strictObject({ how: v.literal('to'), number, table: tableNumber }),
  v.strictObject({ how: v.literal('swap'), number, with: number }),
]);
/** POST /lots/decline: oneself; a facilitator says whose number it is */
export const declineLot = v.strictObject({ number: v.optional(number) });

/** POST /badges */
export const makeBadges = v.strictObject({
  groups: v.pipe(
    v.array(
      v.strictObject({
        group: v.pipe(v.string(), v.maxLength(40)),
        count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.participantsPerSession)),
      }),
    ),
    v.minLength(1),
    v.maxLength(21),
  ),
});
/** POST /badges/mark: these people are here, or are not; absent: all */
export const markBadges = v.strictObject({
  numbers: v.optional(v.pipe(v.array(number), v.minLength(1), v.maxLength(limits.participantsPerSession))),
  here: v.boolean(),
});
/** POST /ballots/:phase/seat: a ballot given at a table, on the device of its secretary, by a badge or a ticket */
export const seatBallot = v.union([
  v.strictObject({ number: v.optional(number), badge, ballot: ballotSchema }),
  v.strictObject({ ticket: ticketCode, ballot: ballotSchema }),
]);

/** The codes are in this answer, and in no other, ever. */
export const madeBadges = v.array(v.object({ number: v.number(), group: v.string(), code: v.string() }));

/** GET /tables, for facilitators: people by their number */
export const tablesInfo = v.object({
  people: v.array(
    v.object({
      number: v.number(),
      group: v.string(),
      /** null: came with a device of their own. printed: made, not handed out. in: here. */
      badge: v.nullable(v.picklist(['printed', 'in'])),
      /** a device of theirs is connected */
      device: v.boolean(),
      secretary: v.boolean(),
      table: v.nullable(v.number()),
    }),
  ),
  /** every seating so far, oldest first: per table the numbers */
  rounds: v.array(
    v.object({
      phase: v.string(),
      run: v.number(),
      tables: v.array(v.array(v.number())),
      /** people at one table who sat together before, each pair counted as often as it did */
      repeats: v.number(),
      shortages: v.array(v.object({ table: v.number(), group: v.string(), missing: v.number() })),
    }),
  ),
  /** of the current phase: how many said where they want to sit, in what they said */
  said: v.array(v.object({ option: v.string(), count: v.number() })),
  /** numbers of who is here and has no table in the current phase */
  standing: v.array(v.number()),
});

export type ChooseTable = v.InferOutput<typeof chooseTable>;
export type MoveSeat = v.InferOutput<typeof moveSeat>;
export type MakeBadges = v.InferOutput<typeof makeBadges>;
export type MarkBadges = v.InferOutput<typeof markBadges>;
export type SeatBallot = v.InferOutput<typeof seatBallot>;
export type MadeBadges = v.InferOutput<typeof madeBadges>;
export type TablesInfo = v.InferOutput<typeof tablesInfo>;
