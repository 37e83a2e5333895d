/** Who takes part in a rehearsal of a format: people over its groups, and the duties its phases need. */
import { dutiesOf } from '../../shared/duties.ts';
import type { Duty, Format } from '../../shared/format.ts';
import { seatingRule } from '../../shared/seating.ts';
import type { Part } from './visitor.ts';

/** So many people, those with a duty among them; whoever answers for the council comes on top. */
export function partsFor(format: Format, people: number): Part[] {
  const crew = [
    ...some(format, 'theme', Math.max(2, Math.min(8, Math.round(people / 60)))),
    ...some(format, 'auctioneer', 1),
    ...some(format, 'partner', Math.max(2, Math.round(people / 10))),
    ...some(format, 'secretary', tablesIn(format, people)),
  ];
  return [...guests(format, Math.max(2, people - crew.length)), ...crew, ...answering(format)];
}

/** Whoever answers afterwards, by a link that works when the evening is over. */
export function answering(format: Format): Part[] {
  return [...some(format, 'clerk', 1), ...some(format, 'decider', 1)];
}

/** `count` people of one duty, when a phase of this format needs it. */
export function some(format: Format, duty: Duty, count: number): Part[] {
  if (!dutiesOf(format).includes(duty) || !needs[duty]?.(format)) return [];
  const own = format.groups.find(({ id }) => id === duty);
  return Array.from({ length: count }, () => ({ group: own?.id ?? '', duty }));
}

const needs: { readonly [D in Duty]?: (format: Format) => boolean } = {
  theme: ({ phases }) => phases.some((phase) => phase.kind === 'arrange' && phase.who === 'theme'),
  auctioneer: ({ phases }) => phases.some((phase) => phase.kind === 'match' && phase.way === 'auction'),
  partner: ({ phases }) => phases.some((phase) => phase.kind === 'match' && phase.way !== 'teams'),
  secretary: (format) => sizesOf(format).length > 0,
  clerk: ({ phases }) => phases.some(({ kind }) => kind === 'reply'),
  decider: ({ phases }) => phases.some(({ kind }) => kind === 'reply'),
};

/** A secretary for each table, as many as there are when tables are smallest. */
function tablesIn(format: Format, people: number): number {
  return Math.max(1, Math.floor(people / (Math.min(...sizesOf(format)) + 1)));
}

function sizesOf({ phases }: Format): number[] {
  return phases.flatMap((phase) => seatingRule(phase)?.size ?? []);
}

/** In proportion to whom the format expects; else as many of each. */
function guests({ groups }: Format, count: number): Part[] {
  const weights = groups.map(({ expected }) => expected ?? 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const given = groups.map(() => 0);
  return Array.from({ length: count }, (_, index) => {
    const lacks = given.map((had, at) => ((index + 1) * weights[at]!) / total - had);
    const next = lacks.indexOf(Math.max(...lacks));
    given[next]!++;
    return { group: groups[next]!.id, duty: null };
  });
}
