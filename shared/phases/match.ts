/** *koppelen*: people sign up for a team, bid at an auction, or ask and offer on a market (DOMAIN 4.17). */
import * as v from 'valibot';
import { slug, whole } from '../words.ts';
import { bidKinds, common, seconds, sourceSchema } from './common.ts';

const bids = v.pipe(v.array(v.picklist(bidKinds)), v.minLength(1), v.maxLength(bidKinds.length));

/** Working groups. */
const teamsSchema = v.object({
  ...common,
  kind: v.literal('match'),
  way: v.literal('teams'),
  of: sourceSchema,
  /** under this many a team is "nog niet compleet", and stays open */
  minTeam: whole(1, 50),
  /** how many teams one person may join */
  maxTeams: v.optional(whole(1, 20)),
  /** groups that should all be in it */
  mix: v.optional(v.pipe(v.array(slug), v.minLength(1), v.maxLength(20))),
  /** true: without the mix a team is not complete; absent: it is a hint */
  mixRequired: v.optional(v.boolean()),
});

/** One lot at a time; the bringer accepts one or more bids. */
const auctionSchema = v.object({
  ...common,
  kind: v.literal('match'),
  way: v.literal('auction'),
  of: sourceSchema,
  bids,
  /** money is bid only when the facilitator allows it */
  money: v.boolean(),
  seconds,
});

/** All stalls at the same time; the bringer accepts. */
const marketSchema = v.object({
  ...common,
  kind: v.literal('match'),
  way: v.literal('market'),
  of: sourceSchema,
  bids,
  money: v.boolean(),
});

export const matchSchema = v.variant('way', [teamsSchema, auctionSchema, marketSchema]);

export type BidKind = (typeof bidKinds)[number];
