import { describe, expect, it, vi } from 'vitest';
import type { Api } from '../../client/connection/api.ts';
import { dotCount, dotPath, dotUnit, dotWidth } from '../../client/views/report/dots.ts';
import { shownLines } from '../../client/phases/vote/outcome.ts';
import { percentage, sharedRanks, tiesOf } from '../../client/views/report/outcome.ts';
import { visit } from '../../client/views/report/visit.ts';
import type { Result } from '../../shared/model.ts';

describe('the dots of a result', () => {
  it.each([
    [0, 1],
    [250, 1],
    [251, 2],
    [500, 2],
    [1_200, 5],
    [2_500, 10],
    [2_501, 20],
  ])('stand for the right amount when the first has %i', (most, unit) => expect(dotUnit(most)).toBe(unit));

  it('are never none for what got something, and none for nothing', () => {
    expect(dotCount(1, 20)).toBe(1);
    expect(dotCount(0, 1)).toBe(0);
    expect(dotCount(184, 1)).toBe(184);
  });

  it('fill three rows, column by column', () => {
    expect(dotPath(4)).toBe('M4 4h0M4 12h0M4 20h0M12 4h0');
    expect(dotWidth(4)).toBe(16);
  });
});

describe('the outcome', () => {
  const item = (id: string, rank: number, value: number, wins: boolean) => ({
    id,
    title: id,
    rank,
    value,
    voters: value,
    wins,
  });
  const result = {
    method: { kind: 'dots', dots: 3, maxPerItem: 2 },
    ranking: [
      item('a', 1, 9, true),
      item('b', 2, 4, true),
      item('c', 2, 4, true),
      item('d', 4, 1, false),
      item('e', 4, 1, false),
      item('f', 6, 0, false),
    ],
    lots: [
      ['b', 'c'],
      ['d', 'e'],
    ],
  } as unknown as Result;

  it('places only what got something', () =>
    expect(shownLines(result).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']));
  it('knows shared places', () => expect([...sharedRanks(result)]).toEqual([2, 4]));
  it('tells the ties among the chosen, and counts those below', () => {
    expect(tiesOf(result)).toEqual({ shown: [{ from: 2, to: 3, titles: ['b', 'c'] }], lower: 1 });
  });
  it('never calls it everybody when somebody stayed away', () => {
    expect(percentage(999, 1_000)).toBe('99');
    expect(percentage(41, 60)).toBe('68');
    expect(percentage(0, 0)).toBe('0');
  });
});

describe('who may read the report', () => {
  const answers = (allowed: string | null, code = 'no_identity') =>
    vi.fn((role: string | null): Api => ({
      get: vi
        .fn()
        .mockResolvedValue(role === allowed ? { ok: true, value: { joined: 3 } } : { ok: false, code, detail: null }),
      send: vi.fn(),
    }));

  it('takes the role the link asks for', async () => {
    expect(await visit('X', '?role=facilitator', answers('facilitator'))).toMatchObject({ role: 'facilitator' });
    expect(await visit('X', '', answers('participant'))).toMatchObject({ role: 'participant' });
  });

  it('else the other role of this device', async () => {
    expect(await visit('X', '', answers('facilitator'))).toMatchObject({ role: 'facilitator' });
  });

  it('else says why, and does not ask twice when asking helps nothing', async () => {
    expect(await visit('X', '', answers(null))).toEqual({ refused: 'no_identity' });
    const offline = answers(null, 'offline');
    expect(await visit('X', '', offline)).toEqual({ refused: 'offline' });
    expect(offline).toHaveBeenCalledTimes(1);
  });
});
