import { describe, expect, it } from 'vitest';
import { runRecount } from '../../server/recounting.ts';
import type { ExportFile } from '../../shared/exportfile.ts';
import { handsPerVote } from '../../shared/hands.ts';
import { limits } from '../../shared/limits.ts';
import type { Method } from '../../shared/phases/vote.ts';
import { paperEvening } from './collecting.ts';
import { codeOf, origin, value } from './evening.ts';

const single: Method = { kind: 'single' };

describe('hands of a table', () => {
  it('count when two people found the same, as ballots of so many people', () => {
    const { open, hands, ann, ben, items, info, turnout, end } = paperEvening(single);
    open();
    const [a, b] = items;
    expect(value(hands(ann, 4, 8, { [a!]: 5, [b!]: 2 })).is).toBe('waits');
    expect(info(ben).tables).toEqual([{ table: 4, is: 'waits', mine: false, people: 0 }]);
    expect(value(hands(ben, 4, 8, { [b!]: 2, [a!]: 5 })).is).toBe('counted');
    expect(info(ben).tables).toEqual([{ table: 4, is: 'counted', mine: false, people: 8 }]);
    expect(turnout()).toEqual({ voted: 8, of: 8 });
    const result = end();
    expect(result).toMatchObject({ ballots: 8, blank: 1, electorate: 8 });
    expect(result.ranking.slice(0, 2).map(({ id, value: votes }) => [id, votes])).toEqual([
      [a, 5],
      [b, 2],
    ]);
  });

  it('are counted again when both say so, also after a restart; what was agreed holds until then', () => {
    const { hall, open, hands, ann, ben, items, info, turnout, end } = paperEvening(single);
    open();
    const [a] = items;
    for (const ask of [ann, ben]) value(hands(ask, 1, 6, { [a!]: 6 }));
    expect(value(hands(ann, 1, 5, { [a!]: 5 })).is).toBe('waits');
    hall.restart();
    expect(turnout()).toEqual({ voted: 6, of: 6 });
    expect(value(hands(ben, 1, 5, { [a!]: 4 })).is).toBe('differs');
    expect(info().tables).toEqual([{ table: 1, is: 'differs', mine: true, people: 6 }]);
    expect(value(hands(ben, 1, 5, { [a!]: 5 })).is).toBe('counted');
    expect(turnout()).toEqual({ voted: 5, of: 5 });
    expect(end()).toMatchObject({ ballots: 5, electorate: 5 });
  });

  it('are refused where they can not be, and never outnumber who sits there and has not voted', () => {
    const { hall, open, hands, cast, collect, ann, items, people } = paperEvening(single);
    for (const { ask } of people) value(hall.services.people.edit(ask, { table: 2 }));
    open();
    const [a] = items;
    expect(codeOf(hands(ann, 2, 2, { [a!]: 3 }))).toBe('hands_too_many');
    expect(codeOf(hands(people[0]!.ask, 2, 2, { [a!]: 2 }))).toBe('not_allowed');
    expect(codeOf(hands(ann, 2, 9, { [a!]: 9 }))).toBe('ok'); // not everybody at the table has a device
    value(hall.services.sessions.edit(ann, { admission: 'badge' }));
    value(cast(people[0]!, { choose: a! }));
    value(collect());
    expect(codeOf(hands(ann, 2, 3, { [a!]: 3 }))).toBe('hands_table');
    expect(codeOf(hands(ann, 2, 2, { [a!]: 2 }))).toBe('ok');
    expect(codeOf(hands(ann, 3, 1, { [a!]: 1 }))).toBe('hands_table');
    const other = paperEvening();
    other.open();
    expect(other.info().hands).toBeNull();
    expect(codeOf(other.hands(other.ann, 1, 3, {}))).toBe('hands_not');
  });

  it('are no more in all than a file of the session can hold', () => {
    const { hall, open, hands, ann, ben, end } = paperEvening(single);
    open();
    const full = handsPerVote / 250;
    for (let table = 1; table <= full; table++) for (const ask of [ann, ben]) value(hands(ask, table, 250, {}));
    expect(codeOf(hands(ann, full + 1, 1, {}))).toBe('too_many');
    expect(codeOf(hands(ann, full, 251, {}))).toBe('too_many');
    expect(codeOf(hands(ann, full, 249, {}))).toBe('ok');
    expect(end()).toMatchObject({ ballots: handsPerVote });
    const most = limits.participantsPerSession + limits.ticketsPerSession + limits.papersPerVote + handsPerVote;
    expect(most).toBeLessThanOrEqual(limits.participantsPerSession * 10); // of `exportfile.ts`
    const file = value(hall.services.exports.session(hall.lead, false)) as ExportFile;
    expect(codeOf(hall.services.sessions.import(file, origin))).toBe('ok');
  });

  it('make nobody more of who is known already', () => {
    const { hall, open, hands, collect, ann, ben, items, people, turnout } = paperEvening(single);
    for (const { ask } of people) value(hall.services.people.edit(ask, { table: 2 }));
    value(hall.services.sessions.edit(ann, { admission: 'badge' }));
    open();
    value(collect());
    for (const ask of [ann, ben]) value(hands(ask, 2, 3, { [items[0]!]: 1 }));
    expect(turnout()).toEqual({ voted: 3, of: 3 });
  });
});

