import { describe, expect, it } from 'vitest';
import { areasOf, examplesIn, gridFor, heightOf, tileAt, tileFor, turnsOf } from '../../client/views/wall/tiles.ts';

describe('the overview', () => {
  it.each([
    [1, 1, 1],
    [2, 2, 1],
    [4, 2, 2],
    [5, 3, 2],
    [6, 3, 2],
    [8, 4, 2],
    [9, 5, 2],
    [12, 6, 2],
    [20, 6, 4],
  ])('gives %i themes %i x %i equal areas', (themes, columns, rows) => {
    expect(gridFor(themes)).toMatchObject({ columns, rows });
    const areas = areasOf(gridFor(themes), { width: 1792, height: 724 }, 12);
    expect(areas.length).toBeGreaterThanOrEqual(themes);
    expect(new Set(areas.map(({ width, height }) => `${width}x${height}`)).size).toBe(1);
  });

  it.each([
    [131, 612],
    [324, 1_486],
    [60, 90],
    [5_000, 5_000],
  ])('chooses one size of tile at which the fullest theme fits: %i of %i', (fullest, all) => {
    const box = { width: 407, height: 150 };
    const tile = tileFor(fullest, all, box);
    expect(heightOf(fullest, tile)).toBeLessThanOrEqual(box.height);
    expect(tileAt(tile.perRow - 1, tile).x + tile.width).toBeCloseTo(box.width, 5);
  });

  it('draws 1,486 cards at 12 x 8, as in the picture', () => {
    expect(tileFor(324, 1_486, { width: 407, height: 150 })).toMatchObject({ width: 12, height: 8 });
  });

  it('shows one to three examples, as far as there is room', () => {
    expect(examplesIn(60, [1, 1, 1], 34, 20, 10)).toBe(1);
    expect(examplesIn(130, [1, 1, 1], 34, 20, 10)).toBe(2);
    expect(examplesIn(200, [1, 1, 1], 34, 20, 10)).toBe(3);
    expect(examplesIn(20, [1, 1, 1], 34, 20, 10)).toBe(0);
  });

  it('changes one theme at a time', () => {
    for (let turn = 0; turn < 20; turn++) {
      const changed = [0, 1, 2, 3].filter((theme) => turnsOf(turn, theme, 4) !== turnsOf(turn + 1, theme, 4));
      expect(changed).toHaveLength(1);
    }
  });
});
