import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runRecount } from '../../server/recounting.ts';
import type { ExportFile } from '../../shared/exportfile.ts';
import type { Method } from '../../shared/phases/vote.ts';
import { codeOf, Evening, origin, value, type Person } from './evening.ts';

const west = readFileSync(join(import.meta.dirname, '../fixtures/pabulib/west.pb'), 'utf8');
const assen = `META
key;value
description;Één buurt, drie ideeën: coördinatie
country;Netherlands
unit;Assen
district;Noord
instance;2026
num_projects;4
num_votes;6
budget;1000.00
vote_type;approval
rule;equalshares/add1
date_begin;31.03.2026
date_end;15.04.2026
min_length;1
max_length;3
language;nl
currency;EUR
PROJECTS
project_id;cost;votes;name;category;selected;description
1;400;4;Geveltuintjes & ’s avonds licht;Groen;1;Voor elk huis één
2;600;3;"Een ""reünie"" in de straat; met soep";Ontmoeten;0;
3;500;2;${'Zebrapad '.repeat(20)};Verkeer;1;Bij de school
4;2000;1;Brug;Verkeer;0;
VOTES
voter_id;vote
a;1,2
b;1,2
c;1,2
d;1
e;3,4
f;3
`;
const withLine = (text: string, number: number, line: string) =>
  text
    .split('\n')
    .map((old, index) => (index + 1 === number ? line : old))
    .join('\n');

const evening = new Evening();
const take = (text: string, votes = false, language: 'nl' | 'en' = 'nl') =>
  evening.services.sessions.importPabulib(text, { votes, language }, origin);

async function opened(text: string, votes = false) {
  const { code, facilitatorToken } = value(await take(text, votes));
  const lead = { code, identity: evening.identity('facilitator', facilitatorToken, code) };
  const file = () => value(evening.services.exports.session(lead, false)) as ExportFile;
  const methodOf = (id: string) => file().session.format.phases.find((one) => one.id === id) as { method: Method };
  return { code, lead, file, methodOf };
}

function recount(text: string) {
  let told = '';
  const streams = { read: () => text, out: () => undefined, err: (line: string) => (told += line) };
  return { code: runRecount(['stemmen.pb'], streams), told };
}

