/** Whoever has the right to vote casts a ballot; then the facilitator closes, and shows the result. */
import type { BallotPaper } from '../../shared/api.ts';
import { readVote } from '../../shared/document.ts';
import { isPerTable, standingOf } from '../../shared/electorate.ts';
import type { VotePhase } from '../../shared/format.ts';
import { limits } from '../../shared/limits.ts';
import { randomBallot } from './ballots.ts';
import type { Crew } from './crew.ts';
import { Refused } from './doors.ts';

export async function vote(phase: VotePhase, crew: Crew): Promise<void> {
  const { run } = crew.session;
  const isOpen = () => readVote(crew.doc, phase.id, run)?.state === 'open';
  await crew.lead.line.until(isOpen, 'the vote', limits.grace); // who still writes has that much time
  const voters = crew.people.filter(({ part }) => {
    return (
      part.duty !== 'observer' &&
      standingOf(phase, { group: part.group, duties: part.duty ? [part.duty] : [] }) !== 'none'
    );
  });
  await crew.pace.crowd(voters.length, async (index) => {
    const voter = voters[index]!;
    const paper = await voter.command<BallotPaper>('GET', `/ballots/${phase.id}`);
    const ballot = randomBallot(phase.method, paper.items, () => crew.chance());
    const cast = voter.command('PUT', `/ballots/${phase.id}`, ballot);
    // a table votes together: its secretary sends the ballot, and nobody without a table does
    await (isPerTable(phase) ? cast.catch(() => undefined) : cast);
  });
  await crew.lead.command('POST', `/votes/${phase.id}/close`, {});
  await reveal(phase, crew);
  await crew.pace.dwell(0.6); // everybody wants to see it
}

/** ms, and how often: what takes long is counted in a thread */
const again = 1_000;
const tries = 60;

async function reveal(phase: VotePhase, { lead }: Crew): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      await lead.command('POST', `/votes/${phase.id}/reveal`, { tell: 'itself' });
      return;
    } catch (error) {
      if (!(error instanceof Refused) || !error.message.includes('vote_counting') || tried === tries) throw error;
    }
    await new Promise((done) => setTimeout(done, again));
  }
}
