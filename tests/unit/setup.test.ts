import { describe, expect, it } from 'vitest';
import { setupOf, settingsOf, wrongIn } from '../../client/phases/vote/setup.ts';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import type { VotePhase } from '../../shared/format.ts';

const vote = ideeenronde.phases.find((phase): phase is VotePhase => phase.kind === 'vote')!;

describe('the form that sets up a vote', () => {
  it('gives back what it was filled with', () => {
    expect(settingsOf(setupOf(vote))).toEqual({ method: vote.method, items: vote.items, top: vote.top, cut: vote.cut });
    const approval: VotePhase = { ...vote, method: { kind: 'approval', max: 4 }, items: 'clusters' };
    expect(settingsOf(setupOf(approval))).toMatchObject({ method: { kind: 'approval', max: 4 }, items: 'clusters' });
  });

  it('says which numbers are wrong, of those it uses', () => {
    expect(wrongIn({ ...setupOf(vote), dots: '0', most: 'veel', max: '-1', top: '101' })).toEqual([
      'dots',
      'most',
      'top',
    ]);
    expect(wrongIn({ ...setupOf(vote), kind: 'approval', dots: '0', max: '2.5' })).toEqual(['max']);
  });

  it('never lets more dots go on one item than there are', () => {
    expect(settingsOf({ ...setupOf(vote), dots: '2', most: '9' }).method).toEqual({
      kind: 'dots',
      dots: 2,
      maxPerItem: 2,
    });
  });
});
