import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixed } from '../../../shared/draw/mixed.ts';
import { repeats, seatsAt, spread, tableCount, type Person } from '../../../shared/draw/seating.ts';
import { lotOrder } from '../../../shared/tally/lot.ts';
import { compositions, crowd, people, seeds, sizes, unevenness } from './crowd.ts';

const hall = fc.record({ here: people(0, 60), tables: fc.integer({ min: 1, max: 15 }), seed: fc.string() });

/** The rule of DOMAIN 4.14 to the letter. */
function toTheLetter(here: readonly Person[], tables: number, seed: string): string[][] {
  const seating = Array.from({ length: tables }, (): Person[] => []);
  const groups = [...new Set(here.map(({ group }) => group))].map((group) => here.filter((one) => one.group === group));
  groups.sort((a, b) => b.length - a.length || (a[0]!.group < b[0]!.group ? -1 : 1));
  for (const group of groups) {
    for (const id of lotOrder(
      seed,
      group.map((one) => one.id),
    )) {
      const person = group.find((one) => one.id === id)!;
      const own = (table: Person[]) => table.filter((one) => one.group === person.group).length;
      const [table] = [...seating].sort((a, b) => own(a) - own(b) || a.length - b.length);
      table!.push(person);
    }
  }
  return seating.map((table) => table.map(({ id }) => id));
}

describe('mixed tables', () => {
  it('are those of the rule: fewest of the group, fewest people, lowest number', () => {
    fc.assert(
      fc.property(hall, ({ here, tables, seed }) => {
        expect(mixed(here, tables, seed)).toEqual(toTheLetter(here, tables, seed));
      }),
    );
  });

  it.each([30, 598, 1000] as const)('are as even and as mixed as can be with %i people', (count) => {
    const here = crowd(compositions[count]);
    for (const seed of seeds(10)) {
      const seating = mixed(here, tableCount(count, 5), seed);
      expect(seating.flat()).toHaveLength(count);
      expect(unevenness(seating)).toBeLessThanOrEqual(1);
      expect(spread(seating, here)).toBeLessThanOrEqual(1);
    }
  });

  it('seat everybody once, whatever the groups', () => {
    fc.assert(
      fc.property(hall, ({ here, tables, seed }) => {
        const seating = mixed(here, tables, seed);
        expect(seating.flat().sort()).toEqual(here.map(({ id }) => id).sort());
        expect(unevenness(seating)).toBeLessThanOrEqual(1);
        expect(spread(seating, here)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('depend on the seed and not on the order people are given in', () => {
    const turned = hall.chain((one) =>
      fc.record({ one: fc.constant(one), other: fc.shuffledSubarray(one.here, { minLength: one.here.length }) }),
    );
    fc.assert(
      fc.property(turned, ({ one: { here, tables, seed }, other }) => {
        expect(mixed(other, tables, seed)).toEqual(mixed(here, tables, seed));
      }),
    );
    const here = crowd(compositions[30]);
    expect(new Set(seeds(20).map((seed) => JSON.stringify(mixed(here, 6, seed)))).size).toBe(20);
  });

  it('follow the lot: the large group first, table by table', () => {
    const here = crowd({ official: 2, resident: 5 });
    const residents = lotOrder('s', ['resident0', 'resident1', 'resident2', 'resident3', 'resident4']);
    const officials = lotOrder('s', ['official0', 'official1']);
    expect(mixed(here, 3, 's')).toEqual([
      [residents[0], residents[3], officials[1]],
      [residents[1], residents[4]],
      [residents[2], officials[0]],
    ]);
  });

  it('make pairs of experienced and new people, and a trio when they are odd', () => {
    const here = crowd({ experienced: 4, new: 3 });
    const pairs = mixed(here, tableCount(7, 2), 's');
    expect(sizes(pairs)).toEqual([3, 2, 2]);
    expect(pairs.every((pair) => pair.some((id) => id.startsWith('new')))).toBe(true);
  });
});

describe('the number of tables', () => {
  it.each([
    [0, 5, 1],
    [1, 2, 1],
    [3, 2, 1],
    [7, 2, 3],
    [6, 5, 2],
    [598, 5, 120],
    [1000, 5, 200],
  ])('for %i people at tables of %i is %i', (count, size, tables) => {
    expect(tableCount(count, size)).toBe(tables);
    expect(tableCount(count, size, tables - 1)).toBe(tables);
    expect(tableCount(count, size, tables + 1)).toBe(Math.min(tables + 1, Math.max(1, Math.floor(count / 2))));
  });

  it('gives nobody a chair too many but the third of three, and leaves nobody alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 2_000 }), fc.integer({ min: 2, max: 40 }), (count, size) => {
        const tables = tableCount(count, size);
        const seats = Array.from({ length: tables }, (_, index) => seatsAt(index, count, tables));
        expect(seats.reduce((sum, here) => sum + here, 0)).toBe(count);
        expect(Math.max(...seats)).toBeLessThanOrEqual(Math.max(size, size === 2 ? 3 : 0));
        expect(Math.min(...seats)).toBeGreaterThanOrEqual(2);
        expect(Math.max(...seats) - Math.min(...seats)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('repeats', () => {
  const before = [
    [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ],
    [
      ['a', 'b', 'd'],
      ['c', 'e', 'f'],
    ],
  ];

  it('count a pair as often as it sat together', () => {
    expect(
      repeats(
        [
          ['a', 'b'],
          ['c', 'd'],
          ['x', 'y'],
        ],
        before,
      ),
    ).toBe(2);
    expect(repeats([['e', 'f', 'a']], before)).toBe(2);
    expect(
      repeats(
        [
          ['a', 'e'],
          ['c', 'd'],
        ],
        before,
      ),
    ).toBe(0);
    expect(repeats([['a', 'b']], [])).toBe(0);
  });
});
