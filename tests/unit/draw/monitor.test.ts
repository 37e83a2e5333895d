import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMoments, leastAnswers, type Answer, type Measure } from '../../../shared/draw/monitor.ts';

const answers = (subgroup: string, ...values: Answer['value'][]): Answer[] =>
  values.map((value) => ({ question: 'heard', subgroup, value }));

describe('monitoring', () => {
  it('gives mean, n and "weet ik niet" at both moments, and the exact change', () => {
    const before = answers('young', 1, 2, 2, 2, 2, 'unknown');
    const now = [...answers('young', 4, 4, 4, 4, 4), ...answers('old', 3, 3, 3, 3, 3, 'unknown')];
    expect(compareMoments(['heard'], before, now)).toEqual([
      {
        question: 'heard',
        subgroup: null,
        before: { shown: true, n: 6, unknown: 1, mean: '9/5' },
        now: { shown: true, n: 11, unknown: 1, mean: '7/2' },
        change: '17/10',
      },
      {
        question: 'heard',
        subgroup: 'old',
        before: { shown: false },
        now: { shown: true, n: 6, unknown: 1, mean: '3' },
        change: null,
      },
      {
        question: 'heard',
        subgroup: 'young',
        before: { shown: true, n: 6, unknown: 1, mean: '9/5' },
        now: { shown: true, n: 5, unknown: 0, mean: '4' },
        change: '11/5',
      },
    ]);
  });

  it('hides four answers, and the smallest other group that would give them away', () => {
    const now = [...answers('a', 1, 1, 1, 1), ...answers('b', 2, 2, 2, 2, 2, 2), ...answers('c', 3, 3, 3, 3, 3, 3, 3)];
    const shown = compareMoments(['heard'], [], now).map(({ subgroup, now }) => [subgroup, now.shown]);
    expect(shown).toEqual([
      [null, true],
      ['a', false],
      ['b', false],
      ['c', true],
    ]);
    expect(compareMoments(['heard'], [], answers('a', 1, 2, 3, 4))[0]!.now).toEqual({ shown: false });
  });

  it('gives no mean of a few values among many "weet ik niet"', () => {
    const now = answers('a', 1, 'unknown', 'unknown', 'unknown', 'unknown', 'unknown');
    expect(compareMoments(['heard'], [], now)[0]!.now).toEqual({ shown: true, n: 6, unknown: 5, mean: null });
  });

  const answer: fc.Arbitrary<Answer> = fc.record({
    question: fc.constantFrom('heard', 'done'),
    subgroup: fc.constantFrom('a', 'b', 'c', 'd'),
    value: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('unknown' as const)),
  });

  it('never lets fewer than five answers be told from the totals', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 60 }), (now) => {
        const rows = compareMoments(['heard', 'done'], [], now);
        for (const question of ['heard', 'done']) {
          const [total, ...parts] = rows.filter((row) => row.question === question).map((row) => row.now);
          if (!total?.shown) continue;
          const left = parts.reduce((n, part) => n - (part.shown ? part.n : 0), total.n);
          expect(left === 0 || left >= leastAnswers).toBe(true);
          if (total.mean === null) continue;
          const given = (part: Measure) => (part.shown && part.mean !== null ? part.n - part.unknown : 0);
          const values = parts.reduce((n, part) => n - given(part), given(total));
          expect(values === 0 || values >= leastAnswers).toBe(true);
        }
      }),
    );
  });
});
