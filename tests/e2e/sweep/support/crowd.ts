/** What a room full of people does to a fixture session, by command. */
import type { Evening, Guest } from '../../../support/people.ts';

const groups = ['inwoner', 'ondernemer', 'organisatie', 'raadslid', 'ambtenaar', 'anders'];

export function gather(evening: Evening, count: number): Promise<Guest[]> {
  return Promise.all(
    Array.from({ length: count }, (_, n) => evening.join({ group: groups[n % 4] ?? '', table: 1 + (n % 5) })),
  );
}

/** From arranging to an open vote in which these have voted; the last items get most, with a tie among them. */
export async function vote(evening: Evening, voters: Guest[]): Promise<void> {
  await evening.lead('/phase', { to: 'vote' });
  const paper = await voters[0]?.paper('vote');
  const ids = (paper?.items ?? []).map(({ id }) => id);
  const at = (n: number) => ids[n % ids.length] ?? '';
  await Promise.all(
    voters.map((voter, n) => {
      const chosen = [...new Set([at(n % 5), at(n % 3), at(n * 7)])];
      const dots = Object.fromEntries(chosen.map((id) => [id, 1]));
      return voter.vote('vote', paper?.method.kind === 'dots' ? { dots } : { approve: chosen });
    }),
  );
}

export async function closeVote(evening: Evening): Promise<void> {
  await evening.lead('/votes/vote/close');
}

/** `how`: as the API takes it; absent: all at once, and of few ballots the totals only. */
export async function revealVote(evening: Evening, how: object = {}): Promise<void> {
  await closeVote(evening);
  await evening.lead('/votes/vote/reveal', how);
}

/** Of the first run: what the wall shows of its result, and another rule beside it. */
export const showResult = (evening: Evening, what: object) => evening.lead('/votes/vote/runs/1/wall', what);
export const compareVote = (evening: Evening, other: string) => evening.lead('/votes/vote/runs/1/others', { other });
