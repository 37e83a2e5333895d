/** What the auctioneer does: which lot is under the hammer, and how far. The clock of the lot is the clock of the room. */
import type * as Y from 'yjs';
import { callStep, isBidding, type FloorStep } from '../../shared/draw/floor.ts';
import { floorKey, lotKey, readFloor, stateOf, type FloorLive, type LotLive } from '../../shared/bids.ts';
import { readLive } from '../../shared/document.ts';
import { phaseOf, type PhaseOf } from '../../shared/format.ts';
import type { Timer } from '../../shared/model.ts';
import { refuse } from '../../shared/refusals.ts';
import { groundOf, itemsOn } from '../../shared/sources.ts';
import { setLive, setSession } from '../../shared/stamp.ts';
import type { Hall, Scene } from './hall.ts';
import { contactsFollow, day } from './contacts.ts';
import { answer, type Services } from './services.ts';
import { nextTimer } from './timer.ts';

export function makeAuction(hall: Hall): Services['auction'] {
  return {
    call(ask, phase, { call, lot }) {
      const scene = hall.may(ask, { type: 'lot.call', phase });
      if (!scene.ok) return scene;
      const { session, doc } = scene.value;
      const floor = readFloor(readLive(doc), phase, session.runs[phase] ?? 0);
      const held = phaseOf(session.format, phase);
      if (floor?.way !== 'auction' || held?.kind !== 'match' || held.way !== 'auction')
        return refuse('not_found', 'phase');
      if (session.phase !== phase) return refuse('phase_closed');
      const target = call === 'open' || (call === 'skip' && !isBidding(floor.step)) ? lot : floor.lot;
      if (!target) return refuse('bad_request', 'lot');
      if (!itemsOn(groundOf(doc), held.of).some(({ id }) => id === target)) return refuse('not_found', 'lot');
      if (call === 'open' && isBidding(floor.step)) return refuse('other_lot_open');
      const step = callStep(floor.step, call);
      if (!step.ok) return refuse(step.why);
      hall.change(
        scene.value,
        (board) => {
          const key = { phase, run: floor.run, item: target };
          const waits = step.state === 'waiting' || (call === 'skip' && target !== floor.lot);
          setLive(board, floorKey(phase, floor.run), {
            ...floor,
            step: step.state,
            lot: call === 'skip' ? floor.lot : target,
          });
          setLive(
            board,
            lotKey(key),
            waits && call !== 'skip' ? null : { ...key, state: stateAfter(step.state, call) },
          );
          const timer = timerAfter(session.timer, call, held.seconds, hall.now());
          if (timer) setSession(board, { timer });
        },
        () => hall.note(scene.value, 'lot.call', `${phase} ${call}`),
      );
      return answer(null);
    },

    clock(ask, phase, input) {
      const scene = hall.may(ask, { type: 'lot.call', phase });
      if (!scene.ok) return scene;
      if (scene.value.session.phase !== phase) return refuse('phase_closed');
      const timer = nextTimer(scene.value.session.timer, input, hall.now());
      hall.change(scene.value, (doc) => setSession(doc, { timer }));
      return answer(null);
    },

    set(ask, phase, { money, followUp }) {
      const scene = hall.may(ask, { type: 'match.set', phase });
      if (!scene.ok) return scene;
      const { session, doc } = scene.value;
      const floor = readFloor(readLive(doc), phase, session.runs[phase] ?? 0);
      if (!floor) return refuse('not_found', 'phase');
      if ((followUp ?? 0) > hall.now() + 366 * day) return refuse('bad_request', 'followUp');
      const next = {
        ...floor,
        money: money ?? floor.money,
        followUp: followUp === undefined ? floor.followUp : followUp,
      };
      hall.change(
        scene.value,
        (board) => setLive(board, floorKey(phase, floor.run), next),
        () => {
          contactsFollow(hall, scene.value, next);
          hall.note(scene.value, 'match.set', phase);
        },
      );
      return answer(null);
    },
  };
}

interface Begun {
  phase: PhaseOf<'match'>;
  run: number;
}

/** A floor at the begin; at the end everything has been under the hammer, and what nobody took stays open for bids. */
export const matchWork = {
  begin(_hall: Hall, _scene: Scene, { phase, run }: Begun, doc: Y.Doc): void {
    if (phase.way === 'teams') return;
    const step: FloorStep = phase.way === 'market' ? 'open' : 'waiting';
    const floor: FloorLive = {
      phase: phase.id,
      run,
      way: phase.way,
      step,
      lot: null,
      money: phase.money,
      followUp: null,
    };
    setLive(doc, floorKey(phase.id, run), floor);
  },
  end(_hall: Hall, _scene: Scene, { phase, run }: Begun, doc: Y.Doc): void {
    const floor = readFloor(readLive(doc), phase.id, run);
    if (!floor) return;
    if (floor.lot && isBidding(floor.step)) hammer(doc, { phase: phase.id, run, item: floor.lot });
    setLive(doc, floorKey(phase.id, run), { ...floor, step: 'over' });
  },
};

function hammer(doc: Y.Doc, lot: Pick<LotLive, 'phase' | 'run' | 'item'>): void {
  if (stateOf(readLive(doc), lot) === 'open') setLive(doc, lotKey(lot), { ...lot, state: 'hammered' });
}

function stateAfter(step: FloorStep, call: string): LotLive['state'] {
  if (call === 'skip') return 'skipped';
  return step === 'sold' ? 'hammered' : 'open';
}

/** A lot that opens starts its time; one that goes takes the clock along. What else is called leaves it alone. */
function timerAfter(timer: Timer, call: string, seconds: number, now: number): Timer | null {
  if (call === 'open') return nextTimer(timer, { action: 'start', seconds }, now);
  return call === 'sold' || call === 'skip' ? nextTimer(timer, { action: 'stop' }, now) : null;
}
