import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runRecount } from '../../server/recounting.ts';
import { ballotFile, type BallotFile } from '../../shared/ballotfile.ts';
import { commitment } from '../../shared/tally/lot.ts';
import { count } from '../../shared/tally/methods.ts';
import * as v from 'valibot';

const west = readFileSync(join(import.meta.dirname, '../fixtures/pabulib/west.pb'), 'utf8');
const seed = 'a'.repeat(64);

/** Four voters, a hundred euros: with 25 each only 2 can be bought, with 30 each 11 too. */
const wijk = `META
key;value
description;Wijk
country;Netherlands
unit;Zwolle
instance;2026
num_projects;4
num_votes;4
budget;100
vote_type;approval
rule;equalshares/add1
date_begin;2026
date_end;2026
PROJECTS
project_id;cost;votes;name;selected
1;80;2;Brug;0
2;30;2;Bankje;1
11;60;2;Boom;1
3;90;1;Fontein;0
VOTES
voter_id;vote
a;1,2
b;1,2
c;11
d;11,3
`;

function recount(text: string, ...options: string[]) {
  let [out, err] = ['', ''];
  const code = runRecount(['file', ...options], {
    read: (path) => {
      if (path !== 'file') throw new Error(`no ${path}`);
      return text;
    },
    out: (part) => (out += part),
    err: (part) => (err += part),
  });
  return { code, out, err, json: () => JSON.parse(out) as Record<string, unknown> };
}

describe('recounting a .pb file', () => {
  it('counts as the file says, and is content when that gives what the file has', () => {
    const { code, out, err } = recount(wijk);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('equal-shares add1\n4 ballots, 0 of them blank.\n');
    expect(out).toMatch(/\* +1 +2 +2 +30 +Bankje/);
    expect(out).toContain('Together: 90.\nEqual to the result in the file.\n');
  });

  it('says what came on paper, where the file does', () => {
    const paper = wijk.replace('voter_id;vote', 'voter_id;vote;voting_method').replace(/^([a-d];.*)$/gm, '$1;internet');
    const { code, out } = recount(paper.replace('d;11,3;internet', 'd;11,3;paper'));
    expect(code).toBe(0);
    expect(out).toContain('digital: 3 ballots, 0 of them blank.\npaper: 1 ballots, 0 of them blank.\n');
    expect(out).toMatch(/place +id +votes +cost +digital +paper +title/);
    expect(out).toMatch(/\* +2 +11 +2 +60 +1 +1 +Boom/);
  });

  it('gives a program one object, with the numbers of projects in order', () => {
    const { code, json } = recount(wijk, '--json');
    expect(code).toBe(0);
    const { steps, ...rest } = json();
    expect(rest).toEqual({ method: 'equal-shares', completion: 'add1', winners: ['2', '11'], cost: 90 });
    expect(steps).toContainEqual({ step: 'raised', from: '25', to: '30', by: '1', times: 5, stop: 'full' });
  });

  it('says what is different when it is asked to count otherwise', () => {
    const { code, out, err } = recount(wijk, '--completion', 'none');
    expect([code, err]).toEqual([1, '11 won in the file, and does not win now.\n']);
    expect(out).toContain('Not equal to the result in the file.');
    const asked = recount(wijk, '--completion', 'none', '--json');
    expect([asked.code, asked.err]).toEqual([1, err]);
    expect(asked.json()).toMatchObject({ completion: 'none', winners: ['2'], cost: 30 });
  });

  it('takes another rule, and equal shares when only a completion is asked', () => {
    expect(recount(wijk, '--method', 'greedy', '--json').json()).not.toHaveProperty('completion');
    expect(recount(wijk, '--method', 'strict', '--json').json()).toMatchObject({
      method: 'strict',
      winners: ['2', '11'],
    });
    const greedy = wijk.replace('equalshares/add1', 'greedy');
    expect(recount(greedy, '--json').json()).toMatchObject({ method: 'greedy' });
    expect(recount(greedy, '--completion', 'u', '--json').json()).toMatchObject({
      method: 'equal-shares',
      completion: 'u',
    });
    expect(recount(greedy, '--method', 'equal-shares', '--json').json()).toMatchObject({ completion: 'add1u' });
  });

  it('orders ties by the seed that is given', () => {
    const tie = wijk.replace('2;30;2', '2;60;2').replace('equalshares/add1', 'greedy');
    const winners = ['a', 'b', 'c', 'd', 'e', 'f'].map((one) => recount(tie, '--seed', one, '--json').json().winners);
    expect(new Set(winners.map(String))).toEqual(new Set(['2', '11']));
  });

  it('counts a real file, and has nothing to compare with when the file does not say who won', () => {
    const { code, json } = recount(west, '--method', 'equal-shares', '--completion', 'add1', '--json');
    expect([code, json().cost]).toEqual([1, 299_868]);
    const without = wijk.replace(';selected', '').replace(/;[01]$/gm, '');
    expect(recount(without)).toMatchObject({ code: 0, err: '' });
    expect(recount(without).out).toContain('The file has no result to compare with.');
  });

  it('writes no control character of the file to the terminal', () => {
    expect(recount(wijk.replace('Boom', 'Bo\u001b[2Jom')).out).not.toContain('\u001b');
  });
});

