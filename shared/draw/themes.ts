/** Counting themes by tables (DOMAIN 4.13, `aantal_tafels`): one busy table can not dominate. */

/** A card as it was written, before anything was merged; `theme` is where it, or what it was merged into, lies now. */
export interface Mention {
  theme: string | null;
  /** null: not written at a table */
  table: number | null;
  /** which round of talks: phase and run */
  round: string;
}

export interface ThemeCount {
  theme: string;
  cards: number;
  /** different table numbers, whatever the round */
  tables: number;
  /** different tables in different rounds: with new neighbours these are other people */
  talks: number;
}

/** Per theme with at least one card, most tables first; ties by id. What decides a tie is for the lot (4.5). */
export function countThemes(mentions: readonly Mention[]): ThemeCount[] {
  const byTheme = new Map<string, { cards: number; tables: Set<number>; talks: Set<string> }>();
  for (const { theme, table, round } of mentions) {
    if (theme === null) continue;
    const seen = byTheme.get(theme) ?? { cards: 0, tables: new Set(), talks: new Set() };
    byTheme.set(theme, seen);
    seen.cards++;
    if (table === null) continue;
    seen.tables.add(table);
    seen.talks.add(`${round}|${table}`);
  }
  return [...byTheme]
    .map(([theme, { cards, tables, talks }]) => ({ theme, cards, tables: tables.size, talks: talks.size }))
    .sort((a, b) => b.tables - a.tables || (a.theme < b.theme ? -1 : 1));
}
