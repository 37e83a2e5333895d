import { describe, expect, it } from 'vitest';
import { checkFormat, faultText, readFaults } from '../../shared/faults.ts';
import { g1000 } from '../../shared/formats/g1000.ts';
import { broedplaats } from '../../shared/formats/broedplaats.ts';
import type { Format } from '../../shared/format.ts';

/** The format with one thing changed, at a path. */
function spoilt(format: Format, path: string, value: unknown): unknown {
  const copy = structuredClone(format) as unknown;
  const keys = path.split('.');
  const last = keys.pop()!;
  const holder = keys.reduce((at, key) => (at as Record<string, unknown>)[key], copy) as Record<string, unknown>;
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

const at = (format: Format, id: string) => format.phases.findIndex((phase) => phase.id === id);
const themas = at(g1000, 'themas');
const keuze = at(g1000, 'themakeuze');
const raad = at(g1000, 'raad');
const pitch = at(broedplaats, 'pitch');
const reacties = at(broedplaats, 'reacties');

describe('a wrong format is refused with the place and the reason:', () => {
  it.each<[string, Format, string, unknown, string]>([
    ['an unknown phase kind', g1000, 'phases.1.kind', 'dansen', 'phases.1.kind: unknown'],
    ['a missing prompt', g1000, 'phases.1.prompt', undefined, 'phases.1.prompt: missing'],
    ['an empty prompt in one language', g1000, 'phases.1.prompt.en', '', 'phases.1.prompt.en: missing'],
    ['a wrong type', g1000, 'phases.2.minutes', 'lang', 'phases.2.minutes: wrong'],
    ['a number out of bounds', g1000, 'phases.2.minutes', -1, 'phases.2.minutes: wrong'],
    ['an unknown way of seating', g1000, 'phases.2.seating.way', 'gezellig', 'phases.2.seating.way: unknown'],
    ['a phase id that is there twice', g1000, 'phases.3.id', 'ronde1', 'phases.3.id: twice'],
    ['a card kind that is not there', g1000, 'phases.2.cardKind', 'wens', 'phases.2.cardKind: absent'],
    [
      'winners of a later phase',
      g1000,
      `phases.${keuze}.options.phase`,
      'burgerraad',
      `phases.${keuze}.options.phase: later`,
    ],
    ['winners of itself', g1000, `phases.${raad}.of.phase`, 'raad', `phases.${raad}.of.phase: later`],
    [
      'winners of a phase without any',
      g1000,
      `phases.${keuze}.options.phase`,
      'welkom',
      `phases.${keuze}.options.phase: absent`,
    ],
    ['themes that are not ranked', g1000, `phases.${themas}.rank`, undefined, `phases.${keuze}.options.phase: absent`],
    ['a form that is not there', g1000, 'phases.9.template', 'gedicht', 'phases.9.template: absent'],
    ['a group that is not there', g1000, 'phases.0.places', { buren: 3 }, 'phases.0.places: absent'],
    ['a reaction of no kind', broedplaats, `phases.${pitch}.reaction`, 'lied', `phases.${pitch}.reaction: absent`],
    ['reactions on themselves', broedplaats, `phases.${reacties}.on`, 'reactie', `phases.${reacties}.on: ring`],
  ])('%s', (_name, format, path, value, fault) => {
    const read = checkFormat(spoilt(format, path, value));
    expect(read.ok ? 'lawful' : faultText(read.faults)).toContain(fault);
  });

  it('reactions that go round over two kinds', () => {
    const round = structuredClone(broedplaats);
    const phase = round.phases[reacties]!;
    round.phases.push({ ...phase, id: 'terug', cardKind: 'idee', on: 'reactie' } as typeof phase);
    const read = checkFormat(round);
    expect(read.ok ? '' : faultText(read.faults)).toContain(`phases.${reacties}.on: ring`);
  });

  it('what is no format at all', () => {
    for (const value of [null, 3, 'g1000', [], {}]) expect(checkFormat(value).ok).toBe(false);
  });
});

it('faults are read back as they were written', () => {
  const read = checkFormat(spoilt(g1000, 'phases.1.kind', 'dansen'));
  const faults = read.ok ? [] : read.faults;
  expect(faults.length).toBeGreaterThan(0);
  expect(readFaults(faultText(faults))).toEqual(faults);
  expect(readFaults('something else')).toEqual([]);
});
