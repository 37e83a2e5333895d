/**
 * One function through which every call of the API goes, as a numbered list.
 */
import type { Context } from 'hono';
import type * as v from 'valibot';
import { parseCode } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { refuse, yes } from '../../shared/refusals.ts';
import { answer, type Answer } from '../session/services.ts';
import { sendProblem, sendValue } from './answers.ts';
import { identify, keyOf, type Known } from './identity.ts';
import { check, readBody } from './input.ts';
import type { Along, Parts } from './parts.ts';
import type { Limits } from './ratelimit.ts';
import type { Call, KnownCall, Route } from './route.ts';
import type { Visit } from './visit.ts';

export async function handle(context: Context<Along>, route: Route, parts: Parts, meters: Limits): Promise<Response> {
  const visit = context.get('visit');
  const answer = await judge(context, route, parts, meters, visit);
  if (answer instanceof Response) return answer;
  return answer.ok ? sendValue(context, route, answer.value) : sendProblem(context, answer, visit.language);
}

async function judge(context: Context, route: Route, parts: Parts, meters: Limits, visit: Visit) {
  // 1. Is there such a session?
  const session = findSession(context, parts, visit);
  if (!session.ok) return session;
  const code = session.value;

  // 2. Who asks? Without a token, guessing too often here means that nothing is told.
  const known = route.roles === 'anyone' ? null : identify(context, code, route.roles, parts.door, visit.address);
  const proven = (known?.ok && known.value.token !== null) || route.proof === 'body';
  const hushed = code === '' || proven ? null : parts.guesses.hush(visit.address, code);
  if (hushed) return hushed;
  if (code !== '' && !proven) parts.guesses.meet(visit.address, code);
  if (known && !known.ok) return known;

  // 3. May somebody like that come in at all, and not too often?
  if (known && !route.roles.includes(known.value.identity.role)) return refuse('not_allowed');
  if (known && (route.counted ?? route.method !== 'get') && !meters.commands.take(keyOf(known.value))) {
    return refuse('too_fast', 'commands');
  }

  // 4. Is what was sent what the route asks? Whoever may not send it is told before it is read.
  const query = route.query ? check(route.query, context.req.query()) : answer(undefined);
  if (!query.ok) return query;
  const call: Call = {
    code,
    input: undefined,
    query: query.value,
    param: (name) => context.req.param(name) ?? '',
    visit,
    http: context,
  };
  const welcome = route.before?.(call) ?? yes;
  if (!welcome.ok) return welcome;
  const input = route.input ? await readInput(context, route, route.input) : answer(undefined);
  if (!input.ok) return input;

  // 5. Then do it.
  const whole: Call = { ...call, input: input.value };
  return route.handle(known ? asKnown(whole, known.value) : whole);
}

function readInput({ req: { raw } }: Context, route: Route, schema: v.GenericSchema) {
  const { bare, inputBytes: most = limits.bodyBytes, inputText: text = false } = route;
  return bare && !raw.headers.has('content-type') ? check(schema, {}) : readBody(raw, schema, { most, text });
}

/** The code in the path, read the way people type it. Empty where the path has none. */
function findSession(context: Context, { services, guesses }: Parts, { address }: Visit): Answer<string> {
  const typed = context.req.param('code');
  if (typed === undefined) return answer('');
  const code = parseCode(typed);
  const exists = code === null ? refuse('no_session') : services.sessions.exists(code);
  if (exists.ok) return answer(code!);
  if (exists.code === 'no_session') return guesses.miss(address, exists);
  return guesses.hush(address, code!) ?? exists;
}

function asKnown(call: Call, { identity, token }: Known): KnownCall {
  return { ...call, ask: { code: call.code, identity }, token };
}