describe('what it can not count', () => {
  it.each<[string, string, string[], RegExp]>([
    ['a bad line', wijk.replace('2;30', '2;-30'), [], /^file:17: cost is not an amount or a number: -30\.\n$/],
    ['a rule that is not known', west, [], /^file: The rule in the file is greedy-custom.*--method\.\n$/],
    ['something else', 'hello', [], /neither a Pabulib file/],
    ['other JSON', '[]', [], /not an export of Kantelbord/],
    ['a broken session', '{"kantelbord":1}', [], /not a valid export at /],
    ['broken ballots', '{"kantelbordBallots":1}', [], /not a valid export at phase/],
    ['a method for a session', '{"kantelbord":1}', ['--method', 'greedy'], /for budgets/],
    ['a method that is not there', wijk, ['--method', 'best'], /Usage/],
    ['a completion of greedy', wijk, ['--method', 'greedy', '--completion', 'u'], /--completion is for equal-shares/],
    ['an unknown option', wijk, ['--fast'], /Usage/],
    ['two files', wijk, ['another'], /Usage/],
  ])('refuses %s with a sentence', (_, text, options, sentence) => {
    const { code, out, err } = recount(text, ...options);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
  });

  it('says so when there is no such file', () => {
    let said = '';
    const read = () => {
      throw new Error('no such file');
    };
    expect(runRecount(['gone.pb'], { read, out: () => {}, err: (text) => (said += text) })).toBe(2);
    expect(said).toBe('gone.pb can not be read: no such file\n');
  });
});

describe('recounting the ballots of one vote', () => {
  const items = ['a', 'b', 'c'].map((id) => ({ id, title: id, cost: 40 }));
  const fileOf = (method: BallotFile['method'], ballots: unknown[]): BallotFile => {
    const poll = { items, electorate: 9, top: 1, cut: 'lot' as const, seed };
    const { winners, again, ranking } = count(method.kind, { ...poll, method, ballots: ballots as never });
    const electorates = [
      { id: 'inwoner', counts: true, size: 9, ballots },
      { id: 'raadslid', counts: false, size: 2, ballots: ballots.slice(0, 1) },
    ];
    const result = { winners, again, ranking };
    const head = { kantelbordBallots: 1 as const, phase: 'vote', run: 1, commit: commitment(seed) };
    return { ...head, method, items, top: 1, cut: 'lot', electorates, seed, result };
  };
  const ranked = () => fileOf({ kind: 'ranked', length: 3 }, [{ ranking: ['b', 'a'] }, { ranking: ['c', 'b'] }]);
  const spent = () =>
    fileOf({ kind: 'budget', budget: 90, rule: 'equal-shares', completion: 'none' }, [
      { approve: ['a', 'b'] },
      { approve: ['a', 'c'] },
    ]);

  it('counts those electorates that decide', () => {
    for (const file of [ranked(), spent()]) {
      expect(v.is(ballotFile, file)).toBe(true);
      expect(recount(JSON.stringify(file))).toMatchObject({ code: 0, err: '' });
    }
    expect(recount(JSON.stringify(ranked()), '--json').json()).toMatchObject({
      method: 'ranked',
      winners: ['b'],
      again: [],
    });
    expect(recount(JSON.stringify(spent()), '--json').json()).toMatchObject({ winners: ['a'], cost: 40 });
  });

  it('finds a ballot that was changed, a result that was changed, and a lot that was not promised', () => {
    const changed = ranked();
    changed.electorates[0]!.ballots[1] = { ranking: ['a', 'c'] };
    expect(recount(JSON.stringify(changed))).toMatchObject({ code: 1 });
    expect(recount(JSON.stringify(changed)).err).toContain('a wins now, and did not in the file.');
    const other = ranked();
    other.result!.ranking[0]!.values = ['99', '9'];
    expect(recount(JSON.stringify(other)).err).toMatch(/Line 1: the file says b on place 1 with 99, 9/);
    expect(recount(JSON.stringify({ ...ranked(), seed: 'b'.repeat(64) })).err).toContain('promised before the vote');
  });

  it('takes another rule for a budget, and refuses ballots of another method', () => {
    expect(recount(JSON.stringify(spent()), '--method', 'greedy', '--json').json()).toMatchObject({ cost: 80 });
    expect(recount(JSON.stringify(ranked()), '--method', 'greedy')).toMatchObject({ code: 2 });
    const mixed = ranked();
    mixed.electorates[0]!.ballots.push({ dots: { a: 1 } });
    expect(recount(JSON.stringify(mixed))).toMatchObject({ code: 2 });
  });
});
