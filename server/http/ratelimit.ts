/**
 * How often. By token for commands, by address only for opening sessions: a whole hall shares one address. Joining is
 * counted by session (session/people.ts), guessing in guesses.ts.
 */
import { limits } from '../../shared/limits.ts';
import type { Now } from '../clock.ts';
import { Meter } from '../meter.ts';

const minute = 60_000;

export interface Limits {
  commands: Meter;
  openings: Meter;
}

export function makeLimits(clock: Now): Limits {
  return {
    commands: new Meter(limits.commandsPerMinute, minute, clock),
    openings: new Meter(limits.sessionsPerHour, 60 * minute, clock),
  };
}
