/** The duel that is on: both sides, and what each of them does now. */
import { duelOn, stepsOf, type Duels } from '../../../shared/duelling.ts';
import type { PhaseOf } from '../../../shared/format.ts';

interface Side {
  id: string | null;
  state: 'tells' | 'answers' | 'waits' | 'done' | 'wins';
  /** of the turn to come; 0: there is none */
  seconds: number;
}

/** Left and right; null while nobody is called. */
export function sidesOf(duels: Duels, phase: PhaseOf<'present'>): { left: Side; right: Side } | null {
  const duel = duelOn(duels);
  if (!duel || !duels.now || duel.state === 'bye' || duel.state === 'waiting') return null;
  const { step: at } = duels.now;
  const steps = stepsOf(phase);
  const sideOf = (side: 'left' | 'right'): Side => {
    const id = duel[side];
    const ahead = steps.find((one, index) => index > at && one.side === side);
    const seconds = ahead?.seconds ?? 0;
    if (duel.state === 'decided') return { id, seconds, state: duel.winner === id ? 'wins' : 'done' };
    if (steps[at]?.side === side) return { id, seconds, state: steps[at].rebuttal ? 'answers' : 'tells' };
    return { id, seconds, state: ahead ? 'waits' : 'done' };
  };
  return { left: sideOf('left'), right: sideOf('right') };
}
