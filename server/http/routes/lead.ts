/** What the facilitator does with the evening: phase, clock, screen, lock, doors, announcements; and sees of it. */
import * as api from '../../../shared/api.ts';
import { consoleInfo, reportInfo } from '../../../shared/api/console.ts';
import type { Parts } from '../parts.ts';
import { okay, rolesOf, route, type Route } from '../route.ts';

const path = '/api/sessions/:code';

export function leadRoutes({ services }: Parts): Route[] {
  const { phases, sessions } = services;
  return [
    route({
      method: 'get',
      path: `${path}/console`,
      summary: 'What only facilitators need; none of it a tally.',
      roles: ['facilitator'],
      output: consoleInfo,
      handle: (call) => sessions.console(call.ask, call.visit.origin),
    }),
    route({
      method: 'get',
      path: `${path}/report`,
      summary: 'What the board itself does not say, for everybody who took part.',
      roles: ['participant', 'facilitator'],
      output: reportInfo,
      handle: (call) => sessions.report(call.ask),
    }),
    route({
      method: 'post',
      path: `${path}/phase`,
      summary: 'Goes to the next, the previous or a named phase; 409 `phase_moved` when `from` is no longer current.',
      roles: rolesOf('phase.move'),
      input: api.movePhase,
      output: api.phaseMoved,
      handle: (call) => phases.move(call.ask, call.input),
    }),
    route({
      method: 'post',
      path: `${path}/timer`,
      summary: 'Starts, pauses, resumes or stops the timer, or adds time.',
      roles: rolesOf('timer.set'),
      input: api.setTimer,
      output: api.done,
      handle: (call) => okay(phases.timer(call.ask, call.input)),
    }),
    route({
      method: 'post',
      path: `${path}/screen`,
      summary: 'Chooses what the projector shows.',
      roles: rolesOf('screen.set'),
      input: api.setScreen,
      output: api.done,
      handle: (call) => okay(phases.screen(call.ask, call.input)),
    }),
    route({
      method: 'post',
      path: `${path}/lock`,
      summary: 'Locks or unlocks the board.',
      roles: rolesOf('board.lock'),
      input: api.setLock,
      output: api.done,
      handle: (call) => okay(phases.lock(call.ask, call.input.locked)),
    }),
    route({
      method: 'post',
      path: `${path}/pause`,
      summary: 'Stops the clock and everything that moves on the wall.',
      roles: rolesOf('timer.set'),
      input: api.setPause,
      output: api.done,
      handle: (call) => okay(phases.pause(call.ask, call.input.paused)),
    }),
    route({
      method: 'post',
      path: `${path}/doors`,
      summary: 'Opens or shuts the doors for newcomers.',
      roles: rolesOf('doors.set'),
      input: api.setDoors,
      output: api.done,
      handle: (call) => okay(phases.doors(call.ask, call.input.doors)),
    }),
    route({
      method: 'post',
      path: `${path}/announcement`,
      summary: 'Shows a sentence to everybody; null takes it away.',
      roles: rolesOf('announce'),
      input: api.announce,
      output: api.done,
      handle: (call) => okay(phases.announce(call.ask, call.input.text)),
    }),
  ];
}
