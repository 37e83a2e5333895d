import { describe, expect, it } from 'vitest';
import type { Card } from '../../shared/model.ts';
import { ArrangingWall } from '../../client/phases/arrange/wall/arranging.ts';

const card = (id: string) => ({ id }) as Card;
const board = (places: Record<string, string[]>) =>
  new Map(Object.entries(places).map(([place, ids]) => [place === 'none' ? null : place, ids.map(card)]));

describe('the arranging wall', () => {
  it('shows what is there at the start without calling it moved', () => {
    const wall = new ArrangingWall(3, 6);
    const seen = wall.see(board({ a: ['1', '2', '3', '4'], none: ['5'] }), 0, false);
    expect(seen.moved).toBeNull();
    expect(seen.shown.get('a')).toEqual(['4', '3', '2']);
    expect(seen.shown.get(null)).toEqual(['5', null, null, null, null, null]);
  });

  it('puts the card that moved last in front, and later in the place of the one that was there longest', () => {
    const wall = new ArrangingWall(3, 6);
    wall.see(board({ a: ['1', '2', '3', '4'], none: ['5'] }), 0, false);
    let seen = wall.see(board({ a: ['1', '2', '3', '4', '5'] }), 1_000, false);
    expect(seen.moved).toEqual({ card: '5', to: 'a' });
    expect(seen.shown.get('a')).toEqual(['4', '3', '2']);
    seen = wall.tick(13_000);
    expect(seen.moved).toBeNull();
    expect(seen.shown.get('a')).toEqual(['5', '3', '2']);
  });

  it('stands still while paused', () => {
    const wall = new ArrangingWall(3, 6);
    wall.see(board({ a: ['1'], none: ['5'] }), 0, false);
    const seen = wall.see(board({ a: ['1', '5'] }), 1_000, true);
    expect(seen.moved).toBeNull();
  });
});
