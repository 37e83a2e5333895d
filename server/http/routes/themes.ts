/** The theme team: its inbox, and what it sends to the wall. */
import { done } from '../../../shared/api.ts';
import * as api from '../../../shared/api/themes.ts';
import type { Parts } from '../parts.ts';
import { okay, rolesOf, route, type Route } from '../route.ts';

const path = '/api/sessions/:code';

export function themeRoutes({ services: { inbox, themes } }: Parts): Route[] {
  return [
    route({
      method: 'post',
      path: `${path}/inbox/take`,
      summary: 'Takes the oldest cards that wait for a place, for me alone until I am silent for three minutes.',
      roles: rolesOf('inbox.take'),
      input: api.takeCards,
      output: api.taken,
      handle: (call) => inbox.take(call.ask, call.input),
    }),
    route({
      method: 'post',
      path: `${path}/inbox/renew`,
      summary: 'Says that I am still at work on what I took.',
      roles: rolesOf('inbox.take'),
      output: api.taken,
      handle: (call) => inbox.renew(call.ask),
    }),
    route({
      method: 'post',
      path: `${path}/inbox/return`,
      summary: 'Gives back what I took and did not place.',
      roles: rolesOf('inbox.return'),
      output: api.taken,
      handle: (call) => inbox.giveBack(call.ask),
    }),
    route({
      method: 'post',
      path: `${path}/themes/push`,
      summary: 'Shows the themes so far on the wall, as they are now; or takes them off it.',
      roles: rolesOf('themes.push'),
      input: api.pushThemes,
      output: done,
      handle: (call) => okay(themes.push(call.ask, call.input.show)),
    }),
  ];
}
