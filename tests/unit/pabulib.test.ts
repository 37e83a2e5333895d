import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Pabulib } from '../../shared/pabulib/file.ts';
import { parsePabulib } from '../../shared/pabulib/parse.ts';
import { ballotsOf, itemsOf, ruleOf, seedOf, selectedIn, settingsOf, waysIn } from '../../shared/pabulib/poll.ts';
import { writePabulib } from '../../shared/pabulib/write.ts';
import { budget } from '../../shared/tally/budget.ts';
import { pollOf } from '../support/polls.ts';

const west = readFileSync(join(import.meta.dirname, '../fixtures/pabulib/west.pb'), 'utf8');

const small = `META
key;value
description;Budget
country;Netherlands
unit;Zwolle
instance;2026
num_projects;3
num_votes;2
budget;100.50
vote_type;approval
rule;equalshares
date_begin;01.02.2026
date_end;2026
PROJECTS
project_id;cost;votes;name;selected
1;50.25;2;"Een ""groen"" plein; voor ons";1
2;20;1;Bankje;0
3;90;0;Brug;2
VOTES
voter_id;vote
a;1,2
b;1
`;

const read = (text: string): Pabulib => {
  const parsed = parsePabulib(text);
  if (!parsed.ok) throw new Error(`${parsed.line}: ${parsed.sentence.en}`);
  return parsed.file;
};
/** The small file with some lines replaced, by number from 1. */
const withLines = (lines: Record<number, string>) =>
  small
    .split('\n')
    .map((line, index) => lines[index + 1] ?? line)
    .join('\n');
const typed = (type: string, header: string, ...votes: string[]) => {
  const meta = withLines({ 10: `vote_type;${type}`, 8: `num_votes;${votes.length}` });
  return `${meta.slice(0, meta.indexOf('voter_id'))}${[header, ...votes].join('\n')}\n`;
};

describe('reading a Pabulib file', () => {
  it('reads money exactly, text in quotes, and what was selected', () => {
    const file = read(small);
    expect([file.scale, file.budget, file.projects.map(({ cost }) => cost)]).toEqual([
      100,
      10_050,
      [5_025, 2_000, 9_000],
    ]);
    expect(file.projects[0]).toMatchObject({ id: '1', name: 'Een "groen" plein; voor ons', more: { votes: '2' } });
    expect(file.meta).toMatchObject({ unit: 'Zwolle', date_begin: '01.02.2026' });
    expect(selectedIn(file)).toEqual(['1']);
    expect(ballotsOf(file)).toEqual([{ approve: ['1', '2'] }, { approve: ['1'] }]);
    expect(settingsOf(file, ruleOf(file)!)).toMatchObject({ rule: 'equal-shares', completion: 'none', step: 100 });
  });

  it('does not mind a byte order mark, Windows lines, or empty lines at the end', () => {
    expect(read(`\ufeff${small.replaceAll('\n', '\r\n')}\r\n\r\n`)).toEqual(read(small));
  });

  it('reads a real file of 62 projects and 412 voters', () => {
    const file = read(west);
    expect([file.projects.length, file.votes.length, file.budget]).toEqual([62, 412, 300_000]);
    expect(selectedIn(file)).toHaveLength(24);
    expect(ruleOf(file)).toBeNull();
  });

  it('reads every type of vote', () => {
    expect(ballotsOf(read(typed('ordinal', 'voter_id;vote', 'a;3,1')))).toEqual([{ ranking: ['3', '1'] }]);
    expect(ballotsOf(read(typed('choose-1', 'voter_id;vote', 'a;3', 'b;')))).toEqual([
      { approve: ['3'] },
      { approve: [] },
    ]);
    const points = [{ points: { 3: 4, 1: 0 } }];
    expect(ballotsOf(read(typed('cumulative', 'voter_id;vote;points', 'a;3,1;4,0')))).toEqual(points);
    const scoring = typed('scoring', 'voter_id;vote;points', 'a;3,1;4,0.0');
    expect(ballotsOf(read(scoring))).toEqual(points);
    const standard = scoring.replace('PROJECTS', 'default_score;2\nPROJECTS');
    expect(ballotsOf(read(standard))).toEqual([{ points: { 1: 0, 2: 2, 3: 4 } }]);
  });

  it.each<[string, string, number, RegExp]>([
    ['nothing', '', 1, /empty/],
    ['something else', 'hello', 1, /META/],
    ['no votes', small.slice(0, small.indexOf('VOTES')), 19, /VOTES/],
    ['sections in another order', small.replace('PROJECTS', 'VOTES'), 14, /PROJECTS/],
    ['no cost', withLines({ 15: 'project_id;price;votes;name;selected' }), 15, /cost/],
    ['a column twice', withLines({ 15: 'project_id;cost;votes;cost;selected' }), 15, /cost is there twice/],
    ['an empty line', withLines({ 17: '' }), 17, /empty/],
    ['a short line', withLines({ 17: '2;20' }), 17, /2 fields. It should have 5/],
    ['a quote that stays open', withLines({ 17: '2;20;1;"Bankje;0' }), 17, /quotation/],
    ['a key twice', withLines({ 6: 'unit;Assen' }), 6, /unit is there twice/],
    ['no budget', withLines({ 9: 'money;100' }), 2, /budget/],
    ['a budget in words', withLines({ 9: 'budget;much' }), 9, /much/],
    ['a negative cost', withLines({ 17: '2;-20;1;Bankje;0' }), 17, /-20/],
    ['a cost without end', withLines({ 17: `2;${'9'.repeat(40)};1;Bankje;0` }), 17, /cost/],
    ['a type nobody knows', withLines({ 10: 'vote_type;stones' }), 10, /stones/],
    ['a project twice', withLines({ 17: '1;20;1;Bankje;0' }), 17, /1 is there twice/],
    ['another number of projects', withLines({ 7: 'num_projects;4' }), 7, /3 projects, but META says 4/],
    ['another number of votes', withLines({ 8: 'num_votes;3' }), 8, /2 votes, but META says 3/],
    ['a voter twice', withLines({ 22: 'a;1' }), 22, /a is there twice/],
    ['a vote for nothing', withLines({ 22: 'b;7' }), 22, /no project 7/],
    ['a project twice on a vote', withLines({ 22: 'b;1,1' }), 22, /twice/],
    ['a selection nobody knows', withLines({ 17: '2;20;1;Bankje;yes' }), 17, /selected/],
    ['two choices of one', typed('choose-1', 'voter_id;vote', 'a;1,2'), 21, /one project/],
    ['no points', typed('cumulative', 'voter_id;vote', 'a;1'), 20, /points/],
    ['too few points', typed('cumulative', 'voter_id;vote;points', 'a;1,2;3'), 21, /points/],
    ['negative points', typed('scoring', 'voter_id;vote;points', 'a;1;-3'), 21, /-3/],
  ])('refuses %s, with the line', (_, text, line, sentence) => {
    const parsed = parsePabulib(text);
    expect(parsed).toMatchObject({ ok: false, line });
    if (!parsed.ok) expect(parsed.sentence.en).toMatch(sentence);
  });

  it('never throws, whatever is in the file', () => {
    const lines = small.split('\n');
    const broken = fc.array(fc.oneof(fc.constantFrom(...lines), fc.string()), { maxLength: 40 });
    fc.assert(
      fc.property(broken, (some) => {
        const parsed = parsePabulib(some.join('\n'));
        if (!parsed.ok) expect(parsed.line).toBeGreaterThan(0);
      }),
    );
  });
});

