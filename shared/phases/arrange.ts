/** *ordenen*: cluster, merge, name, put in columns. */
import * as v from 'valibot';
import { named, slug, whole } from '../words.ts';
import { common, cutSchema } from './common.ts';

export const arrangeSchema = v.object({
  ...common,
  kind: v.literal('arrange'),
  /** theme: the theme team, from an inbox of which each takes a batch. table: each table its own cards. */
  who: v.picklist(['everybody', 'facilitator', 'theme', 'table']),
  /** which cards; absent: all */
  cardKind: v.optional(slug),
  columns: v.optional(v.pipe(v.array(named), v.minLength(2), v.maxLength(8))),
  /** themes are counted when the phase ends: by different tables with a card in it (DOMAIN 4.13), by cards, or by writers */
  rank: v.optional(v.object({ by: v.picklist(['tables', 'cards', 'writers']), top: whole(1, 100), cut: cutSchema })),
});
