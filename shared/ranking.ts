/** What an arranging or a presenting found when it ended: kept under `live`, so that a later phase can take its winners. */
import * as v from 'valibot';
import { voteKey } from './document.ts';
import type { CountedBy } from './draw/ranked.ts';
import { limits } from './limits.ts';
import { cutSchema, type Cut } from './phases/common.ts';
import { slug, whole } from './words.ts';

/** One item, best first; `rank` is shared by items that tie. */
export interface RankingLine {
  id: string;
  title: string;
  rank: number;
  value: number;
  wins: boolean;
}

/** How the lines were counted, where they are themes. */
export interface Counted {
  by: CountedBy;
  top: number;
  cut: Cut;
  /** of the lot that orders ties (DOMAIN 4.3) */
  seed: string;
  /** cards that lay in no theme */
  left: number;
}

export interface Ranking {
  phase: string;
  run: number;
  lines: readonly RankingLine[];
  counted?: Counted;
}

/** As a file of a session holds them. */
export const rankingSchema = v.strictObject({
  phase: slug,
  run: whole(0, 10_000),
  lines: v.pipe(
    v.array(
      v.strictObject({
        id: v.pipe(v.string(), v.maxLength(32)),
        title: v.pipe(v.string(), v.maxLength(limits.titleLength * limits.sharedTextSlack)),
        rank: whole(1, limits.cardsPerSession),
        value: whole(0, 1_000_000_000),
        wins: v.boolean(),
      }),
    ),
    v.maxLength(limits.cardsPerSession),
  ),
  counted: v.optional(
    v.strictObject({
      by: v.picklist(['tables', 'cards', 'writers']),
      top: whole(1, 100),
      cut: cutSchema,
      seed: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      left: whole(0, limits.cardsPerSession),
    }),
  ),
});

export const rankingKey = (phase: string, run: number) => `ranking:${voteKey(phase, run)}`;

/** Every ranking of a phase, the newest run first. Whatever lies under the key that is none is left out. */
export function rankingsOf(live: ReadonlyMap<string, unknown>, phase: string): Ranking[] {
  const found: Ranking[] = [];
  for (const [key, value] of live) {
    if (!key.startsWith(`ranking:${phase}:`) || !isRanking(value)) continue;
    const { phase: of, run, lines, counted } = value;
    found.push({ phase: of, run, lines: lines.filter(isLine), ...(isCounted(counted) && { counted }) });
  }
  return found.sort((a, b) => b.run - a.run);
}

/** Of all phases, in the order in which they came. */
export function allRankings(live: ReadonlyMap<string, unknown>): Ranking[] {
  const keys = [...live.keys()].filter((key) => key.startsWith('ranking:'));
  const phases = new Set(keys.map((key) => key.split(':')[1] ?? ''));
  return [...phases].flatMap((phase) => rankingsOf(live, phase).reverse());
}

function isRanking(value: unknown): value is Ranking {
  const ranking = value as Partial<Ranking> | null;
  return typeof ranking === 'object' && typeof ranking?.run === 'number' && Array.isArray(ranking.lines);
}

function isCounted(value: unknown): value is Counted {
  const by = (value as Partial<Counted> | null | undefined)?.by;
  return by === 'tables' || by === 'cards' || by === 'writers';
}

function isLine(value: unknown): value is RankingLine {
  const line = value as Partial<RankingLine> | null;
  return typeof line === 'object' && typeof line?.id === 'string' && typeof line.title === 'string';
}
