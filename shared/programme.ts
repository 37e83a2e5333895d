/**
 * When a phase can be on. Most belong to the day itself; some to the weeks ahead, while the session is prepared or in the
 * lobby, and some to afterwards, when it has ended. The session's own state stays as it is meanwhile.
 */
import { phaseOf, type Phase } from './format.ts';
import type { Session, SessionState } from './model.ts';

export type When = 'before' | 'day' | 'after';

type Moment = Pick<Session, 'format' | 'phase' | 'state'>;

export const whenOf = (phase: Pick<Phase, 'when'>): When => phase.when ?? 'day';

const beginsIn: Readonly<Record<When, readonly SessionState[]>> = {
  before: ['prepared', 'lobby'],
  day: ['lobby', 'running'],
  after: ['ended'],
};

export function mayBegin(when: When, state: SessionState): boolean {
  return beginsIn[when].includes(state);
}

/** Is this phase, the session's current one, going on? The last one of the day stays current when the day is over. */
export function isOn(phase: Pick<Phase, 'when'>, state: SessionState): boolean {
  return whenOf(phase) === 'day' ? state === 'running' : mayBegin(whenOf(phase), state);
}

/** What goes on now; null in the lobby, and when the day is over. */
export function phaseNow({ format, phase, state }: Moment): Phase | null {
  const current = phaseOf(format, phase);
  return current && isOn(current, state) ? current : null;
}

/** What the programme goes through in this state: from the lobby on that is the day. */
const currentWhen: Readonly<Record<SessionState, When>> = {
  prepared: 'before',
  lobby: 'day',
  running: 'day',
  ended: 'after',
};

/**
 * The phase before (`-1`) or after (`+1`) of the same part of the programme; from the lobby the next is the first. Passes over
 * what is left out.
 */
export function neighbour({ format, phase, state }: Moment, step: 1 | -1): Phase | null {
  const phases = format.phases.filter((one) => whenOf(one) === currentWhen[state]);
  const index = phases.findIndex((one) => one.id === phase);
  const onwards = step === 1 ? phases.slice(index + 1) : phases.slice(0, Math.max(0, index)).reverse();
  return onwards.find(({ left }) => !left) ?? null;
}