describe('the electorate', () => {
  function seatedEvening() {
    const evening = paperEvening(single);
    const { hall, people } = evening;
    for (const { ask } of people) value(hall.services.people.edit(ask, { table: 2 }));
    evening.open();
    const raise = (table: number, count: number) => {
      for (const ask of [evening.ann, evening.ben]) value(evening.hands(ask, table, count, {}));
    };
    return { ...evening, raise };
  }

  it('has whoever joined and raises a hand once, also after a recount and a restart', () => {
    const { hall, raise, cast, people, turnout } = seatedEvening();
    value(cast(people[0]!, { choose: null }));
    raise(2, 2);
    expect(turnout()).toEqual({ voted: 3, of: 3 });
    raise(2, 5);
    hall.restart();
    expect(turnout()).toEqual({ voted: 6, of: 6 });
    raise(2, 4);
    raise(3, 4);
    expect(turnout()).toEqual({ voted: 9, of: 9 });
  });

  it('keeps who sits there and does neither', () => {
    const { raise, turnout, end } = seatedEvening();
    raise(2, 1);
    expect(turnout()).toEqual({ voted: 1, of: 3 });
    expect(end()).toMatchObject({ ballots: 1, electorate: 3 });
  });

  it('of a hall without tables is one table, however the hands are entered', () => {
    const { open, hands, ann, ben, turnout } = paperEvening(single);
    open();
    for (const table of [1, 2]) for (const ask of [ann, ben]) value(hands(ask, table, 2, {}));
    expect(turnout()).toEqual({ voted: 4, of: 4 });
  });

  it('is never smaller than who voted', () => {
    const { hall, raise, cast, people, turnout } = seatedEvening();
    raise(2, 3);
    for (const person of people) value(cast(person, { choose: null }));
    hall.restart();
    expect(turnout()).toEqual({ voted: 6, of: 6 });
  });
});

describe('hands where everybody has a badge', () => {
  it('are counted when the devices are closed: nobody votes with both, in whatever order', () => {
    const { hall, open, hands, cast, collect, ann, ben, items, people, end } = paperEvening(single);
    for (const { ask } of people) value(hall.services.people.edit(ask, { table: 2 }));
    value(hall.services.sessions.edit(ann, { admission: 'badge' }));
    open();
    const [a] = items;
    expect(codeOf(hands(ann, 2, 3, { [a!]: 3 }))).toBe('hands_first');
    value(cast(people[0]!, { choose: a! }));
    value(collect());
    for (const ask of [ann, ben]) value(hands(ask, 2, 2, { [a!]: 2 }));
    expect(codeOf(cast(people[1]!, { choose: a! }))).toBe('vote_not_open');
    expect(end()).toMatchObject({ ballots: 3, electorate: 3 });
  });
});

