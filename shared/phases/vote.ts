/** *stemmen*: ballots on cards, themes or plans, by one of thirteen methods (DOMAIN 3D). */
import * as v from 'valibot';
import { limits } from '../limits.ts';
import * as tally from '../tally/settings.ts';
import { named, slug, whole } from '../words.ts';
import { common, cutSchema, sourceSchema } from './common.ts';

const money = whole(1, 1_000_000_000);
const answerText = v.pipe(v.string(), v.nonEmpty(), v.maxLength(limits.titleLength));
const answer = v.object({ nl: answerText, en: answerText });
const criterion = v.object({ ...named.entries, weight: whole(1, 1_000) });

/** As they are counted, with the words that people see. */
export const methodSchema = v.variant('kind', [
  tally.approvalSettings,
  v.object({
    ...tally.singleSettings.entries,
    /** fixed answers, in place of what is on the board: yes, no, blank … */
    choices: v.optional(v.pipe(v.array(answer), v.minLength(2), v.maxLength(20))),
  }),
  tally.dotsSettings,
  tally.pointsSettings,
  v.object({ ...tally.scoreSettings.entries, max: v.optional(whole(1, 10)) }),
  v.object({
    ...tally.jurySettings.entries,
    criteria: v.pipe(v.array(criterion), v.minLength(1), v.maxLength(12)),
  }),
  tally.rankedSettings,
  // more than anybody judges with attention
  v.object({ ...tally.pairwiseSettings.entries, duels: whole(1, 50) }),
  tally.consentSettings,
  v.object({
    ...tally.budgetSettings.entries,
    budget: money,
    /** how people choose projects; absent: they approve */
    ballot: v.optional(v.picklist(['approve', 'points', 'ranking'])),
  }),
  v.object({ ...tally.allocateSettings.entries, budget: money }),
  // nobody knows on a ballot which projects will fail: what is left over is for a next vote
  v.object({ ...tally.vouchersSettings.entries, value: money, budget: money }),
  tally.tablesSettings,
]);

/** along: all that tie with the last place win. lot: the lot chooses. again: a second round does, among those that tie. */
const voteCutSchema = v.picklist([...cutSchema.options, 'again']);

/** How a vote is held; fixed once it has been. */
export const voteSettings = {
  method: methodSchema,
  items: v.picklist(['cards', 'clusters']),
  /** of methods that rank: how many win, and what happens to a tie with the last of them */
  top: whole(1, 100),
  cut: voteCutSchema,
  /** what an item needs besides its place (DOMAIN 4.6) */
  threshold: v.optional(tally.thresholdSchema),
  /** one ballot for each table; `tables` always is */
  per: v.optional(v.literal('table')),
  /** only who has this duty votes */
  duty: v.optional(v.literal('jury')),
  /** groups whose ballots decide; absent: everybody's */
  electorate: v.optional(v.pipe(v.array(slug), v.minLength(1), v.maxLength(20))),
  /** the other groups may vote too, and are counted apart: theirs does not decide */
  others: v.optional(v.literal('apart')),
};

export const voteSchema = v.object({
  ...common,
  kind: v.literal('vote'),
  ...voteSettings,
  /** narrows `items`: cards of one kind, plans, winners of an earlier phase */
  of: v.optional(sourceSchema),
});

export type Method = v.InferOutput<typeof methodSchema>;
export type MethodKind = Method['kind'];
export type VoteCut = v.InferOutput<typeof voteCutSchema>;
