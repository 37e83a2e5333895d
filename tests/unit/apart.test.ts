import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenGroups } from '../../shared/apart.ts';
import { shownSteps } from '../../server/session/result.ts';
import type { Step } from '../../shared/tally/log.ts';

const least = 5;
const hidden = (...sizes: number[]) => [...hiddenGroups(new Map(sizes.entries()), least)].sort();

describe('groups that are too small to be shown apart', () => {
  it.each([
    [[5, 6, 7], []],
    [
      [4, 6, 7],
      [0, 1],
    ],
    [
      [4, 3, 7],
      [0, 1],
    ],
    [
      [1, 2, 7, 9],
      [0, 1, 2],
    ],
    [
      [7, 4],
      [0, 1],
    ],
    [[4], [0]],
    [
      [0, 4, 9],
      [0, 1, 2],
    ],
    [[], []],
  ])('of %j are %j', (sizes, expected) => expect(hidden(...sizes)).toEqual(expected));

  it('can never be found out from the rest, and no more is held back than that asks', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 8 }), (list) => {
        const sizes = new Map(list.entries());
        const out = hiddenGroups(sizes, least);
        const sum = (names: Iterable<number>) => [...names].reduce((all, name) => all + sizes.get(name)!, 0);
        const shown = [...sizes.keys()].filter((name) => !out.has(name));
        expect(shown.every((name) => sizes.get(name)! >= least)).toBe(true);
        if (shown.length === 0) return;
        // the total minus all that is shown is nobody, or at least as many as may be shown
        expect(sum(out) === 0 || sum(out) >= least).toBe(true);
        // never one group of people alone
        expect([...out].filter((name) => sizes.get(name)! > 0)).not.toHaveLength(1);
        const [largest] = [...out].sort((a, b) => sizes.get(b)! - sizes.get(a)!);
        if (largest === undefined || sizes.get(largest)! < least) return;
        expect(sum(out) - sizes.get(largest)!).toBeLessThan(least);
      }),
    );
  });
});

it('steps tell what jurors gave by group, but for groups that are too small', () => {
  const judged = (id: string, group: string, jurors: number): Step => {
    return { step: 'judged', id, group, totals: Array.from({ length: jurors }, () => '3'), mean: '3' };
  };
  const other: Step = { step: 'ballots', cast: 20, blank: 0, electorate: 20 };
  const log = [other, judged('a', 'inwoner', 9), judged('a', 'raadslid', 4), judged('a', 'ambtenaar', 6)];
  const more = [judged('b', 'inwoner', 5), judged('b', 'raadslid', 5), judged('c', '', 3)];
  expect(shownSteps([...log, ...more])).toEqual([other, log[1], ...more]);
});
