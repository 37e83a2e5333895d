/** What is found of items, and what is answered. Both are on the board itself, under `live`. */
import { done } from '../../../shared/api.ts';
import { setCheck } from '../../../shared/api/checks.ts';
import { giveReply } from '../../../shared/api/replies.ts';
import type { Parts } from '../parts.ts';
import { okay, rolesOf, route, type Route } from '../route.ts';

const path = '/api/sessions/:code';

export function replyRoutes({ services: { checks, replies } }: Parts): Route[] {
  return [
    route({
      method: 'put',
      path: `${path}/checks/:item`,
      summary: 'Says what was found of an item, and whether it goes on, back or out.',
      roles: rolesOf('check.set'),
      input: setCheck,
      output: done,
      handle: (call) => okay(checks.set(call.ask, call.param('item'), call.input)),
    }),
    route({
      method: 'post',
      path: `${path}/replies/:phase/:item`,
      summary: 'Answers an item: status, reason, and who answers. What was answered before is kept.',
      roles: rolesOf('reply.give'),
      input: giveReply,
      output: done,
      handle: (call) => okay(replies.give(call.ask, call.param('phase'), call.param('item'), call.input)),
    }),
  ];
}
