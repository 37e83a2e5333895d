import { describe, expect, it } from 'vitest';
import { nextPair } from '../../../shared/tally/pairs.ts';
import { pairKey } from '../../../shared/tally/pairwise.ts';
import { seeded } from '../../support/seeded.ts';

function bytes(seed: number) {
  const chance = seeded(seed);
  return (count: number) => Uint8Array.from({ length: count }, () => Math.floor(chance() * 256));
}

const many = Array.from({ length: 200 }, (_, index) => `k${index}`);

describe('the next pair', () => {
  it('comes as often as 1 / (1 + s)² says, with either card on the left', () => {
    const random = bytes(3);
    const shown = new Map([
      [pairKey('a', 'b'), 2],
      [pairKey('a', 'c'), 1],
    ]);
    const seen = new Map<string, number>();
    for (let turn = 0; turn < 4_900; turn++) {
      const { left, right } = nextPair(['a', 'b', 'c'], shown, new Set(), random)!;
      for (const key of [pairKey(left, right), `left ${left}`]) seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    // 1/9, 1/4 and 1: of 49 parts 4, 9 and 36
    expect(Math.abs(seen.get('a|b')! - 400)).toBeLessThan(80);
    expect(Math.abs(seen.get('a|c')! - 900)).toBeLessThan(120);
    expect(Math.abs(seen.get('b|c')! - 3_600)).toBeLessThan(150);
    expect(Math.abs(seen.get('left c')! - 2_250)).toBeLessThan(150);
  });

  it('is one that was not judged, until all are', () => {
    const random = bytes(5);
    const judged = new Set<string>();
    for (let turn = 0; turn < 6; turn++) {
      const { left, right } = nextPair(['a', 'b', 'c', 'd'], new Map([['a|b', 40]]), judged, random)!;
      expect(judged.has(pairKey(left, right))).toBe(false);
      judged.add(pairKey(left, right));
    }
    expect(nextPair(['a', 'b', 'c', 'd'], new Map(), judged, random)).toBeNull();
    expect(nextPair(['a'], new Map(), new Set(), random)).toBeNull();
    expect(nextPair([], new Map(), new Set(), random)).toBeNull();
  });

  it('is drawn from a long list as well', () => {
    const random = bytes(7);
    const judged = new Set<string>();
    for (let turn = 0; turn < 50; turn++) {
      const { left, right } = nextPair(many, new Map(), judged, random)!;
      expect(left).not.toBe(right);
      expect(judged.has(pairKey(left, right))).toBe(false);
      judged.add(pairKey(left, right));
    }
  });
});
