/** How a vote ends: closed and counted, aborted, revealed. */
import type { RevealVote } from '../../shared/api/votes.ts';
import { tellApart, type Channel } from '../../shared/channel.ts';
import { makeId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { refuse } from '../../shared/refusals.ts';
import { voteKey } from '../../shared/document.ts';
import { addResult, setVote } from '../../shared/stamp.ts';
import { strip } from '../../shared/strip.ts';
import type { VoteRecord } from '../../shared/vote.ts';
import { packBallot, type Kept } from './ballot.ts';
import { keepPaperCount, openBox } from './collecting.ts';
import { countLater } from './counter.ts';
import { countHere, countsOf, isHeavy } from './counts.ts';
import { forgetTurns } from './exposure.ts';
import type { Hall, Scene } from './hall.ts';
import { noticeOf } from './opening.ts';
import { forgetPairs } from './pairs.ts';
import { keepCounted } from './result.ts';
import { keepReasons } from './reasons.ts';
import { beginTelling, publishes } from './revealed.ts';
import { shuffle } from './secrets.ts';
import { answer, type Answer } from './services.ts';

/**
 * Count, result and the end of the slots are one transaction, with no `await` in it; only what takes long is counted after
 * it, from the anonymous ballots. The totals stay in the store; they leave it by `revealVote` only.
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
      const { ballots, waiting } = openBox(store, key, vote);
      const box = shuffle(ballots, random);
      const shown = box.filter(({ apart }) => apart).length >= limits.leastApart;
      const counted = box.filter(({ apart }) => shown || !apart); // so few that they would say whose they were: not kept either
      const keptAs = tellApart(countChannels(counted));
      const cast = counted.map(({ ballot, apart, channel }) => {
        return { ballot: strip(ballot, vote.items), apart, channel: apart ? ('digital' as const) : keptAs(channel) };
      });
      const anonymous = cast.map(({ ballot, apart, channel }) => {
        return { id: makeId(random), ballot: packBallot(ballot, apart ? 'apart' : 'decides', channel) };
      });
      store.ballots.add(key, anonymous);
      keepReasons(store, code, vote, counted, random);
      store.box.clear(key);
      forgetTurns(store, code, vote);
      register.growElectorate(vote);
      register.putVote(closed);
      const counts = countsOf(closed, cast, register.electorate(vote));
      keepPaperCount(store, register, closed, waiting);
      if (!hall.parts.counter || !isHeavy(counts)) keepCounted(store, code, closed, countHere(counts));
      hall.broom.mark(code);
    },
  );
  hall.broom.sweep();
  forgetPairs(hall, code, vote);
  countLater(hall, code, closed);
  room.pulse();
  return answer(null);
}

/** Of those that decide. */
function countChannels(cast: readonly Kept[]): Record<Channel, number> {
  const counts = { digital: 0, paper: 0, hands: 0, mixed: 0 };
  for (const { apart, channel } of cast) if (!apart) counts[channel]++;
  return counts;
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
export function destroy(hall: Hall, { code, register }: Scene, aborted: VoteRecord): void {
  const {
    parts: { store },
    broom,
  } = hall;
  forgetPairs(hall, code, aborted);
  forgetTurns(store, code, aborted);
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

export function revealVote(hall: Hall, scene: Scene, vote: VoteRecord, how: RevealVote): Answer<null> {
  const { code, register } = scene;
  const { store } = hall.parts;
  const counted = store.results.get(register.keyOf(vote));
  if (!counted) {
    countLater(hall, code, vote);
    return refuse('vote_counting');
  }
  const { result } = counted;
  const published = publishes(how, result) ? ({ published: true } as const) : {};
  const revealed: VoteRecord = { ...vote, state: 'revealed', ...published };
  hall.act(
    scene,
    'vote.reveal',
    voteKey(vote.phase, vote.run),
    (doc) => {
      addResult(doc, result);
      setVote(doc, { ...noticeOf(revealed), ...beginTelling(how, hall.now()) });
    },
    () => {
      store.results.put(code, result, true);
      register.putVote(revealed);
    },
  );
  return answer(null);
}
