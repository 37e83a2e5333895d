/** What happens to items that tie with the last winner (DOMAIN 4.5): all win, the lot chooses, or a second round does. */
export type Cut = 'along' | 'lot' | 'again';

export interface Chosen {
  winners: string[];
  /** among which a second round chooses */
  again: string[];
  /** all that tie with the last place, when they do not all fit */
  tied: string[];
}

/**
 * The best `top` (DOMAIN 4.5) of what may win, best first and in the order of the lot where they tie. With `again` those
 * that tie across the bound neither win nor lose yet.
 */
export function cutAt(able: readonly { id: string; rank: number }[], top: number, cut: Cut): Chosen {
  const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);
  const last = able[top - 1];
  const next = able[top];
  if (!last || !next || next.rank !== last.rank) return { winners: ids(able.slice(0, top)), again: [], tied: [] };
  const tied = ids(able.filter(({ rank }) => rank === last.rank));
  if (cut === 'along') return { winners: ids(able.filter(({ rank }) => rank <= last.rank)), again: [], tied };
  if (cut === 'lot') return { winners: ids(able.slice(0, top)), again: [], tied };
  return { winners: ids(able.filter(({ rank }) => rank < last.rank)), again: tied, tied };
}
