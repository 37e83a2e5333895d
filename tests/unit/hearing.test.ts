import { describe, expect, it } from 'vitest';
import { moved } from '../../client/phases/present/order.ts';
import { heardBetween } from '../../client/views/wall/sound.ts';

describe('what the wall lets be heard', () => {
  it.each<[number | null, number, number, string | null]>([
    [11, 10, 60, 'tap'],
    [1, 0, 60, 'taps'],
    [12, 11, 60, null],
    [null, 10, 60, null],
    [30, 10, 60, null],
    [60, 0, 60, null],
    [11, 10, 10, null],
    [10, 11, 60, null],
  ])('from %s to %s seconds of %s: %s', (before, left, total, heard) => {
    expect(heardBetween(before, left, total)).toBe(heard);
  });
});

describe('where a pitch goes in the queue', () => {
  const ids = ['a', 'b', 'c', 'd'];
  it.each<[string, Parameters<typeof moved>[2], string]>([
    ['c', 'first', 'cabd'],
    ['c', 'up', 'acbd'],
    ['b', 'down', 'acbd'],
    ['d', 'down', 'abcd'],
    ['a', 'up', 'abcd'],
    ['a', { at: 'c' }, 'bcad'],
    ['d', { at: 'b' }, 'adbc'],
    ['a', { at: 'nowhere' }, 'abcd'],
    ['nowhere', 'first', 'abcd'],
  ])('%s to %j: %s', (id, place, order) => expect(moved(ids, id, place).join('')).toBe(order));
});
