import { describe, expect, it } from 'vitest';
import { runRecount } from '../../server/recounting.ts';
import { readResults } from '../../shared/document.ts';
import type { ExportFile } from '../../shared/exportfile.ts';
import type { VotePhase } from '../../shared/format.ts';
import type { Method } from '../../shared/phases/vote.ts';
import type { Ballot } from '../../shared/vote.ts';
import { formatWith } from '../support/methods.ts';
import { codeOf, Evening, origin, value, type Person } from './evening.ts';

function begin(method: Method, more: Partial<VotePhase> = {}) {
  const hall = new Evening({ format: formatWith(method, more) });
  const { services, lead } = hall;
  let items: string[] = [];
  return {
    hall,
    join: (table: number | null, group = '') => hall.join({ table, group }),
    give: (person: Person, give: ('jury' | 'secretary')[]) => {
      const { number } = value(services.people.me(person.ask)).participant!;
      value(services.people.change(lead, number, { give }));
    },
    /** Three cards of 500, 600 and 700 euros. */
    open: (writer: Person) => {
      value(hall.move('pitch'));
      items = [500, 600, 700].map((cost) => {
        return value(services.cards.add(writer.ask, { title: `${cost}`, fields: { kosten: `${cost}` } })).id;
      });
      value(hall.move('cluster'));
      hall.clock.pass(60_000);
      value(hall.move('vote'));
      return items;
    },
    cast: ({ ask, token }: Person, ballot: Ballot) => services.votes.cast(ask, token, 'vote', ballot),
    own: ({ ask, token }: Person) => value(services.votes.ownBallot(ask, token, 'vote')),
    turnout: () => hall.server.door.desk(hall.code).pulse().turnout,
    end: () => {
      value(services.votes.close(lead, 'vote'));
      value(services.votes.reveal(lead, 'vote'));
      const results = readResults(hall.room.doc);
      return results[results.length - 1]!;
    },
  };
}

describe('a ballot of a table', () => {
  const choice = { kind: 'tables', choices: 1 } as const;

  it('is one for all who sit there, whoever sends it', () => {
    const vote = begin(choice);
    const [ann, bob, cis, dan] = [vote.join(1), vote.join(1), vote.join(2), vote.join(null)];
    const [a, b] = vote.open(ann);
    expect(vote.turnout()).toEqual({ voted: 0, of: 2 });
    value(vote.cast(ann, { approve: [a!] }));
    expect(vote.own(bob).ballot).toEqual({ approve: [a] });
    value(vote.cast(bob, { approve: [b!] }));
    expect(vote.turnout()).toEqual({ voted: 1, of: 2 });
    expect(value(vote.hall.services.people.me(bob.ask)).voted).toEqual(['vote:1']);
    expect(codeOf(vote.cast(dan, { approve: [a!] }))).toBe('no_seat');
    value(vote.cast(cis, { approve: [b!] }));
    expect(vote.end()).toMatchObject({
      per: 'table',
      ballots: 2,
      electorate: 2,
      ranking: [{ id: b, value: 2 }, {}, {}],
    });
  });

  it('is its secretary’s to send, where there is one', () => {
    const vote = begin(choice);
    const [ann, bob] = [vote.join(1), vote.join(1)];
    vote.give(bob, ['secretary']);
    const [a] = vote.open(ann);
    expect(codeOf(vote.cast(ann, { approve: [a!] }))).toBe('secretary_votes');
    value(vote.cast(bob, { approve: [a!] }));
    const seat = { number: 1, badge: 'AAAA-AAAA-AAAA-AAAA', ballot: { approve: [a!] } };
    expect(codeOf(vote.hall.services.votes.castAtTable(bob.ask, 'vote', seat))).toBe('table_ballot');
  });

  it('is not asked of a table that was found when devices vote no more', () => {
    const vote = begin(choice);
    const ann = vote.join(1);
    const [a] = vote.open(ann);
    value(vote.cast(ann, { approve: [a!] }));
    value(vote.hall.services.votes.collect(vote.hall.lead, 'vote'));
    vote.join(5);
    expect(vote.end()).toMatchObject({ ballots: 1, electorate: 1 });
  });

  it('counts a table that was found after the opening', () => {
    const vote = begin({ kind: 'allocate', budget: 900 }, { per: 'table' });
    const ann = vote.join(1);
    const [a] = vote.open(ann);
    const late = vote.join(5);
    value(vote.cast(ann, { percent: { [a!]: 100 } }));
    value(vote.cast(late, { percent: { [a!]: 100 } }));
    expect(vote.end()).toMatchObject({ ballots: 2, electorate: 2, ranking: [{ value: 900 }, {}, {}] });
  });
});

