/** Opening, reading, changing and ending a session. */
import { timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import * as api from '../../../shared/api.ts';
import { followSession } from '../../../shared/api/following.ts';
import { limits } from '../../../shared/limits.ts';
import { refuse, yes, type Refusal, type Yes } from '../../../shared/refusals.ts';
import { answer, type Answer } from '../../session/services.ts';
import type { Parts } from '../parts.ts';
import type { Limits } from '../ratelimit.ts';
import { okay, rolesOf, route, type Call, type Route } from '../route.ts';

const path = '/api/sessions/:code';
const languages = v.optional(v.picklist(['nl', 'en']));
const language = v.object({ language: languages });
/** of a Pabulib file: whether its ballots come along, and in which language a fault is said */
const importing = v.object({ votes: v.optional(v.picklist(['true', 'false'])), language: languages });

export function sessionRoutes({ services, links, config, rehearsal, guesses }: Parts, { openings }: Limits): Route[] {
  const { sessions } = services;

  return [
    route({
      method: 'post',
      path: '/api/sessions',
      summary: 'Opens a session. The token is given once.',
      roles: 'anyone',
      input: api.openSession,
      output: api.opened,
      status: 201,
      handle: (call) => {
        const may = mayOpen(call, call.input.createKey);
        return may.ok ? opened(call, sessions.open(call.input, call.visit.origin)) : may;
      },
    }),
    route({
      method: 'post',
      path: '/api/sessions/import',
      summary:
        'Makes a session of an exported session.json, or of the projects in a Pabulib file (`.pb`, as text/plain), with ' +
        '`votes=true` also of its ballots, as a vote that was held. The key, where one is needed, is in X-Kantelbord-Create-Key.',
      roles: 'anyone',
      query: importing,
      input: v.unknown(),
      inputText: true,
      inputBytes: limits.importBytes,
      output: api.opened,
      status: 201,
      before: (call) => mayOpen(call, call.http.req.header('x-kantelbord-create-key')),
      handle: async (call) => {
        const { input, visit, query } = call;
        if (typeof input !== 'string') return opened(call, sessions.import(input, visit.origin));
        const asked = { votes: query.votes === 'true', language: query.language ?? visit.language };
        return opened(call, await sessions.importPabulib(input, asked, visit.origin));
      },
    }),
    route({
      method: 'get',
      path,
      summary: 'What anybody with the code may know.',
      roles: 'anyone',
      query: language,
      output: api.sessionInfo,
      handle: (call) => sessions.info(call.code, call.query.language ?? call.visit.language),
    }),
    route({
      method: 'patch',
      path,
      summary: 'Changes title, question, organiser, anchors or settings.',
      roles: rolesOf('session.edit'),
      input: api.editSession,
      output: api.done,
      handle: (call) => okay(sessions.edit(call.ask, call.input)),
    }),
    route({
      method: 'delete',
      path,
      summary: 'Deletes the session with everything in it. It can not be undone.',
      roles: rolesOf('session.delete'),
      output: api.done,
      handle: (call) => okay(sessions.delete(call.ask)),
    }),
    route({
      method: 'post',
      path: `${path}/open`,
      summary: 'Lets people in: prepared becomes lobby.',
      roles: rolesOf('session.open'),
      output: api.done,
      handle: (call) => okay(sessions.start(call.ask)),
    }),
    route({
      method: 'post',
      path: `${path}/end`,
      summary: 'Ends the session; it can still be read.',
      roles: rolesOf('session.end'),
      output: api.done,
      handle: (call) => okay(sessions.end(call.ask)),
    }),
    route({
      method: 'post',
      path: `${path}/rehearsal`,
      summary: 'Opens a copy under a code of its own, in which simulated people take part.',
      roles: rolesOf('session.rehearse'),
      output: api.opened,
      status: 201,
      handle: (call) => {
        const made = sessions.rehearse(call.ask, call.visit.origin);
        if (made.ok) rehearsal?.start(made.value.code, made.value.facilitatorToken);
        return opened(call, made);
      },
    }),
    route({
      method: 'post',
      path: `${path}/follow`,
      summary: 'Opens a session that goes on where this one ended, with chosen words. The token is given once.',
      roles: rolesOf('session.follow'),
      input: followSession,
      output: api.opened,
      status: 201,
      handle: (call) => {
        if (!openings.take(call.visit.address)) return refuse('too_fast', 'sessions');
        return opened(call, sessions.follow(call.ask, call.input, call.visit.origin));
      },
    }),
  ];

  function mayOpen({ visit: { address } }: Call, key: string | undefined): Yes | Refusal {
    if (!fits(key)) return guesses.miss(address, refuse('bad_create_key'));
    return openings.take(address) ? yes : refuse('too_fast', 'sessions');
  }

  function opened({ visit }: Call, made: Answer<{ code: string; facilitatorToken: string }>): Answer<api.Opened> {
    if (!made.ok) return made;
    const { code, facilitatorToken } = made.value;
    return answer({ code, facilitatorToken, links: links.of(code, visit.origin, facilitatorToken) });
  }

  /** Takes the same time whatever was typed. */
  function fits(typed: string | undefined): boolean {
    if (config.createKey === null) return true;
    const [given, key] = [typed ?? '', config.createKey].map((text) => Buffer.from(text.padEnd(200).slice(0, 200)));
    return given !== undefined && key !== undefined && given.length === key.length && timingSafeEqual(given, key);
  }
}
