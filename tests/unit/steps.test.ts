import { describe, expect, it } from 'vitest';
import { methods } from '../../client/text/methods.ts';
import { ballots as ballotText } from '../../client/text/ballots.ts';
import { rounded } from '../../client/text/exact.ts';
import { steps } from '../../client/text/steps.ts';
import { randomBallot } from '../../server/rehearsal/ballots.ts';
import { linesOf, outcomeOf } from '../../shared/tally/tally.ts';
import type { Step } from '../../shared/tally/log.ts';
import { everyMethod } from '../support/methods.ts';
import { seeded } from '../support/seeded.ts';

const items = Array.from({ length: 7 }, (_, n) => {
  const title = `Idee ${n + 1}`;
  return { id: `i${n}`, title, text: '', letter: null, originals: [], struck: false, cost: 300 * (n + 1) };
});
const titles = new Map(items.map(({ id, title }) => [id, title]));
const telling = { title: (id: string) => titles.get(id) ?? id, group: (id: string) => id };
const broken = /undefined|NaN|null|\[object|Infinity/;

describe.each(everyMethod)('%s', (_, method) => {
  const chance = seeded(5);
  const ballots = Array.from({ length: 25 }, () => randomBallot(method, items, chance));
  const threshold = { moreThan: '1/2', basis: 'electorate', quorum: '1/4' } as const;
  const poll = { method, items, ballots, electorate: 40, top: 2, cut: 'lot', seed: 'x' } as const;
  const outcome = outcomeOf({ ...poll, threshold });

  it.each(['nl', 'en'] as const)('is told step by step, in %s', (language) => {
    const told = outcome.log.map((step) => steps[language](step, { ...telling, method }));
    expect(told.length).toBeGreaterThan(1);
    for (const line of told) expect(line).toMatch(/^[“A-Z0-9€].*\.$/s);
    expect(told.join('\n')).not.toMatch(broken);
  });

  it.each(['nl', 'en'] as const)('has words for the ballot, the rule and every line, in %s', (language) => {
    const [m, b] = [methods[language], ballotText[language]];
    const lines = linesOf(outcome, items, false).flatMap((line) => [
      m.value(method, line),
      m.short(method, line),
      ...m.detail(method, line),
    ]);
    const words = [b.task(method, 'cards'), b.bound(method, 'clusters'), m.rule(method), m.name[method.kind], ...lines];
    expect(words.join('\n')).not.toMatch(broken);
    expect(m.needs(threshold)).toContain('50');
  });
});

it('tells of steps that are rare', () => {
  const method = everyMethod.find(([name]) => name === 'equal shares')![1];
  const rare: Step[] = [
    { step: 'left out', id: 'i0', why: 'cost' },
    { step: 'free', id: 'i1' },
    { step: 'all fit', ids: ['i0', 'i1'], cost: '900' },
    { step: 'stopped', id: 'i2', cost: '900', left: '100' },
    { step: 'cut', top: 1, cut: 'again', tied: ['i0', 'i1'], wins: [], again: ['i0', 'i1'] },
  ];
  const nl = rare.map((step) => steps.nl(step, { ...telling, method }));
  expect(nl).toEqual([
    '“Idee 1” doet niet mee: het kost meer dan er is.',
    '“Idee 2” kost niets en gaat door.',
    'Alles past samen: “Idee 1”, “Idee 2”. Dat kost €\u00a0900.',
    '“Idee 3” kost €\u00a0900. Er is nog €\u00a0100: het past niet, en daar stopt het.',
    'Er is niets gekozen. Gelijk op plek 1: “Idee 1”, “Idee 2”. Daarover komt een tweede ronde.',
  ]);
});

it.each([
  ['17/5', 1, 1, 3.4],
  ['2/3', 1, 100, 66.7],
  ['1/2', 0, 1, 1],
  ['12', 2, 1, 12],
  ['123456789123456789123456789/1000000000000000000000000', 2, 1, 123.46],
] as const)('%s is rounded to %i decimals, times %i: %d', (exact, decimals, times, number) => {
  expect(rounded(exact, decimals, times)).toBe(number);
});
