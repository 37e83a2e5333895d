import { describe, expect, it } from 'vitest';
import { code, makeFake, problemOf, tokens } from './fake.ts';

const session = `/api/sessions/${code}`;
const cookie = (response: Response) => response.headers.get('set-cookie');
const cookies = {
  participant: `kb_${code}_participant=${tokens.participant}`,
  facilitator: `kb_${code}_facilitator=${tokens.facilitator}`,
};

describe('the cookie', () => {
  it('is given on joining, for this session and role', async () => {
    const response = await makeFake().send(`${session}/participants`, { body: {} });
    expect(response.status).toBe(201);
    expect(cookie(response)).toBe(`${cookies.participant}; Max-Age=7776000; Path=/; HttpOnly; SameSite=Lax`);
  });

  it('is given for a facilitator’s token, and not for a wrong one', async () => {
    const { send } = makeFake();
    const right = await send(`${session}/facilitators`, { body: { token: tokens.facilitator } });
    expect(cookie(right)).toContain(cookies.facilitator);
    expect(await right.text()).not.toContain(tokens.facilitator);
    const wrong = await send(`${session}/facilitators`, { body: { token: 'x' } });
    expect(await problemOf(wrong)).toMatchObject({ status: 401, code: 'bad_token' });
    expect(cookie(wrong)).toBeNull();
  });

  it.each([
    ['http', {}, {}, false],
    ['a proxy nobody configured', {}, { 'x-forwarded-proto': 'https' }, false],
    ['https by a proxy', { KANTELBORD_TRUST_PROXY: 'true' }, { 'x-forwarded-proto': 'https' }, true],
    ['the https public address', { KANTELBORD_PUBLIC_URL: 'https://bord.test' }, {}, true],
    ['another name than the https public address', { KANTELBORD_PUBLIC_URL: 'https://bord.nl' }, {}, false],
  ])('is Secure only where the page is: %s', async (_how, env, headers, secure) => {
    const response = await makeFake({}, env).send(`${session}/participants`, { body: {}, headers });
    expect(cookie(response)?.includes('; Secure')).toBe(secure);
    expect(response.headers.has('strict-transport-security')).toBe(secure);
    expect(response.headers.has('cross-origin-opener-policy')).toBe(secure);
  });

  it('lives no longer than a session, nor than browsers allow', async () => {
    const long = await makeFake({}, { KANTELBORD_RETENTION_DAYS: '3650' }).send(`${session}/participants`, {
      body: {},
    });
    expect(cookie(long)).toContain('Max-Age=34560000');
    const short = await makeFake({}, { KANTELBORD_RETENTION_DAYS: '1' }).send(`${session}/participants`, { body: {} });
    expect(cookie(short)).toContain('Max-Age=86400');
  });

  it('goes when somebody is done on this device, also when it no longer works', async () => {
    const { send, calls } = makeFake();
    const response = await send(`${session}/me`, { method: 'DELETE', headers: { cookie: cookies.participant } });
    expect(cookie(response)).toBe(`kb_${code}_participant=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax`);
    expect(calls.map(({ method }) => method)).not.toContain('people.erase');
    expect((await send(`${session}/me`, { method: 'DELETE' })).status).toBe(200);
  });

  it('stays when erasing was asked and could not be done', async () => {
    const { send, calls } = makeFake();
    const nobody = await send(`${session}/me?erase=true`, { method: 'DELETE' });
    expect(nobody.status).toBe(401);
    expect(cookie(nobody)).toBeNull();
    const somebody = await send(`${session}/me?erase=true`, { method: 'DELETE', as: 'participant' });
    expect(somebody.status).toBe(200);
    expect(calls.map(({ method }) => method)).toContain('people.erase');
  });
});

describe('who somebody is', () => {
  const both = `${cookies.participant}; ${cookies.facilitator}`;
  const roleOf = async (path: string, headers: Record<string, string>) => {
    const { send, calls } = makeFake();
    await send(`${session}/me${path}`, { headers });
    return (calls.find(({ method }) => method === 'people.me')?.args[0] as { identity: { role: string } } | undefined)
      ?.identity.role;
  };

  it.each([
    ['?role=facilitator', {}, 'facilitator'],
    ['', { 'x-kantelbord-role': 'facilitator' }, 'facilitator'],
    ['?role=participant', {}, 'participant'],
    ['', {}, 'participant'],
    ['?role=screen', {}, 'screen'],
    ['?role=boss', {}, undefined],
  ])('the page says: /me%s %o', async (path, headers, role) => {
    expect(await roleOf(path, { cookie: both, ...headers })).toBe(role);
  });

  it('a program need not say its role: the token tells', async () => {
    expect(await roleOf('', { authorization: `Bearer ${tokens.facilitator}` })).toBe('facilitator');
    expect(await roleOf('', { authorization: `Bearer ${tokens.participant}` })).toBe('participant');
  });

  it('the cookie of another session is none', async () => {
    expect(await roleOf('', { cookie: cookies.participant.replace(code, 'KRAS-2222') })).toBeUndefined();
  });
});
