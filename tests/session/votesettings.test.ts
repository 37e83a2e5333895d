import { describe, expect, it } from 'vitest';
import { readResults } from '../../shared/document.ts';
import { setVote } from '../../shared/api.ts';
import * as v from 'valibot';
import { codeOf, Evening, value } from './evening.ts';

const approval = { method: { kind: 'approval', max: 2 }, items: 'cards', top: 1, cut: 'lot' } as const;

describe('how a vote is held', () => {
  it('can be set until it has been held, and is fixed then', () => {
    const evening = new Evening();
    const { votes } = evening.services;
    value(votes.set(evening.lead, 'vote', approval));
    const [ann, bob] = evening.people(2);
    const [bench, tree, pond] = evening.toVote('bankje', 'boom', 'vijver');
    expect(codeOf(votes.set(evening.lead, 'vote', approval))).toBe('vote_fixed');
    expect(codeOf(votes.cast(ann!.ask, ann!.token, 'vote', { dots: { [bench!]: 1 } }))).toBe('bad_ballot');
    expect(codeOf(votes.cast(ann!.ask, ann!.token, 'vote', { approve: [bench!, tree!, pond!] }))).toBe('bad_ballot');
    value(votes.cast(ann!.ask, ann!.token, 'vote', { approve: [bench!, tree!] }));
    value(votes.cast(bob!.ask, bob!.token, 'vote', { approve: [tree!] }));
    value(votes.close(evening.lead, 'vote'));
    value(votes.reveal(evening.lead, 'vote'));
    const [result] = readResults(evening.room.doc);
    expect(result?.ranking.map(({ title, value: votes, wins }) => [title, votes, wins])).toEqual([
      ['boom', 2, true],
      ['bankje', 1, false],
      ['vijver', 0, false],
    ]);
  });

  it('says which groups decide, and forgets that when the new settings do not', () => {
    const evening = new Evening();
    const { votes } = evening.services;
    const phase = () => evening.session.format.phases.find(({ id }) => id === 'vote');
    value(votes.set(evening.lead, 'vote', { ...approval, electorate: ['inwoner'], others: 'apart' }));
    expect(phase()).toMatchObject({ electorate: ['inwoner'], others: 'apart' });
    expect(codeOf(votes.set(evening.lead, 'vote', { ...approval, electorate: ['niemand'] }))).toBe('bad_format');
    value(votes.set(evening.lead, 'vote', approval));
    expect(phase()).not.toHaveProperty('electorate');
    expect(phase()).not.toHaveProperty('others');
  });

  it('is the facilitator’s to set, of a vote that there is', () => {
    const evening = new Evening();
    const ann = evening.join();
    expect(codeOf(evening.services.votes.set(ann.ask, 'vote', approval))).toBe('not_allowed');
    expect(codeOf(evening.services.votes.set(evening.lead, 'pitch', approval))).toBe('not_found');
  });

  it('keeps to the bounds of a format', () => {
    const wrong = [
      { ...approval, method: { kind: 'approval', max: 0 } },
      { ...approval, method: { kind: 'dots', dots: 3 } },
      { ...approval, items: 'people' },
      { ...approval, top: 0 },
    ];
    for (const input of wrong) expect(v.safeParse(setVote, input).success).toBe(false);
  });
});
