import { describe, expect, it } from 'vitest';
import { readCompared } from '../../shared/compared.ts';
import { readLive, readResults } from '../../shared/document.ts';
import type { OtherId } from '../../shared/tally/others.ts';
import type { Ballot } from '../../shared/vote.ts';
import { countHere, type Counter } from '../../server/session/counts.ts';
import { codeOf, origin, value } from './evening.ts';
import { closedVote, type Plan } from './revealing.ts';

/** Borda gives idea 1, which nobody likes best; dropping the last gives idea 0. */
const ballots = ([a, b, c]: readonly string[]): Ballot[] => [
  ...Array.from({ length: 3 }, () => ({ ranking: [a!, b!, c!] })),
  ...Array.from({ length: 2 }, () => ({ ranking: [c!, b!] })),
];

async function revealed({ first = 'runoff', ...more }: Partial<Plan> & { first?: OtherId } = {}) {
  const vote = closedVote({ method: { kind: 'ranked', length: 3 }, ballots, ...more });
  const { evening } = vote;
  expect(codeOf(await vote.votes.compare(evening.lead, 'vote', 1, first))).toBe('not_found');
  value(vote.votes.reveal(evening.lead, 'vote', { publish: 'totals' }));
  return {
    ...vote,
    vote,
    compare: (other: OtherId, ask = evening.lead) => vote.votes.compare(ask, 'vote', 1, other),
    compared: () => readCompared(readLive(evening.room.doc), 'vote', 1),
  };
}

describe('the same ballots by another rule', () => {
  it('stand beside the result, and change nothing of it', async () => {
    const { vote, compare, compared, items, evening } = await revealed();
    const before = vote.result;
    value(await compare('runoff'));
    value(await compare('first'));
    expect(compared().map(({ other, wins }) => [other, wins])).toEqual([
      ['first', [items[0], items[2]]],
      ['runoff', [items[0]]],
    ]);
    expect(vote.result).toEqual(before);
    evening.restart();
    expect(compared()).toHaveLength(2);
    value(vote.votes.show(evening.lead, 'vote', 1, { shows: 'other', other: 'runoff' }));
    expect(vote.notice.wall).toEqual({ shows: 'other', other: 'runoff' });
    value(vote.votes.dropOther(evening.lead, 'vote', 1, 'runoff'));
    expect([compared().length, vote.notice.wall]).toEqual([1, undefined]);
    expect(codeOf(vote.votes.dropOther(evening.lead, 'vote', 1, 'runoff'))).toBe('not_found');
  });

  it('quote no card whose words have left the board', async () => {
    const { compare, compared, items, evening } = await revealed();
    value(await compare('first'));
    const titles = () => compared()[0]!.ranking.map(({ id, title }) => [id, title]);
    expect(titles()).toContainEqual([items[2], 'idee 2']);
    value(evening.services.cards.hide(evening.lead, items[2]!, 'noemt een naam'));
    expect(titles()).toContainEqual([items[2], '']);
    value(evening.services.cards.show(evening.lead, items[2]!));
    expect(titles()).toContainEqual([items[2], 'idee 2']);
  });

  it('are counted only by what they allow, and only when a facilitator asks', async () => {
    const { compare, compared, voters } = await revealed();
    expect(codeOf(await compare('borda'))).toBe('not_found'); // that decided
    expect(codeOf(await compare('greedy'))).toBe('not_found');
    expect(codeOf(await compare('runoff', voters[0]!.ask))).toBe('not_allowed');
    expect(compared()).toEqual([]);
  });

  it('do not let out what a jury of few gave by group', async () => {
    const criteria = [{ id: 'slim', title: { nl: 'Slim', en: 'Clever' }, weight: 1 }];
    const marks = ([item]: readonly string[]) => Array.from({ length: 4 }, () => ({ marks: { [item!]: { slim: 4 } } }));
    const { compare, compared } = await revealed({
      method: { kind: 'jury', criteria, groups: 'equal' },
      ballots: marks,
      first: 'together',
    });
    expect(codeOf(await compare('together'))).toBe('group_too_small');
    expect(codeOf(await compare('along'))).toBe('ok');
    expect(compared()).toHaveLength(1);
  });

  it('go along in an export, and come back with an import', async () => {
    const { vote, compare, compared, evening } = await revealed();
    value(await compare('runoff'));
    const file = value(evening.services.exports.session(evening.lead, false)) as { votes: { others: unknown[] }[] };
    expect(file.votes[0]!.others).toMatchObject([{ other: 'runoff' }]);
    const copy = value(evening.services.sessions.import(file, origin));
    const { doc } = evening.server.rooms.open(copy.code);
    expect(readCompared(readLive(doc), 'vote', 1)).toEqual(compared());
    expect(readResults(doc)).toEqual([vote.result]);
  });

  it('are counted in the thread when they are many', async () => {
    const asked: string[] = [];
    const counter: Counter = {
      count: (counts) => {
        asked.push(counts.decides.method.kind);
        return Promise.resolve(countHere(counts));
      },
      stop: () => undefined,
    };
    const many = (items: readonly string[]): Ballot[] => Array.from({ length: 600 }, () => ballots(items)[0]!);
    const costs = Array.from({ length: 20 }, () => 100);
    const vote = closedVote({ method: { kind: 'ranked', length: 3 }, ballots: many, costs, counter });
    await Promise.resolve();
    await new Promise(setImmediate);
    value(vote.votes.reveal(vote.evening.lead, 'vote'));
    value(await vote.votes.compare(vote.evening.lead, 'vote', 1, 'runoff'));
    expect(asked).toEqual(['ranked', 'ranked']);
  });
});
