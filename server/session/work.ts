/** What a phase kind does on the server when a phase of it begins or ends; `phasework.ts` is the table of them. */
import type * as Y from 'yjs';
import type { Phase } from '../../shared/format.ts';
import type { Refusal, Yes } from '../../shared/refusals.ts';
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
  /** Before anything changes, and before the session ends: what must be known of it first. Writes by itself. */
  leave?(hall: Hall, scene: Scene): void;
  end?(hall: Hall, scene: Scene, held: Held<P>, doc: Y.Doc): Alongside | void;
}
