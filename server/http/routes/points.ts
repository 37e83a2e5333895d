/** Restore points. */
import { pointList, restored } from '../../../shared/points.ts';
import type { Parts } from '../parts.ts';
import { rolesOf, route, type Route } from '../route.ts';

const path = '/api/sessions/:code/points';

export function pointRoutes({ services: { points } }: Parts): Route[] {
  return [
    route({
      method: 'get',
      path,
      summary: 'The restore points, oldest first: before each phase change and each command that touches many cards.',
      roles: rolesOf('points.list'),
      output: pointList,
      handle: (call) => points.list(call.ask),
    }),
    route({
      method: 'post',
      path: `${path}/:id/restore`,
      summary:
        'Makes cards and themes as they were; 409 `board_fixed` while a vote is open. Can be undone with `point`.',
      roles: rolesOf('points.restore'),
      output: restored,
      handle: (call) => points.restore(call.ask, call.param('id')),
    }),
  ];
}
