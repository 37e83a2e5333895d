import { describe, expect, it } from 'vitest';
import { countPoll, leastTold, meanOf, type Paper } from '../../shared/polling.ts';
import { questionSetOf } from '../../shared/questions.ts';

const set = questionSetOf('incheck')!;
const papers = (group: string, count: number, mark: number | null): Paper[] =>
  Array.from({ length: count }, () => ({ group, answers: { zin: mark } }));
const groupsOf = (all: Paper[]) =>
  countPoll(set, all)
    .find(({ id }) => id === 'zin')!
    .groups.map(({ group, answered }) => [group, answered]);

describe('what is told of a poll', () => {
  it('counts every answer, and "weet ik niet" apart', () => {
    const [, zin] = countPoll(set, [...papers('', 2, 5), ...papers('', 1, 2), ...papers('', 4, null)]);
    expect(zin).toMatchObject({ answered: 3, unknown: 4, counts: [0, 1, 0, 0, 2] });
    expect(meanOf({ least: 1 }, zin!.counts)).toBe(4);
    expect(meanOf({ least: 1 }, [0, 0, 0])).toBeNull();
  });

  it('is nothing of a group that is too small to hide in', () => {
    expect(
      groupsOf([...papers('a', leastTold, 3), ...papers('b', leastTold, 3), ...papers('c', leastTold, 3)]),
    ).toEqual([
      ['a', 5],
      ['b', 5],
      ['c', 5],
    ]);
    expect(groupsOf(papers('a', leastTold - 1, 3))).toEqual([]);
  });

  it('lets nobody find a small group by subtraction', () => {
    expect(groupsOf([...papers('a', 9, 3), ...papers('b', 6, 3), ...papers('c', 2, 3)])).toEqual([['a', 9]]);
    expect(groupsOf([...papers('a', 9, 3), ...papers('c', 2, 3)])).toEqual([]);
  });

  it('counts who does not know in no group', () => {
    expect(groupsOf([...papers('a', 5, 3), ...papers('b', 3, null)])).toEqual([['a', 5]]);
  });
});
