/**
 * The ballots of one vote as a JSON file, version 1, so that anybody can count again: settings, items, ballots in random order
 * and the result. Nothing in it says whose a ballot was, or when it came. For every method of `tally/methods.ts`.
 */
import * as v from 'valibot';
import { channelSchema } from './channel.ts';
import { limits } from './limits.ts';
import { methods } from './tally/methods.ts';
import { thresholdSchema } from './tally/settings.ts';

export const ballotFileVersion = 1;

const { approval, single, dots, points, score, jury, ranked, pairwise } = methods;
const { consent, budget, allocate, vouchers, tables } = methods;

const settings = v.variant('kind', [
  approval.settings,
  single.settings,
  dots.settings,
  points.settings,
  score.settings,
  jury.settings,
  ranked.settings,
  pairwise.settings,
  consent.settings,
  budget.settings,
  allocate.settings,
  vouchers.settings,
  tables.settings,
]);

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const id = v.pipe(v.string(), v.regex(/^[0-9a-zA-Z_-]{1,64}$/, 'an id'));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex'));

const item = v.strictObject({ id, title: v.string(), cost: v.optional(whole), barred: v.optional(v.string()) });
const line = v.object({ id, rank: whole, values: v.array(v.string()), wins: v.boolean() });

export const ballotFile = v.pipe(
  v.strictObject({
    kantelbordBallots: v.literal(ballotFileVersion),
    phase: v.string(),
    run: whole,
    method: settings,
    items: v.pipe(v.array(item), v.maxLength(limits.cardsPerSession)),
    top: whole,
    cut: v.picklist(['along', 'lot', 'again']),
    threshold: v.optional(thresholdSchema),
    /** each counted apart; those that count also together */
    electorates: v.array(
      v.strictObject({
        id: v.string(),
        counts: v.boolean(),
        size: whole,
        ballots: v.array(v.unknown()),
        /** how each of them came, in the same order; absent: all digitally */
        channels: v.optional(v.array(channelSchema)),
      }),
    ),
    seed: hash,
    commit: hash,
    /** of all electorates that count; null when none does */
    result: v.nullable(v.object({ winners: v.array(id), again: v.array(id), ranking: v.array(line) })),
  }),
  v.check(({ items }) => new Set(items.map((one) => one.id)).size === items.length, 'items: two have the same id'),
  v.check(
    ({ method, electorates }) =>
      electorates.every(({ ballots }) => ballots.every((ballot) => v.is(methods[method.kind].ballot, ballot))),
    'electorates: a ballot that is not of this method',
  ),
  v.check(
    ({ electorates }) => electorates.every(({ channels, ballots }) => !channels || channels.length === ballots.length),
    'electorates: not as many channels as ballots',
  ),
);

export type BallotFile = v.InferOutput<typeof ballotFile>;
