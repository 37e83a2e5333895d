import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exposureOf, firstOf, isLong, readable, timesFirst } from '../../shared/exposure.ts';

const sizes = fc.integer({ min: 2 * readable, max: 1_500 });

describe('a long ballot', () => {
  it('is one that people can not read whole, twice over', () => {
    expect([isLong(59), isLong(60)]).toEqual([false, true]);
  });

  it('begins with what was seen least, whoever opens it', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 120 }), fc.string(), (items, papers, seed) => {
        const times = Array<number>(items).fill(0);
        for (let turn = 0; turn < papers; turn++) {
          const first = firstOf(items, turn, seed);
          expect(new Set(first).size).toBe(first.length);
          expect(first.length).toBeGreaterThanOrEqual(readable);
          expect(first.length).toBeLessThan(2 * readable);
          const most = Math.max(...first.map((place) => times[place]!));
          expect(most - Math.min(...times)).toBeLessThanOrEqual(0);
          for (const place of first) times[place]! += 1;
        }
        expect(timesFirst(items, papers, seed)).toEqual(times);
      }),
      { numRuns: 40 },
    );
  });

  it('shows a thousand people each of 1,500 ideas as often as any other', () => {
    expect(exposureOf(1_500, 1_000, 'run')).toEqual({ opened: 1_000, least: 20, most: 20 });
    expect(exposureOf(1_500, 1_010, 'run')).toEqual({ opened: 1_010, least: 20, most: 21 });
  });

  it('is dealt in another order each time around', () => {
    expect(firstOf(90, 0, 'run')).not.toEqual(firstOf(90, 3, 'run'));
    expect(firstOf(90, 0, 'run')).not.toEqual(firstOf(90, 0, 'other'));
  });
});
