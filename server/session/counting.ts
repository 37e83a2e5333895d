/** How a vote ends: closed and counted, aborted, revealed. */
import { makeId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { refuse } from '../../shared/refusals.ts';
import { voteKey } from '../../shared/document.ts';
import type { Result } from '../../shared/model.ts';
import { addResult, setVote } from '../../shared/stamp.ts';
import { tally } from '../../shared/tally/tally.ts';
import type { Ballot, VoteRecord } from '../../shared/vote.ts';
import { packBallot, strip, unpackBallot } from './ballot.ts';
import type { Hall, Scene } from './hall.ts';
import { noticeOf } from './opening.ts';
import { shuffle } from './secrets.ts';
import { answer, type Answer } from './services.ts';

/**
 * Count, result and the end of the slots are one transaction, with no `await` in it. The totals stay in the store; they
 * leave it by `revealVote` only.
 */
export function closeVote(hall: Hall, scene: Scene, vote: VoteRecord): Answer<null> {
  if (vote.state === 'opening') return refuse('vote_not_open', 'opening');
  const { store, random } = hall.parts;
  const { code, register, room } = scene;
  const closed: VoteRecord = { ...vote, state: 'closed' };
  const key = register.keyOf(vote);
  hall.act(
    scene,
    'vote.close',
    voteKey(vote.phase, vote.run),
    (doc) => setVote(doc, noticeOf(closed)),
    () => {
      const box = shuffle(store.box.all(key).map(unpackBallot), random);
      const shown = box.filter(({ apart }) => apart).length >= limits.leastApart;
      const cast = box
        .filter(({ apart }) => shown || !apart) // so few that they would say whose they were: not kept either
        .map(({ ballot, apart }) => ({ ballot: strip(ballot, vote.items), apart }));
      const anonymous = cast.map(({ ballot, apart }) => {
        return { id: makeId(random), ballot: packBallot(ballot, apart ? 'apart' : 'decides') };
      });
      store.ballots.add(key, anonymous);
      store.box.clear(key);
      store.results.put(code, count(closed, cast, register.electorate(vote)), false);
      register.putVote(closed);
      hall.broom.mark(code);
    },
  );
  hall.broom.sweep();
  room.pulse();
  return answer(null);
}

/** The ballots are destroyed, and the roll with them. */
export function abortVote(hall: Hall, scene: Scene, vote: VoteRecord): Answer<null> {
  const aborted: VoteRecord = { ...vote, state: 'aborted' };
  hall.act(
    scene,
    'vote.abort',
    voteKey(vote.phase, vote.run),
    (doc) => setVote(doc, noticeOf(aborted)),
    () => destroy(hall, scene, aborted),
  );
  tellAborted(hall, scene);
  return answer(null);
}

/** Within a transaction. What was on the paper goes too: nobody will ever count it, and it is as large as the board. */
export function destroy({ parts: { store }, broom }: Hall, { code, register }: Scene, aborted: VoteRecord): void {
  store.box.clear(register.keyOf(aborted));
  register.clearRoll(aborted);
  register.putVote({ ...aborted, items: [] });
  broom.mark(code);
}

/** After the transaction: everybody's "has voted" is gone, and the file keeps no copy of a ballot. */
export function tellAborted(hall: Hall, { room }: Scene): void {
  hall.broom.sweep();
  room.poke(null);
  room.pulse();
}

export function revealVote(hall: Hall, scene: Scene, vote: VoteRecord): Answer<null> {
  const { code, register } = scene;
  const { store } = hall.parts;
  const { result } = store.results.get(register.keyOf(vote))!;
  const revealed: VoteRecord = { ...vote, state: 'revealed' };
  hall.act(
    scene,
    'vote.reveal',
    voteKey(vote.phase, vote.run),
    (doc) => {
      addResult(doc, result);
      setVote(doc, noticeOf(revealed));
    },
    () => {
      store.results.put(code, result, true);
      register.putVote(revealed);
    },
  );
  return answer(null);
}

function count(vote: VoteRecord, cast: readonly { ballot: Ballot; apart: boolean }[], electorate: number): Result {
  const { phase, run, settings, seed, commit } = vote;
  const { method, items, top, cut } = settings;
  const standing = vote.items.filter(({ struck }) => !struck);
  const tallied = (apart: boolean) => {
    const ballots = cast.filter((one) => one.apart === apart).map(({ ballot }) => ballot);
    return { ...tally({ method, items: standing, ballots, top, cut, seed }), ballots: ballots.length };
  };
  const { ranking, blank, lots, ballots } = tallied(false);
  const others = tallied(true);
  return {
    phase,
    run,
    method,
    items,
    ranking,
    top,
    cut,
    electorate,
    ballots,
    blank,
    seed,
    commit,
    lots,
    ...(others.ballots > 0 ? { apart: { ranking: others.ranking, ballots: others.ballots, blank: others.blank } } : {}),
  };
}
