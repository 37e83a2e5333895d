import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeats, type Seating } from '../../../shared/draw/seating.ts';
import { Seats } from '../../../shared/draw/seats.ts';
import { people } from './crowd.ts';

const tables = 4;
const places = fc.array(fc.nat(tables - 1), { minLength: 30, maxLength: 30 });

const atTables = (ids: readonly string[], at: ArrayLike<number>): Seating =>
  Array.from({ length: tables }, (_, table) => ids.filter((_, index) => at[index] === table));

describe('seats', () => {
  it('know what a swap costs before it is made: repeats first, then the mix', () => {
    const room = fc.record({
      here: people(2, 30),
      earlier: places,
      later: places,
      now: places,
      pick: fc.tuple(fc.nat(), fc.nat()),
    });
    fc.assert(
      fc.property(room, ({ here, earlier, later, now, pick }) => {
        const ids = here.map(({ id }) => id);
        const before = [atTables(ids, earlier), atTables(ids, later)];
        const seats = new Seats(here, tables, before);
        for (const person of here.keys()) seats.sit(person, now[person]!);
        const price = () => {
          const seating = atTables(ids, seats.at);
          const groups = seating.map((table) => here.filter(({ id }) => table.includes(id)).map(({ group }) => group));
          const squares = groups.flatMap((inside) =>
            [...new Set(inside)].map((group) => inside.filter((other) => other === group).length ** 2),
          );
          return repeats(seating, before) * 1_000_000 + squares.reduce((sum, square) => sum + square, 0);
        };
        const [one, other] = [pick[0] % here.length, pick[1] % here.length];
        const [cost, was] = [seats.cost(one, other), price()];
        seats.swap(one, other);
        expect(price() - was).toBe(cost);
      }),
      { numRuns: 300 },
    );
  });
});