describe('a Pabulib file', () => {
  it('opens a session with its projects and a vote as it describes', async () => {
    const { file, methodOf } = await opened(assen);
    const { session, cards, votes } = file();
    expect(session).toMatchObject({
      title: 'Één buurt, drie ideeën: coördinatie',
      organiser: 'Assen, Noord',
      language: 'nl',
      state: 'prepared',
      anchors: ['Er is €\u00a01.000 te verdelen.'],
    });
    expect(cards.map(({ number, kind, fields }) => [number, kind, fields.kosten, fields.categorie])).toEqual([
      [1, 'project', '400', 'Groen'],
      [2, 'project', '600', 'Ontmoeten'],
      [3, 'project', '500', 'Verkeer'],
      [4, 'project', '2000', 'Verkeer'],
    ]);
    expect(cards[1]!.title).toBe('Een "reünie" in de straat; met soep');
    expect(cards[2]!.title).toHaveLength(120);
    expect(cards[2]!.text).toBe(`${'Zebrapad '.repeat(20).trim()}\n\nBij de school`);
    const rule = { rule: 'equal-shares', completion: 'add1' };
    expect(methodOf('stemming').method).toEqual({ kind: 'budget', budget: 1_000, ...rule, min: 1, max: 3 });
    expect(votes).toEqual([]);
    expect(JSON.stringify(file())).not.toContain('voter');
  });

  it.each([
    ['choose-1', 'rule;greedy', { rule: 'greedy', max: 1 }],
    ['ordinal', 'rule;greedy-no-skip', { rule: 'strict', max: 3, ballot: 'ranking' }],
    ['approval', 'rule;somebody knows', { rule: 'equal-shares', completion: 'add1u', max: 3 }],
  ])('with ballots of %s and %s', async (type, rule, method) => {
    const bare = assen.slice(0, assen.indexOf('a;1,2')).replace('num_votes;6', 'num_votes;0');
    const { methodOf } = await opened(withLine(withLine(bare, 11, `vote_type;${type}`), 12, rule));
    expect(methodOf('stemming').method).toMatchObject(method);
  });

  it('is voted on, and its export is counted again', async () => {
    const { code, lead, file } = await opened(assen);
    const { services, clock } = evening;
    value(services.sessions.start(lead));
    const people = Array.from({ length: 6 }, (_, index): Person => {
      const { participant, token } = value(
        services.people.join(code, { name: '', id: `pabulib-join-${index}`, group: 'inwoner' }),
      );
      return { id: participant.id, token, ask: { code, identity: evening.identity('participant', token, code) } };
    });
    value(services.phases.move(lead, { to: 'stemming' }));
    clock.pass(20_000);
    const ids = file().cards.map(({ id }) => id);
    const choices = [[0, 1], [0, 1], [0, 1], [0], [2], [2]];
    for (const [index, chosen] of choices.entries()) {
      const { ask, token } = people[index]!;
      value(services.votes.cast(ask, token, 'stemming', { approve: chosen.map((at) => ids[at]!) }));
    }
    expect(codeOf(services.exports.pabulib(lead, 'stemming', 1))).toBe('not_found');
    value(services.votes.close(lead, 'stemming'));
    expect(codeOf(services.exports.pabulib(lead, 'stemming', 1))).toBe('not_found');
    value(services.votes.reveal(lead, 'stemming'));
    const text = value(services.exports.pabulib(lead, 'stemming', 1));
    expect(text).toContain('\nrule;equalshares/add1\n');
    expect(text).not.toContain(people[0]!.id);
    expect(recount(text)).toEqual({ code: 0, told: '' });
    const again = await opened(text, true);
    const titles = (one: ExportFile) => one.votes[0]!.ranking.filter(({ wins }) => wins).map(({ title }) => title);
    expect(titles(again.file())).toEqual(titles(file()));
    expect(codeOf(services.exports.pabulib(people[0]!.ask, 'stemming', 1))).toBe('not_allowed');
  });

  it('brings its votes along when that is asked, as a vote that was held and can be counted again', async () => {
    const { lead, file, code } = await opened(assen, true);
    const { session, votes } = file();
    expect(session.runs).toEqual({ eerder: 1 });
    expect(session.phase).toBeNull();
    expect(votes).toMatchObject([{ phase: 'eerder', run: 1, electorate: 6, blank: 0 }]);
    expect(votes[0]!.ranking.map(({ title, wins }) => [title.slice(0, 6), wins])).toEqual([
      ['Gevelt', true],
      ['Een "r', false],
      ['Zebrap', true],
      ['Brug', false],
    ]);
    expect(value(evening.services.sessions.report(lead)).joined).toBe(0);
    const steps = value(await evening.services.votes.steps(lead, 'eerder', 1)).steps;
    expect(steps[0]).toMatchObject({ step: 'ballots', cast: 6 });
    expect(recount(value(evening.services.exports.pabulib(lead, 'eerder', 1))).code).toBe(0);
    evening.restart();
    const kept = value(evening.services.exports.session(lead, false)) as ExportFile;
    expect([kept.code, kept.votes]).toEqual([code, votes]);
  });

  it('leaves out a date of before 1970: its export comes back', async () => {
    const { file } = await opened(assen.replace('date_begin;31.03.2026', 'date_begin;31.03.1966'), true);
    expect(file().votes[0]!.opensAt).toBeGreaterThanOrEqual(0);
    expect(codeOf(evening.services.sessions.import(file(), origin))).toBe('ok');
  });

  it('never shows another result than the file: then only its projects can come', async () => {
    const other = withLine(assen, 23, assen.split('\n')[22]!.replace(';1;', ';0;'));
    expect(await take(other, true)).toMatchObject({ code: 'bad_import', detail: /^Regel 23: .*Zebrapad/ });
    expect(codeOf(await take(other))).toBe('ok');
    expect(await take(west, true)).toMatchObject({ detail: /^Regel \d+: Deze regel kennen wij niet: greedy-custom/ });
    expect((await opened(west)).file().cards).toHaveLength(62);
  });

  it.each<[string, string, RegExp]>([
    ['a budget with cents', withLine(assen, 10, 'budget;1000.50'), /^Line 10: .*1000.5/],
    ['a cost with cents', withLine(assen, 21, '1;400.25;4;Tuintjes;Groen;1;x'), /^Line 21: cost.*400.25/],
    ['no budget at all', withLine(assen, 10, 'budget;0'), /^Line 10: budget can not be 0/],
    ['a budget beyond measure', withLine(assen, 10, 'budget;1000000000000'), /^Line 10: budget is too large/],
    ['a cost beyond measure', withLine(assen, 24, '4;9999999999;1;Brug;x;0;'), /^Line 24: cost is too large/],
    ['a bound in words', withLine(assen, 15, 'min_length;few'), /^Line 15: min_length/],
    ['more to choose than there is', withLine(assen, 15, 'min_length;4'), /^Line 15: min_length can not be 4/],
    ['nothing to choose', withLine(assen, 16, 'max_length;0'), /^Line 16: max_length can not be 0/],
    ['letters lost', withLine(assen, 22, '2;600;3;Re\ufffdnie;x;1;'), /^Line 22: Some characters/],
    ['a vote for nothing', withLine(assen, 29, 'c;9'), /^Line 29: There is no project 9/],
    ['no title', withLine(withLine(assen, 3, 'description;'), 5, 'unit;'), /^Line 3: META misses description/],
    ['nothing', '', /^Line 1: The file is empty/],
  ])('is refused with %s, by line and reason', async (_, text, detail) => {
    expect(await take(text, false, 'en')).toMatchObject({ ok: false, code: 'bad_import', detail });
  });

  it('is refused with more projects than a ballot holds', async () => {
    const lines = Array.from({ length: 1_501 }, (_, index) => `p${index};10;0;Project ${index};x;0;`);
    const head = assen.slice(0, assen.indexOf('1;400')).replace('num_projects;4', 'num_projects;1501');
    const text = `${head}${lines.join('\n')}\nVOTES\nvoter_id;vote\n`.replace('num_votes;6', 'num_votes;0');
    expect(await take(text, false, 'en')).toMatchObject({ detail: /^Line 1521: It has 1501 projects/ });
  });
});
