/**
 * What phase kinds do on the server when a phase of theirs begins or ends. A kind that needs nothing is not here; one that does
 * has a noun in this folder with its own `PhaseWork` (work.ts), and one line below. `phases.ts` runs them, in the one
 * transaction of the phase change.
 */
import type * as Y from 'yjs';
import type { PhaseKind, PhaseOf } from '../../shared/format.ts';
import { phaseNow } from '../../shared/programme.ts';
import { checkWork } from './checks.ts';
import { matchWork } from './auction.ts';
import type { Hall, Scene } from './hall.ts';
import { draftWork } from './drafting.ts';
import { presentWork } from './pitches.ts';
import { pollWork } from './polls.ts';
import { contributeWork } from './releasing.ts';
import { arrangeWork } from './themes.ts';
import type { Alongside, PhaseWork } from './work.ts';
import { beginLot } from './lots.ts';

type Works = { readonly [K in PhaseKind]?: PhaseWork<PhaseOf<K>> };

const works: Works = {
  assign: { begin: beginLot },
  contribute: contributeWork,
  arrange: arrangeWork,
  present: presentWork,
  poll: pollWork,
  check: checkWork,
  match: matchWork,
  draft: draftWork,
};

/** What the phase that is on has to finish, when it is left or the session ends. Nothing when none is on. */
export function finish(hall: Hall, scene: Scene, doc: Y.Doc): Alongside | void {
  const { session } = scene;
  const phase = phaseNow(session);
  return phase ? workOf(phase.kind).end?.(hall, scene, { phase, run: session.run }, doc) : undefined;
}

export function workOf(kind: PhaseKind): PhaseWork {
  return (works[kind] ?? {}) as PhaseWork;
}
