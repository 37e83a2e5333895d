import { describe, expect, it } from 'vitest';
import { balance, missingInterests } from '../../../shared/draw/balance.ts';

describe('the balance meter', () => {
  it('counts per expected group, then per group nobody expected', () => {
    const seen = {
      present: ['resident', 'official', 'resident', 'visitor', 'constructor'],
      cards: ['official', 'official', 'resident'],
      turns: ['official'],
    };
    expect(balance({ resident: 10, politician: 2, official: 1 }, seen)).toEqual([
      { group: 'resident', expected: 10, present: 2, cards: 1, turns: 0 },
      { group: 'politician', expected: 2, present: 0, cards: 0, turns: 0 },
      { group: 'official', expected: 1, present: 1, cards: 2, turns: 1 },
      { group: 'constructor', expected: 0, present: 1, cards: 0, turns: 0 },
      { group: 'visitor', expected: 0, present: 1, cards: 0, turns: 0 },
    ]);
  });

  it('names the interests that nobody in the room has', () => {
    expect(missingInterests(['youth', 'shops', 'care'], ['shops', 'sport'])).toEqual(['youth', 'care']);
  });
});
