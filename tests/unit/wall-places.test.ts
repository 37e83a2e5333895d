import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { densities, densityFor, field, placesOf, stageOf } from '../../client/views/wall/density.ts';
import { Feed } from '../../client/views/wall/feed.ts';
import { Slots } from '../../client/views/wall/slots.ts';

describe('places on the wall', () => {
  it('never move a card because another came', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(fc.nat(30), { maxLength: 80 }), (count, arrivals) => {
        const slots = new Slots(count);
        const seen = new Map<string, number>();
        for (const n of arrivals) {
          slots.add(`card${n}`);
          for (const [place, id] of slots.places.entries()) {
            if (id === null) continue;
            if (seen.has(id)) expect(place).toBe(seen.get(id));
          }
          seen.clear();
          for (const [place, id] of slots.places.entries()) if (id !== null) seen.set(id, place);
        }
      }),
    );
  });

  it('give a newcomer the place of the card that stood longest', () => {
    const slots = new Slots(3);
    for (const id of ['a', 'b', 'c', 'd']) slots.add(id);
    expect(slots.places).toEqual(['d', 'b', 'c']);
    slots.remove('b');
    slots.add('e');
    expect(slots.places).toEqual(['d', 'e', 'c']);
  });

  it('keep the first place for the count of the others', () => {
    const slots = new Slots(3);
    for (const id of ['a', 'b', 'c']) slots.add(id);
    slots.reserveFirst();
    slots.add('d');
    expect(slots.places).toEqual([Slots.reserved, 'd', 'c']);
    expect(slots.size).toBe(2);
  });
});

describe('density of the writing wall', () => {
  it.each([
    [0, 40],
    [12, 40],
    [13, 32],
    [30, 32],
    [31, 26],
    [1_500, 26],
  ])('%i cards: %i px', (count, title) => expect(densityFor(count, null).title).toBe(title));

  it('does not flap when a card is withdrawn at a step', () => {
    const dense = densityFor(31, null);
    expect(densityFor(30, dense)).toBe(dense);
    expect(densityFor(27, dense).title).toBe(32);
  });

  it.each(densities)('has room for all cards of its step, in the field, beside the newest: from $from', (density) => {
    const next = densities[densities.indexOf(density) + 1]?.from ?? 57;
    const boxes = [...placesOf(density), stageOf(density)];
    expect(boxes.length).toBeGreaterThanOrEqual(Math.min(next - 1, 56));
    for (const box of boxes) {
      expect(box.x + box.width).toBeLessThanOrEqual(field.width);
      expect(box.y + box.height).toBeLessThanOrEqual(field.height);
    }
  });

  it('is the grid of the picture when dense: 244 x 67', () => {
    expect(placesOf(densityFor(56, null))[0]).toMatchObject({ width: 244, height: 67 });
  });
});

describe('the newest card', () => {
  it('stands for six seconds, then goes to its place', () => {
    const feed = new Feed();
    feed.push('a');
    expect(feed.advance(0)).toEqual([]);
    feed.push('b');
    expect(feed.advance(5_900)).toEqual([]);
    expect(feed.newest).toBe('a');
    expect(feed.advance(6_000)).toEqual(['a']);
    expect(feed.newest).toBe('b');
  });

  it('is the last of each two seconds in a rush; the others go to their places in order', () => {
    const feed = new Feed();
    feed.push('a');
    feed.advance(0);
    for (const id of ['b', 'c', 'd']) feed.push(id);
    expect(feed.advance(1_900)).toEqual([]);
    expect(feed.advance(2_000)).toEqual(['a', 'b', 'c']);
    expect(feed.newest).toBe('d');
  });

  it('goes when it is withdrawn', () => {
    const feed = new Feed();
    feed.push('a');
    feed.advance(0);
    feed.keep(() => false);
    expect(feed.newest).toBeNull();
  });
});
