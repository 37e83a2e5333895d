/** Plans: asking for one, handing it in, opening it again. Writing in one goes over `/sync/:code/plans/:id`. */
import { done } from '../../../shared/api.ts';
import { plansMade } from '../../../shared/api/plans.ts';
import type { Parts } from '../parts.ts';
import { okay, rolesOf, route, type Route } from '../route.ts';

const path = '/api/sessions/:code/plans';

export function planRoutes({ services: { plans } }: Parts): Route[] {
  return [
    route({
      method: 'post',
      path,
      summary: 'Makes the plans of this phase that are not there yet: mine, or as facilitator all.',
      roles: rolesOf('plan.make'),
      output: plansMade,
      handle: (call) => plans.make(call.ask),
    }),
    route({
      method: 'post',
      path: `${path}/:id/done`,
      summary: 'Hands a plan in.',
      roles: rolesOf('plan.done'),
      output: done,
      handle: (call) => okay(plans.done(call.ask, call.param('id'))),
    }),
    route({
      method: 'post',
      path: `${path}/:id/reopen`,
      summary: 'Opens a plan again that was handed in.',
      roles: rolesOf('plan.reopen'),
      output: done,
      handle: (call) => okay(plans.reopen(call.ask, call.param('id'))),
    }),
  ];
}
