/** Halls full of people, for the tests of `shared/draw/`. */
import fc from 'fast-check';
import type { Person, Seating } from '../../../shared/draw/seating.ts';

/** The G1000 of Amersfoort, 22 March 2014 (DOMAIN 2A): 598 people; and in the same proportions 30 and 1,000. */
export const compositions = {
  30: { resident: 18, employer: 2, artist: 2, politician: 2, official: 2, secretary: 4 },
  598: { resident: 348, employer: 40, artist: 40, politician: 45, official: 45, secretary: 80 },
  1000: { resident: 582, employer: 67, artist: 67, politician: 75, official: 75, secretary: 134 },
};

export function crowd(composition: Readonly<Record<string, number>>): Person[] {
  return Object.entries(composition).flatMap(([group, count]) =>
    Array.from({ length: count }, (_, index) => ({ id: `${group}${index}`, group })),
  );
}

export const seeds = (count: number) => Array.from({ length: count }, (_, index) => `seed${index}`);

const group = fc.constantFrom('resident', 'resident', 'resident', 'official', 'artist');

/** Up to `most` people of uneven groups. */
export const people = (least: number, most: number): fc.Arbitrary<Person[]> =>
  fc
    .array(group, { minLength: least, maxLength: most })
    .map((groups) => groups.map((group, index) => ({ id: `p${index}`, group })));

/** The most different people that one of them has sat with. */
export function mostMet(here: readonly Person[], before: readonly Seating[]): number {
  const met = new Map(here.map(({ id }) => [id, new Set<string>()]));
  for (const table of before.flat()) {
    for (const one of table) for (const other of table) if (one !== other && met.has(other)) met.get(one)?.add(other);
  }
  return Math.max(0, ...[...met.values()].map((others) => others.size));
}

export function sizes(seating: Seating): number[] {
  return seating.map((table) => table.length);
}

export function unevenness(seating: Seating): number {
  return Math.max(...sizes(seating)) - Math.min(...sizes(seating));
}
