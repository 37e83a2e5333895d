/** Polls. The counts are on the board itself, under `live`, once they are shown. */
import { done } from '../../../shared/api.ts';
import { giveAnswers, ownAnswers } from '../../../shared/api/polls.ts';
import { refuse } from '../../../shared/refusals.ts';
import type { Parts } from '../parts.ts';
import { okay, rolesOf, route, type Route } from '../route.ts';

const path = '/api/sessions/:code';

export function pollRoutes({ services: { polls } }: Parts): Route[] {
  return [
    route({
      method: 'put',
      path: `${path}/answers/:phase`,
      summary: 'Gives all my answers to a poll; repeatable until it is shown or over.',
      roles: rolesOf('poll.answer'),
      input: giveAnswers,
      output: ownAnswers,
      handle: ({ ask, token, param, input }) =>
        token === null ? refuse('no_identity') : polls.give(ask, token, param('phase'), input.answers),
    }),
    route({
      method: 'get',
      path: `${path}/answers/:phase`,
      summary: 'My own answers to the poll that is on.',
      roles: rolesOf('poll.answer'),
      output: ownAnswers,
      handle: ({ ask, token, param }) =>
        token === null ? refuse('no_identity') : polls.own(ask, token, param('phase')),
    }),
    route({
      method: 'post',
      path: `${path}/polls/:phase/show`,
      summary: 'Ends the answering and shows the counts. What people wrote themselves comes when the phase is over.',
      roles: rolesOf('poll.show'),
      output: done,
      handle: (call) => okay(polls.show(call.ask, call.param('phase'))),
    }),
  ];
}
