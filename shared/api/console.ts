/** What facilitators see besides the board, and what the report says besides it. */
import * as v from 'valibot';
import { links } from '../api.ts';
import { balanceInfo } from './balance.ts';
import { held } from './me.ts';

const voteStatus = v.object({
  phase: v.string(),
  run: v.number(),
  state: v.string(),
  voted: v.number(),
  of: v.number(),
  items: v.number(),
});

/** GET /console, for facilitators: what only they need, none of it a tally */
export const consoleInfo = v.object({
  people: v.array(v.object({ group: v.string(), joined: v.number(), here: v.number() })),
  balance: balanceInfo,
  facilitators: v.array(v.object({ id: v.string(), name: v.string(), you: v.boolean() })),
  held: v.array(held),
  /** cards that are seen when their phase is over */
  silent: v.number(),
  hidden: v.array(
    v.object({ card: v.string(), number: v.number(), title: v.string(), text: v.string(), reason: v.string() }),
  ),
  votes: v.array(voteStatus),
  /** addresses this server can be reached at, the configured one first; never localhost */
  addresses: v.array(v.string()),
  links,
  rehearsal: v.nullable(v.string()),
  audit: v.array(v.object({ at: v.number(), who: v.string(), action: v.string(), detail: v.string() })),
});

/** GET /report, for everybody who took part: what the board itself does not say */
export const reportInfo = v.object({
  people: v.array(v.object({ group: v.string(), joined: v.number() })),
  joined: v.number(),
  startedAt: v.number(),
  endedAt: v.nullable(v.number()),
  deleteAt: v.number(),
  hidden: v.number(),
  withdrawn: v.number(),
});

export type ConsoleInfo = v.InferOutput<typeof consoleInfo>;
export type ReportInfo = v.InferOutput<typeof reportInfo>;
