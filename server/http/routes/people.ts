/** Participants and facilitators: coming in, being somebody, going away. */
import { deleteCookie, setCookie } from 'hono/cookie';
import * as v from 'valibot';
import * as api from '../../../shared/api.ts';
import { joined, me } from '../../../shared/api/me.ts';
import type { Role } from '../../../shared/model.ts';
import { refuse } from '../../../shared/refusals.ts';
import { answer } from '../../session/services.ts';
import { askedRole, cookieName, cookieOptions, identify, keyOf } from '../identity.ts';
import type { Parts } from '../parts.ts';
import type { Limits } from '../ratelimit.ts';
import { okay, rolesOf, route, type Route } from '../route.ts';
import { Together } from '../together.ts';

const path = '/api/sessions/:code';
const everybody: readonly Role[] = ['participant', 'facilitator', 'screen'];
const flag = v.optional(v.picklist(['true', 'false']));

export function peopleRoutes({ services, door, links, config, clock, guesses }: Parts, { commands }: Limits): Route[] {
  const { people } = services;
  const joining = new Together(people.joinAll, clock);

  return [
    route({
      method: 'post',
      path: `${path}/participants`,
      summary: 'Joins. The same `id` again is the same person.',
      roles: 'anyone',
      input: api.join,
      output: joined,
      status: 201,
      handle: async (call) => {
        const answered = await joining.ask(call.code, call.input);
        if (answered.ok) {
          setCookie(
            call.http,
            cookieName(call.code, 'participant'),
            answered.value.token,
            cookieOptions(call.visit, config),
          );
        } else if (answered.code === 'bad_invitation') return guesses.miss(call.visit.address, answered);
        return answered;
      },
    }),
    route({
      method: 'get',
      path: `${path}/me`,
      summary: 'What the rules need to know of me.',
      roles: everybody,
      output: me,
      handle: (call) => people.me(call.ask),
    }),
    route({
      method: 'patch',
      path: `${path}/me`,
      summary: 'Changes my name, group or table.',
      roles: ['participant'],
      input: api.editMe,
      output: api.done,
      handle: (call) => okay(people.edit(call.ask, call.input)),
    }),
    route({
      method: 'delete',
      path: `${path}/me`,
      summary: 'Done on this device: forgets the cookie. With `erase=true` my name and cards are erased first.',
      roles: 'anyone',
      query: v.object({ erase: flag }),
      output: api.done,
      handle: (call) => {
        const role = askedRole(call.http) === 'facilitator' ? 'facilitator' : 'participant';
        if (call.query.erase === 'true') {
          const known = identify(call.http, call.code, [role], door, call.visit.address);
          if (!known.ok) return known;
          if (!commands.take(keyOf(known.value))) return refuse('too_fast', 'commands');
          const erased = people.erase({ code: call.code, identity: known.value.identity });
          if (!erased.ok) return erased;
        }
        deleteCookie(call.http, cookieName(call.code, role), cookieOptions(call.visit, config));
        return okay(answer(null));
      },
    }),
    route({
      method: 'post',
      path: `${path}/facilitators`,
      summary: 'Exchanges a facilitator’s token for the cookie.',
      roles: 'anyone',
      input: api.signIn,
      proof: 'body',
      output: v.object({ id: v.string(), name: v.string() }),
      handle: (call) => {
        const { token } = call.input;
        const proof = { role: 'facilitator', cookie: '', bearer: token };
        const admitted = door.admit(call.code, proof, call.visit.address);
        if ('ok' in admitted) return admitted;
        const signedIn = people.signIn(call.code, token);
        if (signedIn.ok) {
          setCookie(call.http, cookieName(call.code, 'facilitator'), token, cookieOptions(call.visit, config));
        }
        return signedIn;
      },
    }),
    route({
      method: 'post',
      path: `${path}/facilitators/invitations`,
      summary: 'Makes a link for one more facilitator. The token is given once.',
      roles: rolesOf('facilitator.invite'),
      input: api.invite,
      output: api.invited,
      status: 201,
      handle: (call) => {
        const invited = people.invite(call.ask, call.input);
        if (!invited.ok) return invited;
        const { facilitator } = links.of(call.code, call.visit.origin, invited.value.token);
        return answer({ ...invited.value, link: facilitator });
      },
    }),
    route({
      method: 'delete',
      path: `${path}/facilitators/:id`,
      summary: 'Withdraws a facilitator’s link.',
      roles: rolesOf('facilitator.invite'),
      output: api.done,
      handle: (call) => okay(people.withdrawInvitation(call.ask, call.param('id'))),
    }),
  ];
}
