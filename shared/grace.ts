import { phaseOf, type Phase } from './format.ts';
import type { Session, VoteNotice } from './model.ts';

/**
 * The phase immediately before, while what misses it still counts; null when that is over. `now` is server time and
 * `grace` its length, in ms. An open vote ends it: its items are fixed.
 */
export function graceOf(session: Session, vote: VoteNotice | null, now: number, grace: number): Phase | null {
  if (!session.before || now >= session.phaseSince + grace) return null;
  if (vote && vote.state !== 'opening') return null;
  return phaseOf(session.format, session.before);
}
