import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixed } from '../../../shared/draw/mixed.ts';
import { newNeighbours, seatLate } from '../../../shared/draw/neighbours.ts';
import { repeats, spread, tableCount, type Person, type Seating } from '../../../shared/draw/seating.ts';
import { compositions, crowd, mostMet, people, seeds, sizes, unevenness } from './crowd.ts';

/** `count` rounds for the same people. */
function evening(here: readonly Person[], tables: number, seed: string, count = 3): Seating[] {
  const rounds: Seating[] = [mixed(here, tables, seed)];
  while (rounds.length < count) rounds.push(newNeighbours({ people: here, tables, before: rounds, seed }));
  return rounds;
}

/** What the doc comment of `newNeighbours` proves: with this no repeat can be left. */
function surelyNew(here: readonly Person[], tables: number, before: readonly Seating[], hosts = 0): boolean {
  const met = mostMet(here, before);
  const [small, large] = [Math.floor(here.length / tables), Math.ceil(here.length / tables)];
  return (tables - met) * (small - hosts) > (large - 1) * met;
}

/** What Hajnal and Szemerédi (1970) prove: then there is a seating without repeats, however hard to find. */
function possiblyNew(here: readonly Person[], tables: number, before: readonly Seating[]): boolean {
  return tables > mostMet(here, before);
}

