/** Cards and themes, as far as they take the command door; and the cards that wait to be admitted. */
import type { GenericSchema } from 'valibot';
import * as api from '../../../shared/api.ts';
import type { ActionType } from '../../../shared/actions.ts';
import type { Answer } from '../../session/services.ts';
import type { Parts } from '../parts.ts';
import { okay, rolesOf, route, type KnownCall, type Route } from '../route.ts';

const path = '/api/sessions/:code';

export function cardRoutes({ services: { cards, clusters, people } }: Parts): Route[] {
  return [
    route({
      method: 'post',
      path: `${path}/cards`,
      summary: 'Adds a card: from paper, by a program, or late.',
      roles: rolesOf('card.make', 'card.handIn', 'card.paper'),
      input: api.addCard,
      output: api.made,
      status: 201,
      handle: (call) => cards.add(call.ask, call.input),
    }),
    route({
      method: 'post',
      path: `${path}/cards/merge`,
      summary: 'Makes one card of several; the originals stay readable.',
      roles: rolesOf('cards.merge'),
      input: api.mergeCards,
      output: api.made,
      status: 201,
      handle: (call) => cards.merge(call.ask, call.input),
    }),
    route({
      method: 'post',
      path: `${path}/cards/:id/hide`,
      summary: 'Takes a card off the board, with a reason.',
      roles: rolesOf('card.hide'),
      input: api.hideCard,
      output: api.done,
      handle: (call) => okay(cards.hide(call.ask, call.param('id'), call.input.reason)),
    }),
    verb('cards/:id/withdraw', 'card.withdraw', 'Takes my own card back.', ({ ask }, id) => cards.withdraw(ask, id)),
    verb('cards/:id/return', 'card.return', 'Brings back what I withdrew.', ({ ask }, id) => cards.return(ask, id)),
    verb('cards/:id/show', 'card.show', 'Brings a hidden card back.', ({ ask }, id) => cards.show(ask, id)),
    verb('cards/:id/unmerge', 'card.unmerge', 'Makes a merged card its originals again.', ({ ask }, id) =>
      cards.unmerge(ask, id),
    ),
    verb('cards/:id/remove-author', 'participant.remove', 'Removes the writer, without saying who.', ({ ask }, id) =>
      people.removeAuthor(ask, id),
    ),
    verb('held/:id/admit', 'held.judge', 'Puts a late card on the board.', ({ ask }, id) =>
      cards.judgeHeld(ask, id, 'admitted'),
    ),
    verb('held/:id/decline', 'held.judge', 'Leaves a late card out.', ({ ask }, id) =>
      cards.judgeHeld(ask, id, 'declined'),
    ),
    verb(
      'clusters/:id/dissolve',
      'cluster.dissolve',
      'Dissolves a theme; its cards go back to be placed.',
      ({ ask }, id) => clusters.dissolve(ask, id),
    ),
    verb('clusters/:id/restore', 'cluster.restore', 'Undoes a dissolve or a merge.', ({ ask }, id) =>
      clusters.restore(ask, id),
    ),
    route({
      method: 'post',
      path: `${path}/clusters/:id/merge`,
      summary: 'Puts a theme into another.',
      roles: rolesOf('cluster.merge'),
      input: api.mergeCluster,
      output: api.done,
      handle: (call) => okay(clusters.merge(call.ask, call.param('id'), call.input.into)),
    }),
  ];
}

/** A command on one thing that needs no words. */
function verb(
  below: string,
  action: ActionType,
  summary: string,
  act: (call: KnownCall, id: string) => Answer<null>,
): Route {
  return route<ReturnType<typeof rolesOf>, typeof api.done, GenericSchema | undefined>({
    method: 'post',
    path: `${path}/${below}`,
    summary,
    roles: rolesOf(action),
    output: api.done,
    handle: (call) => okay(act(call, call.param('id'))),
  });
}
