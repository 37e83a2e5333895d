/** What another rule would have given, as the board keeps it beside a result. It decides nothing. */
import { voteKey } from './document.ts';
import type { RankedItem } from './model.ts';
import type { Method } from './phases/vote.ts';
import type { OtherId } from './tally/others.ts';

export interface Compared {
  phase: string;
  run: number;
  other: OtherId;
  /** as it was counted then */
  method: Method;
  /** ids of all that would win, in order */
  wins: readonly string[];
  /** the first of those, as lines of a result */
  ranking: readonly RankedItem[];
}

/** the most lines that are kept */
export const mostCompared = 12;

export function comparedKey(phase: string, run: number, other: OtherId): string {
  return `other:${voteKey(phase, run)}:${other}`;
}

/** All of one run, in the order of their names. */
export function readCompared(live: ReadonlyMap<string, unknown>, phase: string, run: number): Compared[] {
  const start = `other:${voteKey(phase, run)}:`;
  const keys = [...live.keys()].filter((key) => key.startsWith(start)).sort();
  return keys.map((key) => live.get(key) as Compared);
}

/** What it gives beyond the result that decided, and what it does without; ids. */
export function differences(ranking: readonly RankedItem[], { wins }: Pick<Compared, 'wins'>) {
  const won = new Set(ranking.flatMap(({ id, wins: one }) => (one ? [id] : [])));
  const would = new Set(wins);
  return { more: wins.filter((id) => !won.has(id)), less: [...won].filter((id) => !would.has(id)) };
}