describe('new neighbours at a G1000', () => {
  it.each([
    [30, 100],
    [598, 12],
    [1000, 12],
  ] as const)('%i people at tables of five meet nobody twice in three rounds (%i seeds)', (count, tries) => {
    const here = crowd(compositions[count]);
    const tables = tableCount(count, 5);
    for (const seed of seeds(tries)) {
      const [first, second, third] = evening(here, tables, seed) as [Seating, Seating, Seating];
      expect([repeats(second, [first]), repeats(third, [first, second])]).toEqual([0, 0]);
      for (const seating of [second, third]) {
        expect(seating.flat()).toHaveLength(count);
        expect(unevenness(seating)).toBeLessThanOrEqual(1);
        expect(spread(seating, here)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('is certain at 598 and 1,000 people, and at 30 is not', () => {
    const certain = ([30, 598, 1000] as const).map((count) => {
      const here = crowd(compositions[count]);
      const tables = tableCount(count, 5);
      return surelyNew(here, tables, evening(here, tables, 's', 2));
    });
    expect(certain).toEqual([false, true, true]);
  });

  it('lets 80 secretaries keep their 80 tables while everybody else meets new people', () => {
    const here = crowd(compositions[598]);
    const secretaries = here.filter(({ group }) => group === 'secretary').map(({ id }) => id);
    for (const seed of seeds(5)) {
      const before: Seating[] = [mixed(here, 80, seed)];
      for (let round = 2; round <= 3; round++) {
        expect(surelyNew(here, 80, before, 1)).toBe(true);
        const next = newNeighbours({ people: here, tables: 80, before, staying: secretaries, seed });
        const hosts = (seating: Seating) => seating.map((table) => table.filter((id) => secretaries.includes(id)));
        expect(hosts(next)).toEqual(hosts(before[0]!));
        expect([repeats(next, before), unevenness(next)]).toEqual([0, 1]);
        expect(spread(next, here)).toBeLessThanOrEqual(1);
        before.push(next);
      }
    }
  });
});

const evenings = fc.record({
  here: people(4, 80),
  size: fc.integer({ min: 2, max: 6 }),
  /** per round after the first: how many leave, how many come */
  moves: fc.array(fc.record({ leave: fc.nat(8), come: fc.nat(8) }), { minLength: 1, maxLength: 4 }),
  seed: fc.string(),
});

describe('new neighbours, while people come and go', () => {
  it('seat everybody once at even tables, and repeat nothing where that is certain', () => {
    let certain = 0;
    fc.assert(
      fc.property(evenings, ({ here, size, moves, seed }) => {
        let present = here;
        const before: Seating[] = [mixed(present, tableCount(present.length, size), seed)];
        for (const [round, { leave, come }] of moves.entries()) {
          const late = Array.from({ length: come }, (_, index) => ({ id: `late${round}-${index}`, group: 'resident' }));
          present = [...present.slice(Math.min(leave, present.length - 2)), ...late];
          const tables = tableCount(present.length, size);
          const next = newNeighbours({ people: present, tables, before, seed });
          expect(next).toHaveLength(tables);
          expect(next.flat().sort()).toEqual(present.map(({ id }) => id).sort());
          expect(unevenness(next)).toBeLessThanOrEqual(1);
          if (surelyNew(present, tables, before)) {
            certain++;
            expect(repeats(next, before)).toBe(0);
          }
          before.push(next);
        }
      }),
      { numRuns: 60 },
    );
    expect(certain).toBeGreaterThan(10);
  });

  it('find new neighbours for all wherever these are known to exist, in rooms drawn once and for all', () => {
    let possible = 0;
    const rooms = fc.record({ here: people(6, 70), size: fc.integer({ min: 2, max: 6 }), seed: fc.string() });
    fc.assert(
      fc.property(rooms, ({ here, size, seed }) => {
        const tables = tableCount(here.length, size);
        const before: Seating[] = [mixed(here, tables, seed)];
        while (before.length < 5 && possiblyNew(here, tables, before)) {
          possible++;
          const next = newNeighbours({ people: here, tables, before, seed });
          expect(repeats(next, before)).toBe(0);
          before.push(next);
        }
      }),
      { numRuns: 100, seed: 20140322 },
    );
    expect(possible).toBeGreaterThan(100);
  });

  it('spread the repeats that can not be avoided as far as can be', () => {
    const here = crowd({ resident: 100 });
    const [first, second] = evening(here, 5, 's', 2) as [Seating, Seating];
    expect(repeats(second, [first])).toBe(5 * 5 * 6); // four of every old table at every new one
  });

  it('depend on the seed, and not on the order people are given in', () => {
    const here = crowd(compositions[30]);
    const before = [mixed(here, 6, 's')];
    const next = newNeighbours({ people: here, tables: 6, before, seed: 's' });
    fc.assert(
      fc.property(fc.shuffledSubarray(here, { minLength: 30 }), (other) => {
        expect(newNeighbours({ people: other, tables: 6, before, seed: 's' })).toEqual(next);
      }),
      { numRuns: 20 },
    );
    const others = seeds(20).map((seed) => newNeighbours({ people: here, tables: 6, before, seed }));
    expect(new Set(others.map((seating) => JSON.stringify(seating))).size).toBe(20);
  });

  it('are given to hosts in their turn when their table is gone', () => {
    const here = crowd({ host: 4, resident: 8 });
    const before = [mixed(here, 4, 's')];
    const hosts = here.filter(({ group }) => group === 'host').map(({ id }) => id);
    const next = newNeighbours({ people: here, tables: 3, before, staying: hosts, seed: 's' });
    expect(sizes(next)).toEqual([4, 4, 4]);
    for (const table of [0, 1, 2]) expect(next[table]).toEqual(expect.arrayContaining(hostsAt(before[0]!, table)));
    function hostsAt(seating: Seating, table: number): string[] {
      return seating[table]!.filter((id) => hosts.includes(id));
    }
  });

  it('stand still with one table, one person or nobody', () => {
    const [ans, bob] = crowd({ resident: 2 }) as [Person, Person];
    expect(newNeighbours({ people: [], tables: 2, before: [], seed: 's' })).toEqual([[], []]);
    expect(newNeighbours({ people: [ans], tables: 1, before: [[['resident0']]], seed: 's' })).toEqual([['resident0']]);
    const together = newNeighbours({
      people: [ans, bob],
      tables: 1,
      before: [[['resident0', 'resident1']]],
      seed: 's',
    });
    expect(together.flat().sort()).toEqual(['resident0', 'resident1']);
  });
});

describe('who comes in during a round', () => {
  const here = crowd({ resident: 5, official: 1 });
  const late = { id: 'late', group: 'official' };
  const seating = [
    ['resident0', 'resident1', 'official0'],
    ['resident2', 'resident3'],
    ['resident4', 'gone'],
  ];
  const all = [...here, { id: 'gone', group: 'resident' }];

  it('sits at the smallest table, where they know fewest, then with fewest of their group', () => {
    expect(seatLate(late, seating, all, [])).toBe(1);
    expect(seatLate(late, seating, all, [[['late', 'resident3']]])).toBe(2);
    const even = [
      ['official0', 'resident0'],
      ['resident1', 'resident2'],
      ['resident3', 'resident4'],
    ];
    expect(seatLate(late, even, here, [])).toBe(1);
    expect(seatLate({ id: 'late', group: 'resident' }, even, here, [])).toBe(0);
  });

  it('keeps tables even, however many come', () => {
    let [tables, present]: [string[][], Person[]] = [mixed(here, 3, 's'), here];
    for (let count = 0; count < 10; count++) {
      const person = { id: `late${count}`, group: 'resident' };
      const table = seatLate(person, tables, present, []);
      tables = tables.map((ids, index) => (index === table ? [...ids, person.id] : ids));
      present = [...present, person];
      expect(unevenness(tables)).toBeLessThanOrEqual(1);
    }
  });
});
