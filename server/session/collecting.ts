/** Between the last ballot on a device and the count: what came on paper, and hands, are still entered. */
import { ballotsOfHands } from '../../shared/hands.ts';
import { voteKey } from '../../shared/document.ts';
import type { PaperCount } from '../../shared/model.ts';
import { setVote } from '../../shared/stamp.ts';
import type { VoteRecord } from '../../shared/vote.ts';
import type { RunKey, Store } from '../store/store.ts';
import { unpackBallot, type Kept } from './ballot.ts';
import { unpackEntry, type Entry } from './entries.ts';
import type { Hall, Scene } from './hall.ts';
import { noticeOf } from './opening.ts';
import { forgetPairs } from './pairs.ts';
import type { Register } from './register.ts';
import { handsSlot, looseSlot, paperSlot, shuffle } from './secrets.ts';
import { answer, type Answer } from './services.ts';

const kind = 'papercount';

/**
 * Closes the vote for devices. Their slots are destroyed here and now: nobody changes a ballot any more, so nobody need wait
 * for the paper to be safe. What waits for a second person stays where that person will look for it.
 */
export function collectVote(hall: Hall, scene: Scene, vote: VoteRecord): Answer<null> {
  const { store, random } = hall.parts;
  const { code, register, room } = scene;
  const collecting: VoteRecord = { ...vote, state: 'collecting' };
  const key = register.keyOf(vote);
  hall.act(
    scene,
    'vote.collect',
    voteKey(vote.phase, vote.run),
    (doc) => setVote(doc, noticeOf(collecting)),
    () => {
      const box = shuffle(store.box.all(key), random);
      store.box.clear(key);
      for (const text of box) {
        const entry = unpackEntry(text);
        store.box.put(key, entry ? slotOf(entry, key) : looseSlot(random), text);
      }
      register.growElectorate(vote);
      register.putVote(collecting);
      hall.broom.mark(code);
    },
  );
  hall.broom.sweep();
  forgetPairs(hall, code, vote);
  room.pulse();
  return answer(null);
}

/** All ballots in the box, hands as ballots too; `waiting`: on paper, and not entered alike by two people. */
export function openBox(store: Store, key: RunKey, vote: VoteRecord): { ballots: Kept[]; waiting: number } {
  const ballots: Kept[] = [];
  let waiting = 0;
  for (const text of store.box.all(key)) {
    const entry = unpackEntry(text);
    if (!entry) ballots.push(unpackBallot(text));
    else if (entry.is === 'paper') waiting++;
    else if (entry.agreed) {
      const hands = ballotsOfHands(entry.agreed, vote.settings);
      ballots.push(...hands.map((ballot): Kept => ({ ballot, apart: false, channel: 'hands' })));
    }
  }
  return { ballots, waiting };
}

/** Within the transaction that closes: what became of the ballots that were printed. */
export function keepPaperCount(store: Store, register: Register, vote: VoteRecord, waiting: number): void {
  const value = register.collected.countPapers(vote, waiting);
  if (value) store.records.put({ session: register.code, kind, id: voteKey(vote.phase, vote.run), value });
}

export function paperCountOf(store: Store, code: string, { phase, run }: VoteRecord): PaperCount | null {
  return (store.records.get(code, kind, voteKey(phase, run))?.value as PaperCount | undefined) ?? null;
}

function slotOf(entry: Entry, key: RunKey): string {
  return entry.is === 'paper' ? paperSlot(entry.code, key) : handsSlot(entry.table, key);
}
