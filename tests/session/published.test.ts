import { describe, expect, it } from 'vitest';
import type { Ballot } from '../../shared/vote.ts';
import { perPage } from '../../server/session/published.ts';
import { codeOf, origin, value } from './evening.ts';
import { closedVote } from './revealing.ts';

const dots = { kind: 'dots', dots: 3, maxPerItem: 3 } as const;
const some = (count: number) => (items: readonly string[]) =>
  Array.from({ length: count }, (_, n): Ballot => ({ dots: { [items[n % 2]!]: 1 + (n % 3) } }));

describe('the ballots of a vote', () => {
  it('are for everybody when the facilitator publishes them: equal ones together, and under no id', () => {
    const vote = closedVote({ method: dots, ballots: some(12) });
    const { evening, items, voters } = vote;
    expect(codeOf(vote.votes.published(evening.lead, 'vote', 1, 0))).toBe('not_found');
    value(vote.votes.reveal(evening.lead, 'vote', { publish: 'ballots' }));
    const told = value(vote.votes.published(voters[0]!.ask, 'vote', 1, 0));
    expect(told).toMatchObject({ total: 12, next: null });
    const counts = told.ballots.map(({ count }) => count);
    expect(counts).toEqual([2, 2, 2, 2, 2, 2]);
    expect(told.ballots.map(({ ballot }) => ballot)).toContainEqual({ dots: { [items[1]!]: 2 } });
    const ids = evening.store.ballots.of({ session: evening.code, phase: 'vote', run: 1 }).map(({ id }) => id);
    for (const secret of [...ids, ...voters.map(({ id }) => id)]) expect(JSON.stringify(told)).not.toContain(secret);
    expect(vote.notice.published).toBe(true);
  });

  it.each([
    [19, false],
    [20, true],
  ])('when nobody says so, are published of %i: %s', (count, published) => {
    const vote = closedVote({ method: dots, ballots: some(count) });
    value(vote.votes.reveal(vote.evening.lead, 'vote'));
    expect(vote.notice.published ?? false).toBe(published);
  });

  it('are not had when only the totals were published, nor of a vote or a page that is not there', () => {
    const vote = closedVote({ method: dots, ballots: some(25) });
    value(vote.votes.reveal(vote.evening.lead, 'vote', { publish: 'totals' }));
    const ask = vote.voters[0]!.ask;
    expect(codeOf(vote.votes.published(ask, 'vote', 1, 0))).toBe('not_found');
    expect(codeOf(vote.votes.published(vote.evening.lead, 'vote', 1, 0))).toBe('not_found');
    expect(codeOf(vote.votes.published(ask, 'vote', 2, 0))).toBe('not_found');
  });

  it('are the same after a restart and an import, page by page', () => {
    const ranking = (items: readonly string[]): Ballot[] => {
      const all = items.flatMap((a) => items.flatMap((b) => items.flatMap((c) => [[a, b, c]])));
      return all.filter((one) => new Set(one).size === 3).map((one) => ({ ranking: one }));
    };
    const costs = Array.from({ length: 10 }, () => 100);
    const vote = closedVote({ method: { kind: 'ranked', length: 4 }, ballots: ranking, costs });
    const { evening } = vote;
    value(vote.votes.reveal(evening.lead, 'vote'));
    const pages = () => {
      const first = value(vote.votes.published(evening.lead, 'vote', 1, 0));
      return [first, value(vote.votes.published(evening.lead, 'vote', 1, first.next!))];
    };
    const before = pages();
    expect(before.map(({ ballots }) => ballots.length)).toEqual([perPage, 720 - perPage]);
    expect(before[1]!.next).toBeNull();
    expect(codeOf(vote.votes.published(evening.lead, 'vote', 1, 3))).toBe('not_found');
    evening.restart();
    expect(pages()).toEqual(before);

    const copy = value(
      evening.services.sessions.import(value(evening.services.exports.session(evening.lead, false)), origin),
    );
    const ask = { code: copy.code, identity: evening.identity('facilitator', copy.facilitatorToken, copy.code) };
    expect(value(vote.votes.published(ask, 'vote', 1, 0))).toMatchObject({ total: 720, next: perPage });
  });

  it('of jurors do not say of which group they are', () => {
    const criteria = [{ id: 'slim', title: { nl: 'Slim', en: 'Clever' }, weight: 1 }];
    const ballots = ([item]: readonly string[]) => [{ marks: { [item!]: { slim: 4 } } }];
    const vote = closedVote({ method: { kind: 'jury', criteria, groups: 'equal' }, ballots });
    value(vote.votes.reveal(vote.evening.lead, 'vote', { publish: 'ballots' }));
    const { ballots: told } = value(vote.votes.published(vote.evening.lead, 'vote', 1, 0));
    expect(told).toEqual([{ ballot: { marks: { [vote.items[0]!]: { slim: 4 } } }, count: 1 }]);
  });
});

describe('the steps of a vote that came along with an import', () => {
  it('are counted once, however many ask, and kept', async () => {
    const vote = closedVote({ method: dots, ballots: some(25) });
    const { evening } = vote;
    value(vote.votes.reveal(evening.lead, 'vote'));
    const file = value(evening.services.exports.session(evening.lead, false));
    const copy = value(evening.services.sessions.import(JSON.parse(JSON.stringify(file)), origin));
    const ask = { code: copy.code, identity: evening.identity('facilitator', copy.facilitatorToken, copy.code) };
    const kept = () => evening.store.records.get(copy.code, 'count', 'vote:1')?.value;
    expect(kept()).toBeUndefined();
    const steps = () => evening.services.votes.steps(ask, 'vote', 1).then(value);
    const [one, other] = await Promise.all([steps(), steps()]);
    expect(one.steps[0]).toMatchObject({ step: 'ballots', cast: 25 });
    expect(other).toBe(one);
    expect(kept()).toEqual(one.steps);
    expect(await steps()).toBe(one);
  });
});
