/** The lot per group (DOMAIN 4.15): committed to when its phase begins, drawn when the facilitator says so, published whole. */
import { toHexString } from 'lib0/buffer';
import type * as Y from 'yjs';
import { readLive } from '../../shared/document.ts';
import { phaseOf, type PhaseOf } from '../../shared/format.ts';
import { declinedKey, lotKey, placeIn, readDeclined, readLot, type LotNotice } from '../../shared/lots.ts';
import { refuse } from '../../shared/refusals.ts';
import { setLive } from '../../shared/stamp.ts';
import { commitment } from '../../shared/tally/lot.ts';
import type { Hall, Scene } from './hall.ts';
import { answer, type Services } from './services.ts';

type Draw = Extract<PhaseOf<'assign'>, { way: 'draw' }>;

/** The seed is in the store until the draw, its seal in the document. */
export function beginLot(
  hall: Hall,
  { code }: Scene,
  { phase, run }: { phase: PhaseOf<'assign'>; run: number },
  doc: Y.Doc,
): (() => void) | void {
  if (phase.way !== 'draw') return undefined;
  const seed = toHexString(hall.parts.random(32));
  const notice: LotNotice = { commit: commitment(seed), seed: null, groups: [] };
  setLive(doc, lotKey(phase.id, run), notice);
  return () => hall.parts.store.records.put({ session: code, kind: 'draw', id: `${phase.id}:${run}`, value: seed });
}

export function makeLots(hall: Hall): Services['lots'] {
  const { store } = hall.parts;

  return {
    draw(ask) {
      const scene = hall.may(ask, { type: 'lot.draw' });
      if (!scene.ok) return scene;
      const { code, session, register, room } = scene.value;
      const phase = phaseOf(session.format, session.phase);
      if (phase?.kind !== 'assign' || phase.way !== 'draw') return refuse('phase_closed');
      const id = `${phase.id}:${session.run}`;
      const seed = store.records.get(code, 'draw', id)?.value as string | undefined;
      if (seed === undefined) return refuse('lot_drawn');
      const notice: LotNotice = { commit: commitment(seed), seed, groups: poolsOf(phase) };
      if (notice.groups.every(({ pool }) => pool.length === 0)) return refuse('nobody_to_draw');
      hall.act(
        scene.value,
        'lot.draw',
        id,
        (doc) => setLive(doc, lotKey(phase.id, session.run), notice),
        () => store.records.remove(code, 'draw', id),
      );
      room.poke(null);
      return answer(null);

      function poolsOf({ places }: Draw): LotNotice['groups'] {
        return Object.entries(places).map(([group, count]) => {
          const pool = register.people.filter((one) => one.group === group).map(({ number }) => number);
          return { group, places: count, pool };
        });
      }
    },

    decline(ask, { number: named }) {
      const leads = ask.identity.role === 'facilitator';
      const scene = hall.may(ask, { type: leads ? 'lot.strike' : 'lot.decline' });
      if (!scene.ok) return scene;
      const { doc, session, register, who, room } = scene.value;
      if (!leads && named !== undefined) return refuse('not_allowed', 'number');
      const number = named ?? register.participant(who)?.number ?? 0;
      const last = lastDrawn(session, doc);
      const place = last && placeIn(last.lot, number);
      if (!last || place === null) return refuse('not_in_lot');
      if (place === 'declined') return answer(null);
      const declined = [...readDeclined(readLive(doc), last.phase, last.run), number];
      const write = (inDoc: Y.Doc) => setLive(inDoc, declinedKey(last.phase, last.run), declined);
      if (leads) hall.act(scene.value, 'lot.strike', `${last.phase} ${last.run}`, write);
      else hall.change(scene.value, write);
      room.poke(null);
      return answer(null);
    },
  };
}

/** The newest lot that was drawn: of the current phase, or of the last in the programme. */
function lastDrawn({ format, phase: current, runs }: Scene['session'], doc: Y.Doc) {
  const live = readLive(doc);
  const draws = format.phases.filter((phase) => phase.kind === 'assign' && phase.way === 'draw');
  const order = [...draws.filter(({ id }) => id === current), ...draws.reverse()];
  for (const { id } of order) {
    const run = runs[id] ?? 0;
    const lot = readLot(live, id, run);
    if (lot?.seed) return { phase: id, run, lot };
  }
  return null;
}
