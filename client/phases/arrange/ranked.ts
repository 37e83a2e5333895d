/** The ranking of themes that a screen shows: the newest of the latest arranging that counted. */
import type { Format } from '../../../shared/format.ts';
import type { Cluster } from '../../../shared/model.ts';
import { rankingsOf, type Ranking } from '../../../shared/ranking.ts';

/** One theme, as lists of themes show it. */
export interface ThemeLine {
  id: string;
  letter: string;
  name: string;
  value: number;
  /** absent: it is no ranking */
  rank?: number;
}

export function newestRanking(format: Format, live: ReadonlyMap<string, unknown>): Ranking | null {
  const phases = format.phases.filter((phase) => phase.kind === 'arrange' && phase.rank).reverse();
  for (const { id } of phases) {
    const [newest] = rankingsOf(live, id);
    if (newest) return newest;
  }
  return null;
}

/** With the names themes have now; one that is gone keeps the name it was counted under. */
export function linesOf({ lines }: Ranking, clusters: ReadonlyMap<string, Cluster>, wins: boolean): ThemeLine[] {
  return lines
    .filter((line) => line.wins === wins)
    .map(({ id, title, rank, value }) => {
      const theme = clusters.get(id);
      return { id, letter: theme?.letter ?? '', name: theme?.name.trim() || title, value, rank };
    });
}
