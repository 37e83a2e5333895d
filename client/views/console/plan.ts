import type { Phase } from '../../../shared/format.ts';
import type { Session } from '../../../shared/model.ts';
import { mayBegin, phaseNow, whenOf, type When } from '../../../shared/programme.ts';

export interface PlanStep {
  phase: Phase;
  state: 'done' | 'now' | 'ahead';
  /** pressing it goes there: on the day only once the evening runs, for then the large button is the way in */
  open: boolean;
}

export interface PlanPart {
  when: When;
  steps: PlanStep[];
}

/** The programme as the console lists it: what has been held, what is on, what is still to come; the day itself always. */
export function planOf(session: Session): PlanPart[] {
  const on = phaseNow(session);
  const held = session.format.phases.filter(({ left }) => !left);
  const step = (phase: Phase): PlanStep => {
    const now = phase.id === on?.id;
    const may = whenOf(phase) === 'day' ? session.state === 'running' : mayBegin(whenOf(phase), session.state);
    return {
      phase,
      state: now ? 'now' : (session.runs[phase.id] ?? 0) > 0 ? 'done' : 'ahead',
      open: may && !now && !phase.left,
    };
  };
  return (['before', 'day', 'after'] as const)
    .map((when) => ({ when, steps: held.filter((phase) => whenOf(phase) === when).map(step) }))
    .filter(({ when, steps }) => when === 'day' || steps.length > 0);
}
