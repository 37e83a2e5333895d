import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shuffle } from '../../shared/shuffle.ts';

const items = Array.from({ length: 12 }, (_, index) => `item${index}`);

describe('the order of a ballot', () => {
  it('is the same for the same voter, each time', () => {
    expect(shuffle(items, 'ans|vote|1')).toEqual(shuffle(items, 'ans|vote|1'));
  });

  it('differs between voters and between runs', () => {
    expect(shuffle(items, 'ans|vote|1')).not.toEqual(shuffle(items, 'bob|vote|1'));
    expect(shuffle(items, 'ans|vote|1')).not.toEqual(shuffle(items, 'ans|vote|2'));
  });

  it('loses nothing, doubles nothing and leaves what it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (list, seed) => {
        const before = [...list];
        expect(shuffle(list, seed).sort((a, b) => a - b)).toEqual([...list].sort((a, b) => a - b));
        expect(list).toEqual(before);
      }),
    );
  });

  it('puts every item first about as often', () => {
    const first = new Map<string, number>();
    for (let voter = 0; voter < 6_000; voter++) {
      const [top] = shuffle(items, `voter${voter}|vote|1`);
      first.set(top!, (first.get(top!) ?? 0) + 1);
    }
    expect([...first.values()].every((times) => times > 400 && times < 600)).toBe(true);
    expect(first.size).toBe(items.length);
  });
});
