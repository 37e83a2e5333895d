import { describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { readResults } from '../../shared/document.ts';
import { threadCounter } from '../../server/counter.ts';
import { countHere, isHeavy, type Counter, type Counts, type Outcomes } from '../../server/session/counts.ts';
import { formatWith } from '../support/methods.ts';
import { codeOf, Evening, origin, value } from './evening.ts';

/** A counter that counts when the test says so. */
function slowCounter() {
  const jobs: { counts: Counts; progress: (percent: number) => void; done(outcomes: Outcomes): void; fail(): void }[] =
    [];
  const counter: Counter = {
    count: (counts, progress) =>
      new Promise((done, reject) => jobs.push({ counts, progress, done, fail: () => reject(new Error('thread')) })),
    stop: () => undefined,
  };
  return { counter, jobs };
}

const people = 60;

/** A budget vote with more ballots times items than are counted at once. */
function large() {
  const { counter, jobs } = slowCounter();
  const method = { kind: 'budget', budget: 9_000, rule: 'equal-shares' } as const;
  const evening = new Evening({ format: formatWith(method), counter });
  const voters = evening.people(people);
  value(evening.move('pitch'));
  const count = Math.ceil(limits.countAtOnce / people) + 1;
  const ids = Array.from({ length: count }, (_, n) => {
    const writer = voters[n % people]!;
    return value(evening.services.cards.add(writer.ask, { title: `${n}`, fields: { kosten: `${100 + n}` } })).id;
  });
  value(evening.move('cluster'));
  evening.clock.pass(60_000);
  value(evening.move('vote'));
  for (const [n, { ask, token }] of voters.entries()) {
    value(evening.services.votes.cast(ask, token, 'vote', { approve: [ids[n + 1]!, ids[0]!] }));
  }
  const { votes } = evening.services;
  return {
    evening,
    jobs,
    reveal: () => evening.services.votes.reveal(evening.lead, 'vote'),
    close: () => value(votes.close(evening.lead, 'vote')),
    pulse: () => evening.server.door.desk(evening.code).pulse(),
  };
}

describe('a count that takes long', () => {
  it('goes on elsewhere, tells how far it is, and can not be revealed before', async () => {
    const { evening, jobs, close, reveal, pulse } = large();
    close();
    const key = { session: evening.code, phase: 'vote', run: 1 };
    expect([evening.store.box.all(key).length, evening.store.ballots.of(key).length]).toEqual([0, people]);
    expect(pulse()).toMatchObject({ counting: 0 });
    jobs[0]!.progress(40);
    expect(pulse()).toMatchObject({ counting: 40 });
    expect(codeOf(reveal())).toBe('vote_counting');
    expect(jobs).toHaveLength(1);
    jobs[0]!.done(countHere(jobs[0]!.counts));
    await settled();
    expect(pulse()).not.toHaveProperty('counting');
    value(reveal());
    expect(readResults(evening.room.doc)[0]).toMatchObject({ ballots: people, electorate: people });
  });

  it('begins again after a restart', async () => {
    const { evening, jobs, close, reveal } = large();
    close();
    evening.restart();
    expect(codeOf(reveal())).toBe('vote_counting');
    expect(jobs).toHaveLength(2);
    jobs[1]!.done(countHere(jobs[1]!.counts));
    await settled();
    value(reveal());
  });

  it('that fails there is not done here: the vote stays closed, and whoever reveals it tries again', async () => {
    const { evening, jobs, close, reveal, pulse } = large();
    close();
    jobs[0]!.fail();
    await settled();
    expect(pulse()).not.toHaveProperty('counting');
    evening.restart();
    expect(codeOf(reveal())).toBe('vote_counting');
    expect(jobs).toHaveLength(2);
    jobs[1]!.done(countHere(jobs[1]!.counts));
    await settled();
    value(reveal());
  });

  it('that fails afterwards is refused with a sentence', async () => {
    const { evening, jobs, close, reveal } = large();
    close();
    jobs[0]!.done(countHere(jobs[0]!.counts));
    await settled();
    value(reveal());
    const { votes, sessions, exports } = evening.services;
    const compared = votes.compare(evening.lead, 'vote', 1, 'sharesAdd1');
    jobs[1]!.fail();
    expect(codeOf(await compared)).toBe('vote_not_counted');
    const copy = value(
      sessions.import(JSON.parse(JSON.stringify(value(exports.session(evening.lead, false)))), origin),
    );
    const lead = { code: copy.code, identity: evening.identity('facilitator', copy.facilitatorToken, copy.code) };
    const steps = votes.steps(lead, 'vote', 1);
    jobs[2]!.fail();
    expect(codeOf(await steps)).toBe('vote_not_counted');
  });
});

describe('a count of equal shares', () => {
  const counts = (completion: 'none' | 'add1', voters: number): Counts => {
    const method = { kind: 'budget', budget: 9_000, rule: 'equal-shares', completion } as const;
    const items = Array.from({ length: 20 }, (_, n) => ({ id: `${n}`, title: `${n}`, cost: 1_000 }));
    const ballots = Array.from({ length: voters }, () => ({ approve: ['1'] }));
    const rest = { items, ballots, electorate: voters, top: 1, cut: 'lot', seed: 'x', threshold: undefined } as const;
    return { decides: { ...rest, method }, apart: null, channels: [] };
  };

  it.each([
    ['add1', 100, false],
    ['add1', 101, true],
    ['none', 101, false],
    ['none', 501, true],
  ] as const)('%s by %i voters goes to the thread: %s', (completion, voters, heavy) => {
    expect(isHeavy(counts(completion, voters))).toBe(heavy);
  });

  it('is stopped when it takes too long, and so is what imports it', async () => {
    const counter = threadCounter(new URL('data:text/javascript,for(;;);'), 20);
    await expect(counter.count(counts('add1', 101), () => undefined)).rejects.toThrow('ended before');
    const evening = new Evening({ counter });
    const answer = await evening.services.sessions.importPabulib(file(101), { votes: true, language: 'en' }, origin);
    expect(answer).toMatchObject({
      code: 'bad_import',
      detail: 'Line 8: These votes can not be counted now. Take the projects only, or try again later.',
    });
  });

  const file = (voters: number) =>
    [
      'META\nkey;value\ndescription;d\ncountry;NL\nunit;u\ninstance;2026\nnum_projects;20\nrule;equalshares/add1',
      `num_votes;${voters}\nbudget;9000\nvote_type;approval\nPROJECTS\nproject_id;cost;votes;name;selected`,
      ...Array.from({ length: 20 }, (_, n) => `${n};1000;${n === 1 ? voters : 0};p${n};0`),
      'VOTES\nvoter_id;vote',
      ...Array.from({ length: voters }, (_, n) => `v${n};1`),
    ].join('\n') + '\n';
});

/** What was promised has been kept. */
const settled = () => new Promise((done) => setImmediate(done));
