import { describe, expect, it } from 'vitest';
import type { BallotFile } from '../../shared/ballotfile.ts';
import type { Method } from '../../shared/phases/vote.ts';
import type { Ballot } from '../../shared/vote.ts';
import { paperEvening } from './collecting.ts';
import { codeOf, value } from './evening.ts';

/** Six on devices and five on paper give these ballots in turn; `make` is given the ids of bank, boom and plein. */
function held(method: Method, make: (...ids: string[]) => Ballot[]) {
  const evening = paperEvening(method);
  const { hall, open, people, print, both, cast, items } = evening;
  const voters = [...people, ...hall.people(3)];
  open();
  const ballots = make(...items);
  for (const [index, voter] of voters.entries()) value(cast(voter, ballots[index % ballots.length]!));
  for (const [index, code] of print(5).entries()) both(code, ballots[index % ballots.length]!);
  const { exports } = hall.services;
  const csv = () =>
    value(exports.ballotsCsv(hall.lead, 'vote', 1))
      .replace('\uFEFF', '')
      .trimEnd()
      .split('\n');
  return { ...evening, csv, exports };
}

/** Without the number of the line, in one order. */
const sorted = (lines: string[]) => [...new Set(lines.map((line) => line.replace(/^\d+;/, '')))].sort();

describe('the ballots of a vote as files', () => {
  it('are a line each, and say how each came', () => {
    const { csv, end } = held({ kind: 'dots', dots: 3, maxPerItem: 3 }, (bank, boom) => [
      { dots: { [bank!]: 2, [boom!]: 1 } },
      { dots: {} },
    ]);
    end();
    const [head, ...lines] = csv();
    expect(head).toBe('ballot;channel;bank;boom;plein');
    expect(lines).toHaveLength(11);
    expect(sorted(lines)).toEqual(['digital;2;1;', 'digital;;;', 'paper;2;1;', 'paper;;;']);
  });

  it.each<[string, Method, (...ids: string[]) => Ballot[], string]>([
    ['an order', { kind: 'ranked', length: 3 }, (a, b) => [{ ranking: [b!, a!] }], 'digital;2;1;'],
    ['one choice', { kind: 'single' }, (a) => [{ choose: a! }], 'digital;1;;'],
    ['crosses', { kind: 'approval', max: 2 }, (a, _, c) => [{ approve: [a!, c!] }], 'digital;1;;1'],
    ['answers', { kind: 'consent' }, (a, b) => [{ answers: { [a!]: 'yes', [b!]: 'no' } }], 'digital;yes;no;'],
    ['scores', { kind: 'score' }, (a, b) => [{ scores: { [a!]: 4, [b!]: null } }], 'digital;4;;'],
  ])('have a column for each item: %s', (_, method, make, line) => {
    const { csv, end } = held(method, make);
    end();
    expect(sorted(csv().slice(1))).toEqual([line, line.replace('digital', 'paper')]);
  });

  it('have a column for each criterion of a jury, and a line for each pair', () => {
    const words = (text: string) => ({ nl: text, en: text });
    const criteria = ['slim', 'mooi'].map((id) => ({ id, title: words(id), weight: 1 }));
    const jury = held({ kind: 'jury', criteria }, (a) => [{ marks: { [a!]: { slim: 4, mooi: 2 } } }]);
    jury.end();
    const [head, line] = jury.csv();
    expect(head).toMatch(/^ballot;channel;bank: slim \(slim\);bank: mooi \(mooi\);boom: slim/);
    expect(line).toMatch(/;4;2;;;;$/);
    const pairs = held({ kind: 'pairwise', duels: 2 }, (a, b, c) => [
      {
        duels: [
          { left: a!, right: b!, choice: 'left' },
          { left: b!, right: c!, choice: 'unsure' },
        ],
      },
    ]);
    pairs.end();
    const [top, ...duels] = pairs.csv();
    expect([top, duels.length]).toEqual(['ballot;channel;left;right;choice', 22]);
    expect(sorted(duels)).toContain('paper;boom;plein;unsure');
  });

  it('are not there before the reveal, nor for anybody but the facilitator', () => {
    const { exports, hall, people, end } = held({ kind: 'single' }, (a) => [{ choose: a! }]);
    for (const file of [exports.ballotsCsv, exports.ballotsJson]) {
      expect(codeOf(file(hall.lead, 'vote', 1))).toBe('not_found');
      expect(codeOf(file(people[0]!.ask, 'vote', 1))).toBe('not_allowed');
    }
    end();
    const { electorates } = value(exports.ballotsJson(hall.lead, 'vote', 1)) as BallotFile;
    expect(electorates).toMatchObject([{ counts: true, size: 11 }]);
    expect(electorates[0]!.channels!.filter((way) => way === 'paper')).toHaveLength(5);
  });
});