describe('a jury', () => {
  const criteria = [{ id: 'slim', title: { nl: 'Slim', en: 'Clever' }, weight: 1 }];
  const jury = { kind: 'jury', criteria, groups: 'equal' } as const;

  it('alone votes, also who is asked to sit in it while the vote is open', () => {
    const vote = begin(jury, { duty: 'jury', top: 1 });
    const [ann, bob] = [vote.join(null, 'inwoner'), vote.join(null, 'raadslid')];
    vote.give(ann, ['jury']);
    const [a] = vote.open(ann);
    expect(vote.turnout()).toEqual({ voted: 0, of: 1 });
    expect(vote.own(bob)).toMatchObject({ eligible: false, standing: 'none' });
    expect(codeOf(vote.cast(bob, { marks: { [a!]: { slim: 5 } } }))).toBe('no_right_to_vote');
    vote.give(bob, ['jury']);
    expect(vote.turnout()).toEqual({ voted: 0, of: 2 });
    value(vote.cast(bob, { marks: { [a!]: { slim: 5 } } }));
  });

  it('is counted by the groups the server knows, and shows no group so small that it says who', async () => {
    const vote = begin(jury, { top: 1 });
    const jurors = [vote.join(null, 'inwoner'), vote.join(null, 'inwoner'), vote.join(null, 'raadslid')];
    const [a] = vote.open(jurors[0]!);
    const marks = [2, 2, 5];
    for (const [n, juror] of jurors.entries()) {
      value(vote.cast(juror, { marks: { [a!]: { slim: marks[n]! } }, group: 'ambtenaar' }));
    }
    expect(vote.end().ranking[0]).toMatchObject({ id: a, values: ['7/2', '7/2'] });
    const { steps } = value(await vote.hall.services.votes.steps(vote.hall.lead, 'vote', 1));
    expect(steps.filter(({ step }) => step === 'judged')).toEqual([]);

    const { services, lead } = vote.hall;
    const file = value(services.exports.session(lead, false)) as ExportFile;
    expect(file.votes[0]).toMatchObject({ ballots: [], withheld: 3 });
    expect(JSON.stringify(file.votes)).not.toMatch(/raadslid|inwoner|"slim":[25]/);
    let told = '';
    const out = (text: string) => (told += text);
    expect(runRecount(['sessie.json'], { read: () => JSON.stringify(file), out, err: out })).toBe(0);
    expect(told).toMatch(/^vote 1: not counted again: its ballots are not in the file/);
    const copy = value(services.sessions.import(JSON.parse(JSON.stringify(file)), origin));
    const ask = { code: copy.code, identity: vote.hall.identity('facilitator', copy.facilitatorToken, copy.code) };
    const again = value(services.exports.session(ask, false)) as ExportFile;
    expect(again.votes).toEqual(file.votes);
    expect(value(await services.votes.steps(ask, 'vote', 1)).steps).toEqual([]);
  });

  it('of groups of five and more is in the export, by group, and can be counted again', () => {
    const vote = begin(jury, { top: 1 });
    const jurors = Array.from({ length: 10 }, (_, n) => vote.join(null, n < 5 ? 'inwoner' : 'raadslid'));
    const [a] = vote.open(jurors[0]!);
    for (const [n, juror] of jurors.entries()) value(vote.cast(juror, { marks: { [a!]: { slim: n < 5 ? 2 : 5 } } }));
    vote.end();
    const file = value(vote.hall.services.exports.session(vote.hall.lead, false)) as ExportFile;
    expect(file.votes[0]).not.toHaveProperty('withheld');
    expect(file.votes[0]!.ballots).toHaveLength(10);
    const streams = { read: () => JSON.stringify(file), out: () => undefined, err: () => undefined };
    expect(runRecount(['sessie.json'], streams)).toBe(0);
  });
});