describe('writing a Pabulib file', () => {
  const about = {
    description: 'Wijkbudget; "Zuid"',
    country: 'Netherlands',
    unit: 'Zwolle',
    district: 'Zuid',
    instance: '2026',
    begins: '01.02.2026',
    ends: '08.02.2026',
    language: 'nl',
    currency: 'EUR',
    experimental: true,
    scale: 1,
  };
  const items = [
    { id: 'x', title: 'Bank;je', cost: 20 },
    { id: 'y', title: 'Boom', cost: 30 },
  ];
  const voters = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7'];

  it('writes the fields in their order, without blank ballots', () => {
    const settings = { kind: 'budget', budget: 40, rule: 'equal-shares', completion: 'add1', min: 1, max: 2 } as const;
    const ballots = [{ approve: ['x', 'y'] }, { approve: [] }, { approve: ['x'] }];
    const seed = 'ab12';
    const outcome = budget.count({ method: settings, items, ballots, electorate: 3, top: 1, cut: 'lot', seed });
    expect(writePabulib(about, { settings, items, ballots, outcome, seed }, voters)).toBe(`META
key;value
description;"Wijkbudget; ""Zuid"""
country;Netherlands
unit;Zwolle
district;Zuid
instance;2026
num_projects;2
num_votes;2
budget;40
vote_type;approval
rule;equalshares/add1
date_begin;01.02.2026
date_end;08.02.2026
min_length;1
max_length;2
language;nl
currency;EUR
experimental;1
comment;#1: kantelbord rule=equal-shares completion=add1 lot=ab12
PROJECTS
project_id;cost;votes;name;selected
x;20;2;"Bank;je";1
y;30;1;Boom;0
VOTES
voter_id;vote
v1;x,y
v2;x
`);
  });

  it('says of each vote whether it came on paper, unless so few did that it would say whose', () => {
    const settings = { kind: 'budget', budget: 40, rule: 'greedy' } as const;
    const ballots = [{ approve: ['x'] }, { approve: [] }, { approve: ['y'] }];
    const outcome = budget.count({ method: settings, items, ballots, electorate: 3, top: 1, cut: 'lot', seed: 'x' });
    const write = (...channels: ('digital' | 'paper' | 'mixed')[]) =>
      writePabulib(about, { settings, items, ballots, channels, outcome, seed: 'x' }, voters);
    const file = write('paper', 'paper', 'digital');
    expect(file).toContain('voter_id;vote;voting_method\nv1;x;paper\nv2;y;internet\n');
    expect(waysIn(read(file))).toEqual(['paper', 'digital']);
    for (const same of [write('mixed', 'mixed', 'mixed'), write('digital', 'digital', 'digital')]) {
      expect(same).not.toContain('voting_method');
    }
  });

  it('can be read and counted again, with the same outcome', () => {
    fc.assert(
      fc.property(pollOf('budget'), fc.constantFrom(1, 100), (mixed, scale) => {
        const form = (ballot: object) => Object.keys(ballot)[0];
        const ballots = mixed.ballots.filter((ballot) => form(ballot) === form(mixed.ballots[0]!));
        const poll = { ...mixed, ballots, method: { ...mixed.method, max: 5, step: scale } };
        const outcome = budget.count(poll);
        const voting = { settings: poll.method, items: poll.items, ballots, outcome, seed: poll.seed };
        const file = read(writePabulib({ ...about, scale }, voting, voters));
        expect([file.scale, file.budget]).toEqual([scale, poll.method.budget]);
        const settings = settingsOf(file, ruleOf(file)!);
        const items = itemsOf(file);
        const again = budget.count({ ...poll, method: settings, items, ballots: ballotsOf(file), seed: seedOf(file) });
        expect(again.winners).toEqual(outcome.winners);
        expect(selectedIn(file)!.sort()).toEqual([...outcome.winners].sort());
      }),
    );
  });
});
