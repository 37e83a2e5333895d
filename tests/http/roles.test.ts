import { describe, expect, it } from 'vitest';
import { makeLimits } from '../../server/http/ratelimit.ts';
import { makeRoutes } from '../../server/http/routes/routes.ts';
import { code, makeFake, problemOf, tokens } from './fake.ts';

const { parts } = makeFake();
const routes = makeRoutes(parts, makeLimits(parts.clock));
const guarded = routes.flatMap((route) => (route.roles === 'anyone' ? [] : [{ ...route, roles: route.roles }]));
const open = routes.filter(({ roles }) => roles === 'anyone').map(({ method, path }) => `${method} ${path}`);
const fill = (path: string) => path.replace(':code', code).replace(/:\w+/g, 'abcdefgh');

describe('who may come in', () => {
  it('without showing anything: only here', () => {
    expect(open).toEqual([
      'get /api/formats',
      'get /api/server',
      'get /healthz',
      'post /api/sessions',
      'post /api/sessions/import',
      'get /api/sessions/:code',
      'post /api/sessions/:code/participants',
      'delete /api/sessions/:code/me',
      'post /api/sessions/:code/facilitators',
      'post /api/sessions/:code/invitations/show',
      'get /api/openapi.json',
    ]);
  });

  it.each(guarded)('$method $path: nobody without a token, and only $roles', async ({ method, path, roles }) => {
    const { send, calls } = makeFake();
    const nobody = await send(fill(path), { method: method.toUpperCase() });
    expect(await problemOf(nobody)).toMatchObject({ status: 401, code: 'no_identity' });
    expect(nobody.headers.get('www-authenticate')).toBe('Bearer');

    const stranger = await send(fill(path), {
      method: method.toUpperCase(),
      headers: { authorization: 'Bearer wrong' },
    });
    expect(await problemOf(stranger)).toMatchObject({ status: 401, code: 'bad_token' });

    for (const role of ['participant', 'facilitator', 'screen'] as const) {
      if (roles.includes(role)) continue;
      const as = role === 'screen' ? undefined : role;
      const response = await send(`${fill(path)}?role=${role}`, { method: method.toUpperCase(), as });
      expect(await problemOf(response)).toMatchObject({ status: 403, code: 'not_allowed' });
    }
    expect(calls.filter(({ method: name }) => name !== 'sessions.exists')).toEqual([]);
  });
});

describe('what reaches the services', () => {
  it('the raw token goes along with a ballot, and only there', async () => {
    const { send, calls } = makeFake();
    await send(`/api/sessions/${code}/ballots/vote`, { method: 'PUT', as: 'participant', body: { approve: ['a'] } });
    await send(`/api/sessions/${code}/cards`, { as: 'participant', body: { title: 'x' } });
    const cast = calls.find(({ method }) => method === 'votes.castAll');
    const identity = { role: 'participant', who: 'participant', tokenHash: 'hash of participant' };
    const ballot = { approve: ['a'] };
    expect(cast?.args).toEqual([code, [{ ask: { code, identity }, token: tokens.participant, phase: 'vote', ballot }]]);
    const add = calls.find(({ method }) => method === 'cards.add');
    expect(JSON.stringify(add)).not.toContain(tokens.participant);
  });

  it('a rehearsal is started after its copy was made', async () => {
    const made: string[] = [];
    const fake = makeFake({
      'sessions.rehearse': () => ({ ok: true, value: { code: 'PRVA-2345', facilitatorToken: 'secret' } }),
    });
    fake.parts.rehearsal = { start: (...args) => void made.push(...args) };
    const { makeApp } = await import('../../server/http/app.ts');
    const response = await makeApp(fake.parts).request(`/api/sessions/${code}/rehearsal`, {
      method: 'POST',
      headers: { host: 'bord.test', authorization: `Bearer ${tokens.facilitator}` },
    });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      code: 'PRVA-2345',
      links: { facilitator: 'http://bord.test/s/PRVA-2345/console#secret', wall: 'http://bord.test/s/PRVA-2345/wall' },
    });
    expect(made).toEqual(['PRVA-2345', 'secret']);
  });
});
