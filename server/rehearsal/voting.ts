/** Whoever has the right to vote casts a ballot; then the facilitator closes, and shows the result. */
import type { BallotPaper } from '../../shared/api.ts';
import { readVote } from '../../shared/document.ts';
import { standingOf } from '../../shared/electorate.ts';
import type { VotePhase } from '../../shared/format.ts';
import { limits } from '../../shared/limits.ts';
import type { Ballot } from '../../shared/vote.ts';
import type { Crew } from './crew.ts';

/** So many items are known to everybody; the others are hardly chosen. */
const favourites = 12;

export async function vote(phase: VotePhase, crew: Crew): Promise<void> {
  const { run } = crew.session;
  const isOpen = () => readVote(crew.doc, phase.id, run)?.state === 'open';
  await crew.lead.line.until(isOpen, 'the vote', limits.grace); // who still writes has that much time
  const voters = crew.people.filter(({ part }) => {
    return part.duty !== 'observer' && standingOf(phase, part.group) !== 'none';
  });
  await crew.pace.crowd(voters.length, async (index) => {
    const voter = voters[index]!;
    const paper = await voter.command<BallotPaper>('GET', `/ballots/${phase.id}`);
    await voter.command(
      'PUT',
      `/ballots/${phase.id}`,
      fillIn(phase, paper, () => crew.chance()),
    );
  });
  await crew.lead.command('POST', `/votes/${phase.id}/close`, {});
  await crew.lead.command('POST', `/votes/${phase.id}/reveal`, {});
  await crew.pace.dwell(0.6); // everybody wants to see it
}

/** A few items are much more popular than the others, so that the result has a shape. */
function fillIn({ method }: VotePhase, { items }: BallotPaper, chance: () => number): Ballot {
  const pick = () => items[Math.floor(chance() ** 2 * Math.min(items.length, favourites))]?.id;
  if (method.kind === 'approval') {
    const chosen = new Set(Array.from({ length: method.max }, pick));
    return { approve: [...chosen].filter((id) => id !== undefined) };
  }
  const dots: Record<string, number> = {};
  for (let left = method.dots; left > 0; left--) {
    const id = pick();
    if (id !== undefined && (dots[id] ?? 0) < method.maxPerItem) dots[id] = (dots[id] ?? 0) + 1;
  }
  return { dots };
}
