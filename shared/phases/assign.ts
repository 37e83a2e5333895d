/** *indelen*: people get a place, a table or a theme. */
import * as v from 'valibot';
import { limits } from '../limits.ts';
import { slug, whole } from '../words.ts';
import { common, sourceSchema } from './common.ts';

/** By lot, so many of each group, with a reserve list (DOMAIN 4.15). Who declines is followed up from the same group. */
const drawSchema = v.object({
  ...common,
  kind: v.literal('assign'),
  way: v.literal('draw'),
  /** group → places */
  places: v.record(slug, whole(0, 10_000)),
});

/** Tables: mixed, or with new neighbours (DOMAIN 4.14). */
const seatSchema = v.object({
  ...common,
  kind: v.literal('assign'),
  way: v.picklist(['mixed', 'newNeighbours', 'neighbourhood']),
  size: whole(2, 50),
  tables: v.optional(whole(1, limits.tableNumber)),
  atLeast: v.optional(v.record(slug, whole(1, 10))),
});

/** Everybody chooses a theme, a stall or a card, and sits with others who chose it. */
const choiceSchema = v.object({
  ...common,
  kind: v.literal('assign'),
  way: v.literal('choice'),
  options: sourceSchema,
  size: whole(2, 50),
  atLeast: v.optional(v.record(slug, whole(1, 10))),
});

export const assignSchema = v.variant('way', [drawSchema, seatSchema, choiceSchema]);
