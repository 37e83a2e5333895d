import { describe, expect, it } from 'vitest';
import { code, makeFake, problemOf } from './fake.ts';

const lock = `/api/sessions/${code}/lock`;
const body = { locked: true };
const behindProxy = { KANTELBORD_PUBLIC_URL: 'https://bord.voorbeeld.nl' };

describe('what changes something', () => {
  it.each([
    ['a program, which sends no origin', {}],
    ['our own page', { origin: 'http://bord.test' }],
    ['our own page on another port', { origin: 'http://bord.test:8080', host: 'bord.test:8080' }],
    ['our own page, the port left out', { origin: 'http://bord.test', host: 'bord.test:80' }],
    ['the public address, through a proxy', { origin: 'https://bord.voorbeeld.nl', host: 'inside:8080' }],
  ])('may be asked by %s', async (_who, headers) => {
    const { send } = makeFake({}, behindProxy);
    expect((await send(lock, { as: 'facilitator', body, headers })).status).toBe(200);
  });

  it.each([
    ['another website', { origin: 'https://elders.nl' }],
    ['another port of this machine', { origin: 'http://bord.test:9999' }],
    ['a website with our name in its own', { origin: 'http://bord.test.elders.nl' }],
    ['a sandboxed frame or a file', { origin: 'null' }],
    ['something that is no address', { origin: 'bord.test' }],
    ['a page elsewhere, by what the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['the public address when there is none', { origin: 'https://bord.voorbeeld.nl' }],
  ])('may not be asked by %s', async (_who, headers) => {
    const { send, calls } = makeFake();
    const response = await send(lock, { as: 'facilitator', body, headers });
    expect(await problemOf(response)).toMatchObject({ status: 403, code: 'wrong_origin' });
    expect(calls).toEqual([]);
  });

  it('is not believed a forwarded name unless a proxy was configured', async () => {
    const headers = { origin: 'https://elders.nl', 'x-forwarded-host': 'elders.nl' };
    expect((await makeFake().send(lock, { as: 'facilitator', body, headers })).status).toBe(403);
    const trusting = makeFake({}, { KANTELBORD_TRUST_PROXY: 'true' });
    expect((await trusting.send(lock, { as: 'facilitator', body, headers })).status).toBe(200);
  });
});

it('reading may be asked from anywhere: the browser keeps the answer from other websites', async () => {
  const response = await makeFake().send(`/api/sessions/${code}`, { headers: { origin: 'https://elders.nl' } });
  expect(response.status).toBe(200);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
});
