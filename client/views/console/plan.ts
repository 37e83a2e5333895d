import type { Phase } from '../../../shared/format.ts';
import type { Session } from '../../../shared/model.ts';

export interface PlanStep {
  phase: Phase;
  state: 'done' | 'now' | 'ahead';
}

/** The programme as the console lists it: what has been held, what is on, what is still to come. */
export function planOf(session: Session): PlanStep[] {
  const ended = session.state === 'ended';
  return session.format.phases.map((phase) => {
    const now = phase.id === session.phase && !ended;
    return { phase, state: now ? 'now' : (session.runs[phase.id] ?? 0) > 0 ? 'done' : 'ahead' };
  });
}
