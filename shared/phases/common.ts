/** What phases of every kind have, and what several kinds share. */
import * as v from 'valibot';
import { limits } from '../limits.ts';
import { slug, whole, words } from '../words.ts';

export const common = {
  id: slug,
  title: words,
  prompt: words,
  /** as planned; 0: as long as it takes */
  minutes: whole(0, 600),
  /** before: in the weeks ahead, while the session is prepared or in the lobby. after: when the evening is over; absent: on the day */
  when: v.optional(v.picklist(['before', 'after'])),
  /** left out of the programme: kept, with what it gave, and passed over */
  left: v.optional(v.literal(true)),
};

/**
 * At which tables people sit while this phase goes on. keep: where they sat. theme: by the theme they chose in an earlier
 * `assign`. choice, neighbourhood: by what they said. The algorithms are in `shared/draw/`.
 */
export const seatingSchema = v.object({
  way: v.picklist(['keep', 'mixed', 'newNeighbours', 'theme', 'neighbourhood']),
  /** the most people at one table */
  size: whole(2, 50),
  /** how many tables stand in the hall: people are spread over all of them; absent: as many as they fill */
  tables: v.optional(whole(1, limits.tableNumber)),
  /** group → how many of it at least at every table */
  atLeast: v.optional(v.record(slug, whole(1, 10))),
});

/**
 * What a phase is about. cards: what lies on the board, of one kind or all. clusters: the themes. plans: what was drafted in
 * `phase`, or in any. winners: the winners of `phase`, a vote or an arranging that ranks.
 */
export const sourceSchema = v.object({
  from: v.picklist(['cards', 'clusters', 'plans', 'winners']),
  kind: v.optional(slug),
  phase: v.optional(slug),
});

/** How many win, and what happens to items that tie with the last of them (DOMAIN 4.5). */
export const cutSchema = v.picklist(['along', 'lot']);

/** What can be offered at an auction or a market. */
export const bidKinds = ['time', 'knowledge', 'things', 'space', 'contacts', 'money'] as const;

export const seconds = whole(10, limits.timerMax / 1000);

export type Seating = v.InferOutput<typeof seatingSchema>;
export type Source = v.InferOutput<typeof sourceSchema>;
export type Cut = v.InferOutput<typeof cutSchema>;
