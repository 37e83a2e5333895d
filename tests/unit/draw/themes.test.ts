import { describe, expect, it } from 'vitest';
import { countThemes } from '../../../shared/draw/themes.ts';

const at = (theme: string | null, table: number | null, round = 'round1|1') => ({ theme, table, round });

describe('counting themes', () => {
  it('counts tables and not cards, so that one busy table does not dominate', () => {
    const busy = Array.from({ length: 9 }, () => at('traffic', 4));
    const counts = countThemes([...busy, at('green', 1), at('green', 2), at(null, 3)]);
    expect(counts).toEqual([
      { theme: 'green', cards: 2, tables: 2, talks: 2 },
      { theme: 'traffic', cards: 9, tables: 1, talks: 1 },
    ]);
  });

  it('tells the same table in another round apart as another talk', () => {
    expect(countThemes([at('green', 1), at('green', 1, 'round2|1'), at('green', null)])).toEqual([
      { theme: 'green', cards: 3, tables: 1, talks: 2 },
    ]);
  });

  it('shows ties by id', () => {
    expect(countThemes([at('b', 1), at('a', 2)]).map(({ theme }) => theme)).toEqual(['a', 'b']);
  });
});
