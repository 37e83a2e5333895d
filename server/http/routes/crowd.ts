/** The people in the room as facilitators see them: who they are for the evening, the links they come by, and the balance. */
import * as v from 'valibot';
import { editBalance } from '../../../shared/api/balance.ts';
import * as api from '../../../shared/api/invitations.ts';
import { done } from '../../../shared/api.ts';
import { changePerson, peopleList } from '../../../shared/api/people.ts';
import { answer, type Answer } from '../../session/services.ts';
import type { Parts } from '../parts.ts';
import { okay, rolesOf, route, type Call, type Route } from '../route.ts';

const path = '/api/sessions/:code';

export function crowdRoutes({ services, links, guesses }: Parts): Route[] {
  const { invitations, people, balance } = services;

  return [
    route({
      method: 'get',
      path: `${path}/people`,
      summary: 'Everybody who takes part, by number.',
      roles: ['facilitator'],
      output: peopleList,
      handle: (call) => people.list(call.ask),
    }),
    route({
      method: 'patch',
      path: `${path}/people/:number`,
      summary: 'Gives or takes a duty, or moves somebody to another group or table.',
      roles: rolesOf('participant.appoint'),
      input: changePerson,
      output: done,
      handle: (call) => okay(people.change(call.ask, Number(call.param('number')), call.input)),
    }),
    route({
      method: 'patch',
      path: `${path}/balance`,
      summary: 'Changes how many of each group are expected, and whose interests ought to be heard.',
      roles: rolesOf('balance.set'),
      input: editBalance,
      output: done,
      handle: (call) => okay(balance.set(call.ask, call.input)),
    }),
    route({
      method: 'get',
      path: `${path}/invitations`,
      summary: 'The links that work now, without their tokens.',
      roles: ['facilitator'],
      output: api.invitationList,
      handle: (call) => invitations.list(call.ask),
    }),
    route({
      method: 'post',
      path: `${path}/invitations`,
      summary: 'Makes a link that gives a duty, a group, or both. The token is given once.',
      roles: rolesOf('invitation.make'),
      input: api.makeInvitation,
      output: api.invitationMade,
      status: 201,
      handle: (call) => {
        const made = invitations.make(call.ask, call.input);
        if (!made.ok) return made;
        const { participants } = links.of(call.code, call.visit.origin);
        return answer({ ...made.value, link: `${participants}#als=${made.value.token}` });
      },
    }),
    route({
      method: 'delete',
      path: `${path}/invitations/:id`,
      summary: 'Withdraws a link. Who came with it keeps what it gave.',
      roles: rolesOf('invitation.make'),
      output: done,
      handle: (call) => okay(invitations.withdraw(call.ask, call.param('id'))),
    }),
    route({
      method: 'post',
      path: `${path}/invitations/show`,
      summary: 'What a link gives, for who holds it.',
      roles: 'anyone',
      input: api.showInvitation,
      proof: 'body',
      output: api.invitation,
      handle: (call) => guarded(call, () => invitations.show(call.code, call.input.invitation)),
    }),
    route({
      method: 'post',
      path: `${path}/me/invitation`,
      summary: 'Takes what a link gives, for who takes part already.',
      roles: rolesOf('invitation.accept'),
      input: api.showInvitation,
      output: v.object({ ...api.invitation.entries }),
      handle: (call) => guarded(call, () => invitations.accept(call.ask, call.input.invitation)),
    }),
  ];

  /** A wrong token is a guess; a right one opens the code for everybody at that address, as any other token does. */
  function guarded<T>({ visit: { address }, code }: Call, look: () => Answer<T>): Answer<T> {
    const told = look();
    if (told.ok) guesses.meet(address, code);
    return !told.ok && told.code === 'bad_invitation' ? guesses.miss(address, told) : told;
  }
}
