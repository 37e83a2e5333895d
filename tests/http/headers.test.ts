import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeApp } from '../../server/http/app.ts';
import { takes } from '../../server/http/caching.ts';
import { makeLinks } from '../../server/http/links.ts';
import { board, code, makeFake } from './fake.ts';

const session = `/api/sessions/${code}`;

describe('every answer', () => {
  it.each(['/', session, '/api/nothing', '/assets/nothing.js', `${session}/me`])('%s is strict', async (path) => {
    const { headers } = await makeFake().send(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("connect-src 'self' ws://bord.test;");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBeNull(); // over http a browser complains about it
    expect(headers.get('permissions-policy')).toContain('camera=()');
  });

  it('lets nothing but a host name into the policy', async () => {
    const { headers } = await makeFake().send('/', { headers: { host: "x; script-src 'unsafe-inline'" } });
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
  });

  it('of the API is not kept by anybody', async () => {
    expect((await makeFake().send(session)).headers.get('cache-control')).toBe('no-store');
  });
});

describe('the board', () => {
  const ask = (headers: Record<string, string> = {}) => makeFake().send(`${session}/board?role=screen`, { headers });
  const bytes = async (response: Response) => new Uint8Array(await response.arrayBuffer());

  it('comes compressed to who can unpack it', async () => {
    const response = await ask({ 'accept-encoding': 'gzip, deflate' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(await bytes(response)).toEqual(board.packed.gzip);
    const plain = await ask({ 'accept-encoding': 'gzip;q=0' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await bytes(plain)).toEqual(board.raw);
  });

  it('comes smaller still to who can unpack that', async () => {
    const response = await ask({ 'accept-encoding': 'gzip, br' });
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(await bytes(response)).toEqual(board.packed.br);
  });

  it('is not sent twice', async () => {
    const etag = (await ask()).headers.get('etag') ?? '';
    const again = await ask({ 'if-none-match': `"older", ${etag}` });
    expect(again.status).toBe(304);
    expect(again.headers.get('etag')).toBe(etag);
    expect(await bytes(again)).toHaveLength(0);
    expect((await ask({ 'if-none-match': '"older"' })).status).toBe(200);
  });
});

describe('an export', () => {
  const csv = () => ({ ok: true, value: '\uFEFFtitel;uitkomst' });
  const fake = () =>
    makeFake({
      'exports.session': () => ({ ok: true, value: { a: 1 } }),
      'exports.cardsCsv': csv,
      'exports.resultsCsv': csv,
    });

  it.each([
    ['session.json', 'application/json; charset=utf-8', 'sessie.json'],
    ['cards.csv', 'text/csv; charset=utf-8', 'kaarten.csv'],
    ['results.csv', 'text/csv; charset=utf-8', 'uitslag.csv'],
  ])('%s is a file with a name', async (file, type, name) => {
    const { headers } = await fake().send(`${session}/export/${file}`, { as: 'facilitator' });
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="kantelbord-${code}-${name}"`);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('holds hidden cards only on explicit choice', async () => {
    const { send, calls } = fake();
    await send(`${session}/export/session.json`, { as: 'facilitator' });
    await send(`${session}/export/cards.csv?hidden=true`, { as: 'facilitator' });
    expect((await send(`${session}/export/cards.csv?hidden=yes`, { as: 'facilitator' })).status).toBe(400);
    expect(calls.filter(({ method }) => method.startsWith('exports')).map(({ args }) => args[1])).toEqual([
      false,
      true,
    ]);
  });
});

describe('the pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kantelbord-'));
  beforeAll(() => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), `<!doctype html>${' '.repeat(500)}`);
    writeFileSync(join(folder, 'assets/app-abc123.js'), 'let x = 1;'.repeat(100));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const ask = (path: string, init: RequestInit = {}) =>
    makeApp({ ...makeFake().parts, clientDir: folder }).request(path, {
      headers: { 'accept-encoding': 'gzip' },
      ...init,
    });

  it.each(['/', `/s/${code}`, `/s/${code}/wall`, `/s/${code}/console`, `/s/${code}/report`])(
    '%s is one',
    async (path) => {
      const response = await ask(path);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      const again = await ask(path, { headers: { 'if-none-match': response.headers.get('etag') ?? '' } });
      expect(again.status).toBe(304);
    },
  );

  it('keep their files for ever, compressed', async () => {
    const response = await ask('/assets/app-abc123.js');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const head = await ask('/assets/app-abc123.js', { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(response.headers.get('content-length'));
    expect(await head.text()).toBe('');
  });

  it('are smaller still for who can unpack that', async () => {
    const response = await ask('/assets/app-abc123.js', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(response.headers.get('content-encoding')).toBe('br');
    const packed = new Uint8Array(await response.arrayBuffer());
    expect(brotliDecompressSync(packed).toString()).toBe('let x = 1;'.repeat(100));
  });

  it.each(['/assets/other.js', '/../package.json', '/%2e%2e/package.json', '/nothing'])('%s is none', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it('say it when nobody built them', async () => {
    const response = await makeFake().send('/');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  });
});

it.each([
  ['gzip', true],
  ['br;q=1.0, gzip;q=0.8, *;q=0.1', true],
  ['*', true],
  ['gzip;q=0', false],
  ['br', false],
  [undefined, false],
])('gzip is taken by %s: %s', (header, taken) => {
  expect(takes('gzip', header)).toBe(taken);
});

it('addresses are what others can reach', () => {
  const addresses = (publicUrl: string | null, origin: string, host: string | null = null) =>
    makeLinks(
      { publicUrl, host },
      () => 8080,
      () => ['192.168.1.20'],
    ).addresses(origin);
  expect(addresses(null, 'http://localhost:8080')).toEqual(['http://192.168.1.20:8080']);
  expect(addresses(null, 'http://127.0.0.1:8080')).toEqual(['http://192.168.1.20:8080']);
  expect(addresses(null, 'http://[::1]:8080')).toEqual(['http://192.168.1.20:8080']);
  expect(addresses(null, 'http://192.168.1.20:8080')).toEqual(['http://192.168.1.20:8080']);
  expect(addresses(null, 'http://localhost:8080', '127.0.0.1')).toEqual([]);
  expect(addresses(null, 'http://localhost:8080', '10.1.2.3')).toEqual(['http://10.1.2.3:8080']);
  expect(addresses('https://bord.nl', 'http://laptop.local:8080')).toEqual([
    'https://bord.nl',
    'http://laptop.local:8080',
    'http://192.168.1.20:8080',
  ]);
});
