/**
 * What a phase kind does on the server when a phase of it begins or ends. A kind that needs nothing is not here; one that does
 * has a noun in this folder with its own `PhaseWork`, and one line below. `phases.ts` runs them, in the one transaction of the
 * phase change.
 */
import type * as Y from 'yjs';
import type { Phase, PhaseKind, PhaseOf } from '../../shared/format.ts';
import { phaseNow } from '../../shared/programme.ts';
import type { Refusal, Yes } from '../../shared/refusals.ts';
import { matchWork } from './auction.ts';
import type { Hall, Scene } from './hall.ts';

/** One run of a phase that begins or ends. */
export interface Held<P extends Phase = Phase> {
  phase: P;
  run: number;
  /** true: this run went on before, and is gone back to */
  again?: boolean;
}

/** What to write in the store, in the same transaction; the document is written already. */
export type Alongside = () => void;

export interface PhaseWork<P extends Phase = Phase> {
  /** Why it can not begin now. Asked before anything changes. */
  mayBegin?(hall: Hall, scene: Scene, held: Held<P>): Yes | Refusal;
  begin?(hall: Hall, scene: Scene, held: Held<P>, doc: Y.Doc): Alongside | void;
  end?(hall: Hall, scene: Scene, held: Held<P>, doc: Y.Doc): Alongside | void;
}

type Works = { readonly [K in PhaseKind]?: PhaseWork<PhaseOf<K>> };

const works: Works = { match: matchWork };

/** What the phase that is on has to finish, when it is left or the session ends. Nothing when none is on. */
export function finish(hall: Hall, scene: Scene, doc: Y.Doc): Alongside | void {
  const { session } = scene;
  const phase = phaseNow(session);
  return phase ? workOf(phase.kind).end?.(hall, scene, { phase, run: session.run }, doc) : undefined;
}

export function workOf(kind: PhaseKind): PhaseWork {
  return (works[kind] ?? {}) as PhaseWork;
}
