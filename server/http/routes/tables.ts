/** Tables, lots and badges. */
import * as api from '../../../shared/api.ts';
import * as tables from '../../../shared/api/tables.ts';
import type { Parts } from '../parts.ts';
import { okay, rolesOf, route, type Route } from '../route.ts';

const path = '/api/sessions/:code';

export function tableRoutes({ services }: Parts): Route[] {
  return [
    route({
      method: 'get',
      path: `${path}/tables`,
      summary: 'Who sits where, by number, with every seating so far.',
      roles: ['facilitator'],
      output: tables.tablesInfo,
      handle: (call) => services.tables.list(call.ask),
    }),
    route({
      method: 'post',
      path: `${path}/tables/choice`,
      summary: 'Says where I want to sit: a theme, a stall, my neighbourhood. Null takes it back.',
      roles: rolesOf('table.choose'),
      input: tables.chooseTable,
      output: api.done,
      handle: (call) => okay(services.tables.choose(call.ask, call.input)),
    }),
    route({
      method: 'post',
      path: `${path}/tables/draw`,
      summary: 'Gives everybody a table in the current phase, also when they have one.',
      roles: rolesOf('table.draw'),
      output: api.done,
      handle: (call) => okay(services.tables.draw(call.ask)),
    }),
    route({
      method: 'post',
      path: `${path}/tables/move`,
      summary: 'Moves somebody to another table, or lets two people change places.',
      roles: rolesOf('table.move'),
      input: tables.moveSeat,
      output: api.done,
      handle: (call) => okay(services.tables.move(call.ask, call.input)),
    }),
    route({
      method: 'post',
      path: `${path}/lots/draw`,
      summary: 'Draws the lot of the current phase, once; publishes who took part and the seed.',
      roles: rolesOf('lot.draw'),
      output: api.done,
      handle: (call) => okay(services.lots.draw(call.ask)),
    }),
    route({
      method: 'post',
      path: `${path}/lots/decline`,
      summary: 'Somebody who was drawn does not come: the next reserve of the same group moves up.',
      roles: rolesOf('lot.decline', 'lot.strike'),
      input: tables.declineLot,
      output: api.done,
      handle: (call) => okay(services.lots.decline(call.ask, call.input)),
    }),
    route({
      method: 'post',
      path: `${path}/badges`,
      summary: 'Makes numbered places with a secret code. The codes are given once.',
      roles: rolesOf('badge.make'),
      input: tables.makeBadges,
      output: tables.madeBadges,
      status: 201,
      handle: (call) => services.badges.make(call.ask, call.input),
    }),
    route({
      method: 'post',
      path: `${path}/badges/:number/renew`,
      summary: 'Gives a badge a new code; the old one works no more.',
      roles: rolesOf('badge.renew'),
      output: tables.madeBadges,
      status: 201,
      handle: (call) => services.badges.renew(call.ask, Number(call.param('number'))),
    }),
    route({
      method: 'post',
      path: `${path}/badges/mark`,
      summary: 'Says that badges were handed out and their people are here, or not. Without numbers: all.',
      roles: rolesOf('badge.mark'),
      input: tables.markBadges,
      output: api.done,
      handle: (call) => okay(services.badges.mark(call.ask, call.input)),
    }),
  ];
}
