/** A budget vote that was revealed, as a Pabulib file: fresh ids for the voters, and nothing else of them. */
import { makeId } from '../../shared/ids.ts';
import { writePabulib } from '../../shared/pabulib/write.ts';
import { refuse } from '../../shared/refusals.ts';
import type { BudgetBallot } from '../../shared/tally/budget.ts';
import { unpackBallot } from './ballot.ts';
import type { Hall, Scene } from './hall.ts';
import { answer, type Answer } from './services.ts';

export function pabulibOf(hall: Hall, { code, session, register }: Scene, phase: string, run: number): Answer<string> {
  const { store, random } = hall.parts;
  const vote = register.vote(phase, run);
  const method = vote?.settings.method;
  if (vote?.state !== 'revealed' || method?.kind !== 'budget') return refuse('not_found', 'vote');
  const { result } = store.results.get({ session: code, phase, run })!;
  const kept = store.ballots.of(register.keyOf(vote)).map(({ ballot }) => unpackBallot(ballot));
  const decides = kept.filter(({ apart }) => !apart);
  const day = dayOf(vote.opensAt);
  const about = {
    description: session.title,
    country: 'Netherlands',
    unit: session.organiser || session.title,
    instance: day.slice(-4),
    begins: day,
    ends: day,
    language: session.language,
    currency: 'EUR',
    experimental: session.rehearsalOf !== null,
    scale: 1,
  };
  const items = vote.items.filter(({ struck }) => !struck);
  const ballots = decides.map(({ ballot }) => ballot as BudgetBallot);
  const channels = decides.map(({ channel }) => channel);
  const voting = { settings: method, items, ballots, channels, outcome: result, seed: vote.seed };
  const voters = decides.map(() => makeId(random));
  return answer(writePabulib(about, voting, voters));
}

/** `dd.mm.yyyy`, in Dutch time: the day people voted on. */
function dayOf(at: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' }).format(at);
  return parts.replaceAll('/', '.');
}
