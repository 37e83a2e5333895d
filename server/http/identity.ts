/**
 * Who asks. A program shows a bearer token, which tells its role by itself. A page says its role (`?role=` or
 * `X-Kantelbord-Role`) and shows the cookie of that role and session; when it says none, the first cookie the route takes.
 */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import type { Role } from '../../shared/model.ts';
import { refuse } from '../../shared/refusals.ts';
import type { Config } from '../config.ts';
import { answer, type Answer } from '../session/services.ts';
import type { Credentials, Door, Identity } from '../ports.ts';
import type { Visit } from './visit.ts';

export interface Known {
  identity: Identity;
  /** raw; null for a screen, which has none */
  token: string | null;
}

/** Browsers keep no cookie longer. */
const longestCookie = 400;

export function identify(
  context: Context,
  code: string,
  roles: readonly Role[],
  door: Door,
  address: string,
): Answer<Known> {
  const asked = askedRole(context);
  if (asked !== null && !isRole(asked)) return refuse('bad_request', 'role');
  if (asked === 'screen') return admit({ role: asked, cookie: '', bearer: null }, null);

  const bearer = bearerOf(context);
  if (bearer !== null) return admit({ role: asked, cookie: '', bearer }, bearer);

  for (const role of asked ? [asked] : roles) {
    const token = getCookie(context, cookieName(code, role));
    if (token) return admit({ role, cookie: `${cookieName(code, role)}=${token}`, bearer: null }, token);
  }
  return refuse('no_identity');

  function admit(credentials: Credentials, token: string | null): Answer<Known> {
    const admitted = door.admit(code, credentials, address);
    return 'identity' in admitted ? answer({ identity: admitted.identity, token }) : admitted;
  }
}

/** What commands are counted by. */
export function keyOf({ identity }: Known): string {
  return identity.tokenHash ?? identity.who ?? identity.role;
}

/** What a page says it is; null when it says nothing. */
export function askedRole(context: Context): string | null {
  return context.req.query('role') ?? context.req.header('x-kantelbord-role') ?? null;
}

export function cookieName(code: string, role: Role): string {
  return `kb_${code}_${role}`;
}

/** `Lax`: the link in an e-mail still finds the cookie, a form on another website does not. */
export function cookieOptions(visit: Visit, config: Config): CookieOptions {
  const days = Math.min(config.retentionDays, longestCookie);
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: visit.secure, maxAge: days * 86_400 };
}

function bearerOf(context: Context): string | null {
  return /^Bearer +(\S{1,200})$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? null;
}

function isRole(text: string): text is Role {
  return text === 'screen' || text === 'participant' || text === 'facilitator';
}
