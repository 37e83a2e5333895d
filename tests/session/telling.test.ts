import { describe, expect, it } from 'vitest';
import type { Ballot } from '../../shared/vote.ts';
import { tellEvery, toldOf } from '../../shared/telling.ts';
import { codeOf, value } from './evening.ts';
import { closedVote } from './revealing.ts';

const method = { kind: 'dots', dots: 3, maxPerItem: 3 } as const;
const ballots = (items: readonly string[]): Ballot[] => [
  { dots: { [items[0]!]: 2, [items[1]!]: 1 } },
  { dots: { [items[0]!]: 1 } },
];
const begin = (tell?: 'whole' | 'itself' | 'press') => {
  const vote = closedVote({ method, ballots });
  value(vote.votes.reveal(vote.evening.lead, 'vote', tell ? { tell } : undefined));
  return vote;
};

describe('a result is told on the wall', () => {
  it('all at once, when nobody asks for more', () => {
    expect(begin().notice).toEqual({ phase: 'vote', run: 1, state: 'revealed', opensAt: expect.any(Number) as number });
  });

  it('place by place as the facilitator says, forth and back, also past a restart', () => {
    const vote = begin('press');
    const { lead } = vote.evening;
    expect(vote.notice.telling).toEqual({ by: 'press', told: 0 });
    value(vote.votes.show(lead, 'vote', 1, { shows: 'result', told: 2 }));
    value(vote.votes.show(lead, 'vote', 1, { shows: 'result', told: 2 })); // pressed twice
    vote.evening.restart();
    expect(vote.notice.telling).toEqual({ by: 'press', told: 2 });
    value(vote.votes.show(lead, 'vote', 1, { shows: 'result', told: 1 }));
    expect(vote.notice.telling).toEqual({ by: 'press', told: 1 });
    value(vote.votes.show(lead, 'vote', 1, { shows: 'result' }));
    expect(vote.notice).not.toHaveProperty('telling');
  });

  it('by itself as time goes by, until the facilitator stops all that moves', () => {
    const vote = begin('itself');
    const { evening } = vote;
    const told = () => toldOf(vote.notice.telling, 2, evening.clock.now());
    expect(told()).toBe(0);
    evening.clock.pass(tellEvery);
    expect(told()).toBe(1);
    value(evening.services.phases.pause(evening.lead, true));
    evening.clock.pass(10 * tellEvery);
    expect([told(), vote.notice.telling]).toEqual([1, { by: 'press', told: 1 }]);
    value(evening.services.phases.pause(evening.lead, false));
    expect(told()).toBe(1);
  });

  it('and stays told when it was over before all was stopped', () => {
    const vote = begin('itself');
    vote.evening.clock.pass(60_000);
    value(vote.evening.services.phases.pause(vote.evening.lead, true));
    expect(vote.notice).not.toHaveProperty('telling');
  });

  it('and is told when another vote begins', () => {
    const vote = begin('press');
    value(vote.evening.move('cluster'));
    expect(vote.notice.telling).toEqual({ by: 'press', told: 0 });
    value(vote.evening.move('vote'));
    expect(vote.notice).not.toHaveProperty('telling');
  });

  it('with its steps instead, and back to where it was', () => {
    const vote = begin('press');
    const { lead } = vote.evening;
    value(vote.votes.show(lead, 'vote', 1, { shows: 'result', told: 1 }));
    value(vote.votes.show(lead, 'vote', 1, { shows: 'steps', page: 2 }));
    expect(vote.notice).toMatchObject({ wall: { shows: 'steps', page: 2 }, telling: { by: 'press', told: 1 } });
    value(vote.votes.show(lead, 'vote', 1, { shows: 'result', told: 1 }));
    expect(vote.notice).not.toHaveProperty('wall');
  });

  it('by nobody but a facilitator, and not before the reveal', () => {
    const vote = closedVote({ method, ballots });
    const show = (ask = vote.evening.lead) => codeOf(vote.votes.show(ask, 'vote', 1, { shows: 'result' }));
    expect(show()).toBe('not_found');
    value(vote.votes.reveal(vote.evening.lead, 'vote'));
    expect(show(vote.voters[0]!.ask)).toBe('not_allowed');
    expect(show()).toBe('ok');
    const absent = { shows: 'other', other: 'lot' } as const;
    expect(codeOf(vote.votes.show(vote.evening.lead, 'vote', 1, absent))).toBe('not_found');
  });
});
