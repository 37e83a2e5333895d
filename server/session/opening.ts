/** How a vote begins: at once, or when the grace of the phase before has ended. Then its items are fixed. */
import { toHexString } from 'lib0/buffer';
import { readResults, voteKey } from '../../shared/document.ts';
import type { VotePhase } from '../../shared/format.ts';
import type { VoteNotice } from '../../shared/model.ts';
import { setVote } from '../../shared/stamp.ts';
import { commitment } from '../../shared/tally/lot.ts';
import { itemsOf, type VoteRecord } from '../../shared/vote.ts';
import type * as Y from 'yjs';
import { StoreUnavailable } from '../store/failure.ts';
import { sessionOf } from './board.ts';
import type { Hall, Scene } from './hall.ts';
import { settlePlans } from './telling.ts';

/** ms after which to try again what the store did not take */
const retry = 1_000;

/** A vote that will open at `opensAt`: no items yet, the lot committed to. */
export function prepareVote(hall: Hall, phase: VotePhase, run: number, opensAt: number, tickets = false): VoteRecord {
  const seed = toHexString(hall.parts.random(32));
  const { id, method, items, top, cut, threshold, per, of, electorate, others, duty } = phase;
  return {
    phase: id,
    run,
    state: 'opening',
    settings: {
      method,
      items,
      top,
      cut,
      ...(threshold ? { threshold } : {}),
      ...(per ? { per } : {}),
      ...(of ? { of } : {}),
      ...(electorate ? { electorate } : {}),
      ...(others ? { others } : {}),
      ...(duty ? { duty } : {}),
      ...(tickets ? { tickets } : {}),
    },
    opensAt,
    items: [],
    seed,
    commit: commitment(seed),
  };
}

/** Fixes the items as the board is now; of a second round only those that tied in the round before. */
export function openedVote(vote: VoteRecord, doc: Y.Doc): VoteRecord {
  const items = itemsOf(doc, vote.settings);
  const again = new Set(readResults(doc).find(({ phase, run }) => phase === vote.phase && run === vote.run - 1)?.again);
  const left = items.filter(({ id }) => again.has(id));
  return { ...vote, state: 'open', items: left.length > 1 ? left : items };
}

/** What the document says of a vote. */
export function noticeOf({ phase, run, state, opensAt, published }: VoteRecord): VoteNotice {
  return { phase, run, state, opensAt, ...(published && { published }) };
}

/** Opens the vote when its time has come. Safe to call at any time. */
export function ripen(hall: Hall, code: string, phase: string, run: number): void {
  const { store, rooms, door } = hall.parts;
  if (!store.sessions.get(code)) return;
  const room = rooms.open(code); // first: a register is in memory as long as its room
  const register = door.registers.of(code);
  const vote = register.vote(phase, run);
  if (vote?.state !== 'opening' || vote.opensAt > hall.now()) return;
  try {
    settlePlans(hall, { code, session: sessionOf(room.doc), doc: room.doc, room }); // what is voted on may be plans
    room.change(
      (doc) => {
        const opened = openedVote(vote, doc);
        setVote(doc, noticeOf(opened));
        return opened;
      },
      (opened) => register.beginVote(opened),
    );
  } catch (error) {
    door.forget(code);
    throw error;
  }
  room.pulse();
}

/** The newest run of the vote of a phase, opened when its time has come. */
export function newestVote(hall: Hall, { code, register }: Pick<Scene, 'code' | 'register'>, phase: string) {
  const run = register.newestVote(phase)?.run;
  if (run !== undefined) ripen(hall, code, phase, run);
  return hall.parts.door.registers.of(code).newestVote(phase);
}

/** Opens it by itself; after a restart this is planned again when the session comes into memory. */
export function plan(hall: Hall, code: string, { phase, run, opensAt }: VoteRecord): void {
  const left = () => Math.max(0, opensAt - hall.now());
  const open = () => {
    if (left() > 0) return left(); // timers may be early by a millisecond
    try {
      ripen(hall, code, phase, run);
      return null;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      return retry;
    }
  };
  hall.later(`${code} ${voteKey(phase, run)}`, open, left());
}