describe('what an item needs', () => {
  it('keeps from winning what too few want, and says by how much', () => {
    const vote = begin({ kind: 'approval', max: 3 }, { threshold: { moreThan: '1/2', basis: 'electorate' } });
    const [ann, bob] = [vote.join(null), vote.join(null)];
    const [a, b] = vote.open(ann);
    value(vote.cast(ann, { approve: [a!, b!] }));
    value(vote.cast(bob, { approve: [a!] }));
    const { ranking, verdicts, threshold } = vote.end();
    expect(ranking.filter(({ wins }) => wins).map(({ id }) => id)).toEqual([a]);
    expect(verdicts?.find(({ id }) => id === b)).toEqual({ id: b, yes: 1, of: 2, share: '1/2', passes: false });
    expect(threshold).toEqual({ moreThan: '1/2', basis: 'electorate' });
  });

  it('sends those who tie for the one place to a second round, among themselves', () => {
    const vote = begin({ kind: 'single' }, { top: 1, cut: 'again' });
    const [ann, bob] = [vote.join(null), vote.join(null)];
    const [a, b] = vote.open(ann);
    value(vote.cast(ann, { choose: a! }));
    value(vote.cast(bob, { choose: b! }));
    const first = vote.end();
    expect([first.ranking.some(({ wins }) => wins), [...(first.again ?? [])].sort()]).toEqual([false, [a, b].sort()]);
    value(vote.hall.move('vote'));
    expect(value(vote.hall.services.votes.paper(ann.ask, 'vote')).items.map(({ id }) => id)).toEqual([a, b]);
    value(vote.cast(ann, { choose: b! }));
    value(vote.cast(bob, { choose: b! }));
    expect(vote.end().ranking).toMatchObject([
      { id: b, wins: true },
      { id: a, wins: false },
    ]);
  });

  it('is a price, where money is divided: what has none is not on the ballot', () => {
    const vote = begin({ kind: 'budget', budget: 1_000, rule: 'greedy' });
    const ann = vote.join(null);
    value(vote.hall.move('pitch'));
    vote.hall.write(ann, 'gratis');
    const items = vote.open(ann);
    expect(vote.own(ann).items.map(({ id, cost }) => [id, cost])).toEqual(items.map((id, n) => [id, 500 + n * 100]));
  });
});

describe('pairs', () => {
  it('are drawn for each voter, all different, and not again what was judged', () => {
    const vote = begin({ kind: 'pairwise', duels: 3 });
    const ann = vote.join(null);
    vote.open(ann);
    const { pairs } = vote.hall.services.votes;
    const drawn = value(pairs(ann.ask, ann.token, 'vote')).pairs;
    expect(new Set(drawn.map(({ left, right }) => [left, right].sort().join())).size).toBe(3);
    value(vote.cast(ann, { duels: drawn.slice(0, 2).map((pair) => ({ ...pair, choice: 'left' as const })) }));
    const rest = value(pairs(ann.ask, ann.token, 'vote')).pairs;
    expect(rest.map(({ left, right }) => [left, right].sort())).toEqual([[drawn[2]!.left, drawn[2]!.right].sort()]);
    expect(codeOf(pairs(vote.hall.lead, vote.hall.facilitatorToken, 'vote'))).toBe('not_allowed');
    vote.end();
    expect(codeOf(pairs(ann.ask, ann.token, 'vote'))).toBe('vote_not_open');
  });
});

it('settings that do not fit the format are refused with the place', () => {
  const { hall } = begin({ kind: 'single' });
  const settings = { items: 'clusters', top: 1, cut: 'lot' } as const;
  const budget = { kind: 'budget', budget: 1_000, rule: 'greedy' } as const;
  const refused = hall.services.votes.set(hall.lead, 'vote', { ...settings, method: budget });
  expect(refused).toMatchObject({ code: 'bad_format', detail: 'phases.2.method.kind: absent' });
  value(hall.services.votes.set(hall.lead, 'vote', { ...settings, items: 'cards', method: budget }));
});
