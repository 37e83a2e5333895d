import { describe, expect, it } from 'vitest';
import { askedFor } from '../../server/rehearsal/shows.ts';
import { checkFormat } from '../../shared/faults.ts';
import { formats } from '../../shared/formats/formats.ts';
import { seatingRule } from '../../shared/seating.ts';

function shown(...words: string[]) {
  const asked = askedFor(words);
  if (typeof asked === 'string') throw new Error(asked);
  return asked;
}

describe('what npm run demo shows', () => {
  it('is a round of ideas, or what is named; at full speed when asked', () => {
    expect(shown().show.format.id).toBe('ideeenronde');
    for (const { id } of formats) expect(shown(id).show.format.id).toBe(id);
    expect(shown('--fast', 'g1000').fast).toBe(true);
    expect(shown('g1000').fast).toBe(false);
  });

  it('is not what there is not: a sentence says what there is', () => {
    for (const words of [['g100'], ['g1000', 'broedplaats'], ['--slow']]) {
      const told = askedFor(words);
      expect(told).toContain(`"${words.join(' ')}"`);
      for (const { id } of formats) expect(told).toContain(id);
    }
  });

  it('is the G1000 of 2014: 598 people by group at 80 tables, and those who work beside them', () => {
    const { format, parts } = shown('g1000').show;
    expect(checkFormat(structuredClone(format)).ok).toBe(true);
    const people = parts(format);
    const count = (group: string, duty: string | null) =>
      people.filter((part) => part.group === group && part.duty === duty).length;
    expect(['inwoner', 'werkgever', 'vrij', 'overheid'].map((group) => count(group, null))).toEqual([348, 40, 40, 90]);
    expect(count('', 'secretary')).toBe(80);
    expect(['theme', 'clerk', 'decider'].map((duty) => count('', duty))).toEqual([8, 1, 1]);
    const rounds = format.phases.flatMap((phase) => seatingRule(phase)?.tables || []);
    expect(rounds).toEqual([80, 80, 80]);
  });
});
