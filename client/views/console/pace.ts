/**
 * How the evening runs against its programme, from what is known: when the first part and this part began, the minutes
 * of the parts, and the clock. All in server time; nothing here guesses how long people will take.
 */
import type { Session } from '../../../shared/model.ts';
import { whenOf } from '../../../shared/programme.ts';

export interface Pace {
  /** whole minutes this part has been on */
  elapsed: number;
  /** whole minutes behind the programme; negative: ahead of it */
  late: number;
  /** when it ends if all that comes takes its minutes, in ms */
  endsAt: number;
  /** when it was to end, in ms */
  plannedAt: number;
}

const minute = 60_000;

/** All parts of the day together, in minutes. */
export function programmeMinutes(session: Session): number {
  return dayOf(session).reduce((sum, phase) => sum + phase.minutes, 0);
}

/** Null while no part is on. Without `startedAt` the plan is taken from the beginning of this part. */
export function paceOf(session: Session, now: number, startedAt: number | null): Pace | null {
  const phases = dayOf(session);
  const index = phases.findIndex((phase) => phase.id === session.phase);
  const phase = phases[index];
  if (session.state !== 'running' || !phase) return null;
  const minutesOf = (some: readonly { minutes: number }[]) =>
    some.reduce((sum, { minutes }) => sum + minutes, 0) * minute;
  const ahead = minutesOf(phases.slice(index + 1));
  const phaseEnds = session.phaseSince + phase.minutes * minute;
  const endsAt = Math.max(now, clockEnds(session, now) ?? phaseEnds) + ahead;
  const plannedAt = startedAt === null ? phaseEnds + ahead : startedAt + minutesOf(phases);
  return {
    elapsed: Math.max(0, Math.floor((now - session.phaseSince) / minute)),
    late: Math.trunc((endsAt - plannedAt) / minute),
    endsAt,
    plannedAt,
  };
}

const dayOf = ({ format }: Session) => format.phases.filter((phase) => whenOf(phase) === 'day' && !phase.left);

/** The clock says better than the programme when this part ends: more time, a later start, a stop. */
function clockEnds({ timer }: Session, now: number): number | null {
  if (timer.state === 'running') return timer.endsAt;
  return timer.state === 'paused' ? now + timer.left : null;
}
