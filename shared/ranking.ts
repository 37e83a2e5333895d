/** What an arranging or a presenting found when it ended: kept under `live`, so that a later phase can take its winners. */
import { voteKey } from './document.ts';
import type { CountedBy } from './draw/ranked.ts';
import type { Cut } from './phases/common.ts';

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
