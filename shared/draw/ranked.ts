/**
 * Which themes are named most (DOMAIN 4.13): by different tables, by cards, or by different writers. What was merged still
 * counts for all who wrote it.
 */
import { onBoard, placeOf } from '../document.ts';
import type { Card, Cluster } from '../model.ts';
import type { Cut } from '../phases/common.ts';
import { cutAt } from '../tally/cut.ts';
import { lotPlaces } from '../tally/lot.ts';

export type CountedBy = 'tables' | 'cards' | 'writers';

export interface Asked {
  by: CountedBy;
  top: number;
  cut: Cut;
  /** which cards count; absent: all but reactions */
  kind?: string | undefined;
  /** for ties, and told with the result: anybody can draw it again (4.3) */
  seed: string;
}

export interface CountedTheme {
  id: string;
  title: string;
  letter: string;
  cards: number;
  tables: number;
  writers: number;
}

export interface RankedTheme extends CountedTheme {
  rank: number;
  value: number;
  wins: boolean;
}

/** Whose a card is: what only the server knows. */
export interface Origin {
  tableOf(card: Card): number | null;
  writerOf(card: Card): string;
}

/** Every theme that is there, in order of making, with what it holds; cards count as they were written, before merging. */
export function countOf(
  cards: readonly Card[],
  clusters: readonly Cluster[],
  origin: Origin,
  kind?: string,
): CountedTheme[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const clusterById = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  const written = cards.filter(({ gone, mergedFrom, on, kind: is }) => {
    return !gone && mergedFrom.length === 0 && (kind === undefined ? on === null : is === kind);
  });
  const byTheme = new Map<string, Card[]>();
  for (const card of written) {
    const theme = placeOf(topOf(card, byId).cluster, clusterById);
    if (theme !== null) byTheme.set(theme, [...(byTheme.get(theme) ?? []), card]);
  }
  return clusters
    .filter(({ gone, mergedInto }) => !gone && mergedInto === null)
    .map(({ id, name, letter }) => {
      const inside = byTheme.get(id) ?? [];
      const tables = new Set(inside.map((card) => origin.tableOf(card)).filter((table) => table !== null)).size;
      const writers = new Set(inside.map((card) => origin.writerOf(card))).size;
      return { id, title: name, letter, cards: inside.length, tables, writers };
    });
}

/** Best first; those that tie share a rank and are in the order of the lot. Themes that nobody named are not in it. */
export function rankThemes(counted: readonly CountedTheme[], { by, top, cut, seed }: Asked): RankedTheme[] {
  const named = counted.filter((theme) => theme[by] > 0);
  const lot = lotPlaces(
    seed,
    named.map(({ id }) => id),
  );
  const sorted = [...named].sort((a, b) => b[by] - a[by] || lot.get(a.id)! - lot.get(b.id)!);
  const ranked = sorted.map((theme) => {
    return { ...theme, value: theme[by], rank: sorted.findIndex((other) => other[by] === theme[by]) + 1 };
  });
  const winners = new Set(cutAt(ranked, top, cut).winners);
  return ranked.map((theme) => ({ ...theme, wins: winners.has(theme.id) }));
}

/** The card it lies in on the board: itself, or what it was merged into. */
function topOf(card: Card, byId: ReadonlyMap<string, Card>): Card {
  const seen = new Set<string>();
  let top = card;
  while (!onBoard(top, (id) => byId.get(id)) && top.mergedInto !== null && !seen.has(top.id)) {
    seen.add(top.id);
    top = byId.get(top.mergedInto) ?? top;
  }
  return top;
}
