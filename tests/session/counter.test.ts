import { describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { readResults } from '../../shared/document.ts';
import { countHere, type Counter, type Counts, type Outcomes } from '../../server/session/counts.ts';
import { formatWith } from '../support/methods.ts';
import { codeOf, Evening, value } from './evening.ts';

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

  it('is done here when it can not be done there', async () => {
    const { jobs, close, reveal } = large();
    close();
    jobs[0]!.fail();
    await settled();
    value(reveal());
  });
});

/** What was promised has been kept. */
const settled = () => new Promise((done) => setImmediate(done));
