/** Is there a ballot like mine among those that were published? Worked out on this device: nobody is asked. Pure. */
import type { PublishedBallots } from '../../../shared/api/votes.ts';
import type { Result } from '../../../shared/model.ts';
import { strip } from '../../../shared/strip.ts';
import type { Ballot } from '../../../shared/vote.ts';

export type Pattern = PublishedBallots['ballots'][number];

/** How many there are like it; what was hidden during the vote counts on neither side. */
export function timesIn(own: Ballot, list: readonly Pattern[], { ranking }: Pick<Result, 'ranking'>): number {
  const wanted = written(own, ranking);
  return list.reduce((sum, { ballot, count }) => sum + (written(ballot, ranking) === wanted ? count : 0), 0);
}

/** The same words for the same ballot. Of which group a juror is, is in no list. */
function written(ballot: Ballot, ranking: Result['ranking']): string {
  const items = ranking.map(({ id }) => ({ id, struck: false }));
  const plain = 'marks' in ballot ? { marks: ballot.marks } : ballot;
  return JSON.stringify(strip(plain, items));
}
