import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tablesByChoice, type Chooser } from '../../../shared/draw/choice.ts';
import { spread } from '../../../shared/draw/seating.ts';
import { compositions, crowd, people, unevenness } from './crowd.ts';

const options = ['green', 'care', 'traffic'];
const settings = { options, size: 10, atLeast: { resident: 1 }, seed: 's' };

const choosers: fc.Arbitrary<Chooser[]> = people(0, 80).chain((here) =>
  fc
    .array(fc.constantFrom(...options, null, 'gone'), { minLength: here.length, maxLength: here.length })
    .map((choices) => here.map((person, index) => ({ ...person, choice: choices[index] ?? null }))),
);

describe('tables by own choice', () => {
  it('seat everybody with their choice, evenly, mixed, and at most ten', () => {
    fc.assert(
      fc.property(choosers, (here) => {
        const { parts, undecided } = tablesByChoice({ ...settings, people: here });
        for (const { option, tables } of parts) {
          const chose = here.filter(({ choice }) => choice === option);
          expect(tables.flat().sort()).toEqual(chose.map(({ id }) => id).sort());
          if (tables.length === 0) continue;
          expect(unevenness(tables)).toBeLessThanOrEqual(1);
          expect(spread(tables, chose)).toBeLessThanOrEqual(1);
          expect(Math.max(...tables.map((ids) => ids.length))).toBeLessThanOrEqual(10);
        }
        const lost = here.filter(({ choice }) => choice === null || choice === 'gone');
        expect([...undecided].sort()).toEqual(lost.map(({ id }) => id).sort());
      }),
    );
  });

  it('have a resident each whenever enough residents chose it, and say where not', () => {
    fc.assert(
      fc.property(choosers, (here) => {
        const { parts, shortages } = tablesByChoice({ ...settings, people: here });
        for (const { option, first, tables } of parts) {
          const residents = here.filter(({ choice, group }) => choice === option && group === 'resident').length;
          const short = shortages.filter(({ table }) => table >= first && table < first + tables.length);
          expect(short).toHaveLength(Math.max(0, tables.length - residents));
          expect(short.every(({ group, missing }) => group === 'resident' && missing === 1)).toBe(true);
        }
      }),
    );
  });

  it('number on through the options', () => {
    const here = crowd({ resident: 33 }).map((person, index) => ({ ...person, choice: options[index % 2]! }));
    const { parts } = tablesByChoice({ ...settings, people: here });
    expect(parts.map(({ option, first, tables }) => [option, first, tables.length])).toEqual([
      ['green', 1, 2],
      ['care', 3, 2],
      ['traffic', 5, 0],
    ]);
  });

  it('work for the ten themes of a G1000', () => {
    const themes = Array.from({ length: 10 }, (_, index) => `theme${index}`);
    const here = crowd(compositions[598]).map((person, index) => ({ ...person, choice: themes[index ** 2 % 10]! }));
    const { shortages, undecided } = tablesByChoice({ ...settings, options: themes, people: here });
    expect([shortages, undecided]).toEqual([[], []]);
  });

  it('are the same whatever the order of the list', () => {
    fc.assert(
      fc.property(
        choosers.chain((here) => fc.tuple(fc.constant(here), fc.shuffledSubarray(here, { minLength: here.length }))),
        ([here, other]) => {
          expect(tablesByChoice({ ...settings, people: other })).toEqual(tablesByChoice({ ...settings, people: here }));
        },
      ),
    );
  });
});