describe('a result of all three', () => {
  /** Six on devices, five on paper, a table of seven. */
  function mixedEvening(onPaper = 5) {
    const evening = paperEvening(single);
    const { hall, open, print, both, hands, cast, people, ann, ben, items } = evening;
    const voters = [...people, ...hall.people(3)];
    open();
    const [a, b] = items;
    for (const [index, voter] of voters.entries()) value(cast(voter, { choose: index < 4 ? a! : b! }));
    for (const code of print(onPaper)) both(code, { choose: b! });
    for (const ask of [ann, ben]) value(hands(ask, 1, 7, { [a!]: 2, [b!]: 3 }));
    return evening;
  }

  const exportOf = ({ hall }: ReturnType<typeof mixedEvening>) =>
    value(hall.services.exports.session(hall.lead, false)) as ExportFile;

  function recount(file: ExportFile) {
    let [out, err] = ['', ''];
    const code = runRecount(['session.json'], {
      read: () => JSON.stringify(file),
      out: (text) => (out += text),
      err: (text) => (err += text),
    });
    return { code, out, err };
  }

  it('lists the ballots that people cast, and says how many hands there were', () => {
    const { hall, items } = mixedEvening();
    const { votes } = hall.services;
    value(votes.close(hall.lead, 'vote'));
    value(votes.reveal(hall.lead, 'vote', { publish: 'ballots' }));
    const told = value(votes.published(hall.lead, 'vote', 1, 0));
    expect(told).toMatchObject({ total: 11, hands: 7, next: null });
    expect(told.ballots).toHaveLength(2);
    const [a, b] = items;
    for (const one of [
      { ballot: { choose: a }, count: 4 },
      { ballot: { choose: b }, count: 7 },
    ]) {
      expect(told.ballots).toContainEqual(one);
    }
  });

  it('has each as a column, and the total decides', () => {
    const evening = mixedEvening();
    const [a, b] = evening.items;
    const { columns, ranking, ballots, blank } = evening.end();
    expect([ballots, blank, ranking[0]!.id]).toEqual([18, 2, b]);
    const told = columns!.map(({ of, ballots: cast, blank: empty, lines }) => {
      return [of, cast, empty, lines[a!]!.value, lines[b!]!.value];
    });
    expect(told).toEqual([
      ['digital', 6, 0, 4, 2],
      ['paper', 5, 0, 0, 5],
      ['hands', 7, 2, 2, 3],
    ]);
  });

  it('leaves with the way of each ballot, is counted again by way, and comes back', () => {
    const evening = mixedEvening();
    evening.end();
    const file = exportOf(evening);
    const [vote] = file.votes;
    const ways = (one: typeof vote) =>
      one!.channels!.map((way, index) => `${way} ${JSON.stringify(one!.ballots[index])}`);
    expect(new Set(vote!.channels)).toEqual(new Set(['digital', 'paper', 'hands']));
    const csv = value(evening.hall.services.exports.resultsCsv(evening.hall.lead)).trimEnd().split('\n');
    expect(csv[0]).toMatch(/;digital;paper;hands$/);
    expect(csv[1]).toMatch(/;2;5;3$/);
    const { code, out, err } = recount(file);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('digital: 6 ballots, 0 of them blank.\npaper: 5 ballots, 0 of them blank.\nhands: 7 ballots');
    const made = value(evening.hall.services.sessions.import(file, origin));
    const ask = { code: made.code, identity: evening.hall.identity('facilitator', made.facilitatorToken, made.code) };
    const again = value(evening.hall.services.exports.session(ask, false)) as ExportFile;
    expect(ways(again.votes[0]).sort()).toEqual(ways(vote).sort());
    expect(again.votes[0]).toMatchObject({ columns: vote!.columns, papers: vote!.papers, ranking: vote!.ranking });

    vote!.channels = vote!.channels!.map((way) => (way === 'paper' ? 'digital' : way));
    expect(recount(file).err).toContain('Of paper the file says 5 ballots, 0 blank');
    vote!.channels.pop();
    expect(codeOf(evening.hall.services.sessions.import(file, origin))).toBe('bad_import');
  });

  it('takes an export of before there was paper', () => {
    const evening = mixedEvening();
    evening.end();
    const file = exportOf(evening);
    const [{ channels: _, columns: __, papers: ___, ...old }] = file.votes as [ExportFile['votes'][number]];
    const before = { ...file, votes: [old] };
    expect(codeOf(evening.hall.services.sessions.import(before, origin))).toBe('ok');
    expect(recount(before).code).toBe(0);
  });

  it('does not tell apart what so few gave that it would say who, in the result, the files or the store', () => {
    const evening = mixedEvening(4);
    const { columns, papers } = evening.end();
    expect(columns!.map(({ of, ballots }) => [of, ballots])).toEqual([
      ['hands', 7],
      ['mixed', 10],
    ]);
    expect(papers).toMatchObject({ counted: 4 });
    expect(new Set(exportOf(evening).votes[0]!.channels)).toEqual(new Set(['hands', 'mixed']));
    const kept = evening.hall.store.ballots.of({ session: evening.hall.code, phase: 'vote', run: 1 });
    expect(new Set(kept.map(({ ballot }) => ballot[0]))).toEqual(new Set(['m', 'h']));
  });
});
