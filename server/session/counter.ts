/**
 * Counting a run whose ballots are anonymous already. What takes long is counted elsewhere (`server/counter.ts`, in a thread),
 * so that nobody's card waits for it; until then the vote is closed, and can not be revealed.
 */
import { voteKey } from '../../shared/document.ts';
import type { Step } from '../../shared/tally/log.ts';
import type { VoteRecord } from '../../shared/vote.ts';
import { StoreUnavailable } from '../store/failure.ts';
import { unpackBallot } from './ballot.ts';
import { countHere, countsOf, isHeavy, type Counts, type Outcomes } from './counts.ts';
import type { Hall } from './hall.ts';
import { keepCounted, keepSteps, keptSteps, shownSteps } from './result.ts';
import type { Store } from '../store/store.ts';

/** ms after which to try again what the store did not take */
const retry = 1_000;

/** Rejects when it takes long and the thread does not manage: here everybody would wait for it. */
export async function countWhole({ parts: { counter } }: Hall, counts: Counts): Promise<Outcomes> {
  return counter && isHeavy(counts) ? counter.count(counts, () => undefined) : countHere(counts);
}

/** A revealed count never changes: read or made once for as long as the record is in memory, however many ask at a time. */
const told = new WeakMap<VoteRecord, Promise<{ steps: Step[] }>>();

/** Every step of a count that was revealed. */
export function stepsOf(hall: Hall, code: string, vote: VoteRecord): Promise<{ steps: Step[] }> {
  const known = told.get(vote);
  if (known) return known;
  const made = findSteps(hall, code, vote).then((steps) => ({ steps }));
  told.set(vote, made);
  made.catch(() => told.delete(vote));
  return made;
}

async function findSteps(hall: Hall, code: string, vote: VoteRecord): Promise<Step[]> {
  const { store } = hall.parts;
  const kept = keptSteps(store, code, vote);
  if (kept) return kept;
  const { decides } = await countWhole(hall, countsOfClosed(store, code, vote));
  const steps = shownSteps(decides.log);
  try {
    if (store.sessions.get(code)) hall.transaction(code, () => keepSteps(store, code, vote, steps));
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error; // then they are kept another time
  }
  return steps;
}

/**
 * Counts what was closed and has no result yet: just now, or before a restart. Safe to call again, and when the thread did not
 * manage whoever wants to reveal does.
 */
export function countLater(hall: Hall, code: string, vote: VoteRecord): void {
  const { store, rooms, door, counter } = hall.parts;
  const { counting } = door.registers;
  const key = { session: code, phase: vote.phase, run: vote.run };
  const name = `${code} ${voteKey(vote.phase, vote.run)}`;
  if (counting.has(name) || store.results.get(key)) return;
  counting.set(name, 0);
  const counts = countsOfClosed(store, code, vote);
  const tell = () => store.sessions.get(code) && rooms.open(code).pulse();
  const progress = (percent: number) => {
    if (counting.get(name) === percent) return;
    counting.set(name, percent);
    tell();
  };
  const counted = counter?.count(counts, progress) ?? Promise.resolve(countHere(counts));
  void counted
    .catch(() => (isHeavy(counts) ? null : countHere(counts)))
    .then((found) => (found ? keep(found) : stop()));

  function keep(outcomes: Outcomes): void {
    try {
      const there = store.sessions.get(code) && door.registers.of(code).vote(vote.phase, vote.run);
      if (there && there.state === 'closed') {
        hall.transaction(code, () => keepCounted(store, code, there, outcomes));
      }
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      hall.later(`count ${name}`, () => (keep(outcomes), null), retry);
      return;
    }
    stop();
  }

  function stop(): void {
    counting.delete(name);
    tell();
  }
}

export function countsOfClosed(store: Store, code: string, vote: VoteRecord): Counts {
  const key = { session: code, phase: vote.phase, run: vote.run };
  const cast = store.ballots.of(key).map(({ ballot }) => unpackBallot(ballot));
  return countsOf(vote, cast, store.votes.electorate(key));
}
