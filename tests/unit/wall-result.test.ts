import { describe, expect, it } from 'vitest';
import type { RankedItem } from '../../shared/model.ts';
import { dotPath, dotScale, dotsFor } from '../../client/phases/vote/wall/dots.ts';
import { inLines, taskSize } from '../../client/phases/vote/wall/lines.ts';
import { tiesOf } from '../../client/phases/vote/wall/ties.ts';

const item = (id: string, rank: number, value: number, wins = true): RankedItem => ({
  id,
  title: id,
  rank,
  value,
  voters: value,
  wins,
});

describe('dots of the result', () => {
  it.each([
    [0, 1],
    [1, 1],
    [31, 1],
    [184, 1],
    [250, 1],
    [253, 2],
    [900, 5],
    [1_800, 10],
    [6_000, 50],
  ])('%i for the first place: one dot is %i', (most, unit) => {
    const scale = dotScale(most);
    expect(scale.unit).toBe(unit);
    expect(Math.ceil(dotsFor(most, unit) / scale.rows) * scale.pitch).toBeLessThanOrEqual(930);
  });

  it('draw anything above nothing', () => {
    expect(dotsFor(1, 10)).toBe(1);
    expect(dotsFor(0, 10)).toBe(0);
    expect(dotPath(4, dotScale(184)).match(/M/g)).toHaveLength(4);
  });
});

describe('ties', () => {
  it('are told when they touch those who won', () => {
    const ranking = [item('a', 1, 9), item('b', 2, 5), item('c', 2, 5), item('d', 4, 1, false), item('e', 4, 1, false)];
    expect(tiesOf({ ranking, cut: 'along' })).toEqual([{ from: 2, to: 3, count: 2, byLot: false }]);
    expect(tiesOf({ ranking, cut: 'lot' })[0]?.byLot).toBe(true);
  });
});

describe('a task on the wall', () => {
  it.each([
    ['Zet uw 3 stippen', 'Zet uw\n3 stippen'],
    ['Kies er hoogstens 3', 'Kies er\nhoogstens 3'],
    ['Stemt u in?', 'Stemt\nu in?'],
    ['Kies', 'Kies'],
  ])('“%s” goes over two lines', (text, lines) => expect(inLines(text)).toBe(lines));

  it('is smaller when it is longer', () => {
    expect(['Zet uw\n3 stippen', 'Kies er\nhoogstens 3', 'Kies steeds de\nbeste van 2'].map(taskSize)).toEqual([
      190, 160, 124,
    ]);
  });
});
