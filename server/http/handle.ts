/**
 * One function through which every call of the API goes, as a numbered list.
 */
import type { Context } from 'hono';
import { parseCode } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { refuse, type Refusal, type RefusalCode } from '../../shared/refusals.ts';
import { answer, type Answer } from '../session/services.ts';
import { sendProblem, sendValue } from './answers.ts';
import { identify, type Known } from './identity.ts';
import { check, readBody } from './input.ts';
import type { Parts } from './parts.ts';
import type { Limits } from './ratelimit.ts';
import type { Call, KnownCall, Route } from './route.ts';
import { readVisit, type Visit } from './visit.ts';

/** What somebody who guesses gets to hear. */
const failures: readonly RefusalCode[] = ['no_session', 'bad_token', 'bad_create_key'];

export async function handle(context: Context, route: Route, parts: Parts, meters: Limits): Promise<Response> {
  const visit = readVisit(context.req.raw.headers, context.env, parts.config);
  const answer = await judge(context, route, parts, meters, visit);
  if (answer instanceof Response) return answer;
  if (answer.ok) return sendValue(context, route, answer.value);
  return sendProblem(context, tooOften(answer, meters, visit), visit.language);
}

async function judge(context: Context, route: Route, parts: Parts, meters: Limits, visit: Visit) {
  // 1. Is there such a session?
  const session = findSession(context, parts, meters, visit);
  if (!session.ok) return session;
  const code = session.value;

  // 2. Who asks, and may somebody like that come in at all?
  const known = route.roles === 'anyone' ? null : identify(context, code, route.roles, parts.door, visit.address);
  if (known && !known.ok) return known;
  if (known && route.roles !== 'anyone' && !route.roles.includes(known.value.identity.role))
    return refuse('not_allowed');

  // 3. Not too often?
  if (known && (route.counted ?? route.method !== 'get') && !meters.commands.take(keyOf(known.value))) {
    return refuse('too_fast', 'commands');
  }

  // 4. Is what was sent what the route asks?
  const query = route.query ? check(route.query, context.req.query()) : answer(undefined);
  if (!query.ok) return query;
  const most = route.inputBytes ?? limits.bodyBytes;
  const input = route.input ? await readBody(context.req.raw, route.input, most) : answer(undefined);
  if (!input.ok) return input;

  // 5. Then do it.
  const call: Call = {
    code,
    input: input.value,
    query: query.value,
    param: (name) => context.req.param(name) ?? '',
    visit,
    http: context,
  };
  return route.handle(known ? asKnown(call, known.value) : call);
}

/** The code in the path, read the way people type it. Empty where the path has none. */
function findSession(context: Context, { services }: Parts, meters: Limits, { address }: Visit): Answer<string> {
  const typed = context.req.param('code');
  if (typed === undefined) return answer('');
  const code = parseCode(typed);
  const mark = `${address} ${code}`;
  if (meters.failures.spent(address) && !meters.familiar.has(mark)) return refuse('too_fast', 'failures');
  if (code === null) return refuse('no_session');
  const exists = services.sessions.exists(code);
  if (!exists.ok) return exists;
  if (meters.familiar.size >= 10_000) meters.familiar.clear();
  meters.familiar.add(mark);
  return answer(code);
}

/** Counts what looks like guessing. */
function tooOften(refusal: Refusal, meters: Limits, { address }: Visit): Refusal {
  if (!failures.includes(refusal.code) || meters.failures.take(address)) return refusal;
  return refuse('too_fast', 'failures');
}

function asKnown(call: Call, { identity, token }: Known): KnownCall {
  return { ...call, ask: { code: call.code, identity }, token };
}

function keyOf({ identity }: Known): string {
  return identity.tokenHash ?? identity.who ?? identity.role;
}
