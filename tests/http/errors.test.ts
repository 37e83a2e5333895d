import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../server/store/failure.ts';
import { limits } from '../../shared/limits.ts';
import { refusals } from '../../shared/refusals.ts';
import { code, deleted, makeFake, problemOf } from './fake.ts';

const lock = `/api/sessions/${code}/lock`;
const title = { format: 'ideeenronde', title: 'Avond', question: 'Wat nu?' };

describe('every no', () => {
  it('has a code, a sentence and a status', async () => {
    const response = await makeFake().send('/api/sessions/KRAS-2222');
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await problemOf(response)).toEqual({ status: 404, code: 'no_session', message: refusals.no_session.nl });
  });

  it.each([
    ['en-GB,en;q=0.9', 'en'],
    ['de, en;q=0.5', 'en'],
    ['fr', 'nl'],
    ['nl-BE, en', 'nl'],
  ] as const)('speaks the language of %s', async (header, language) => {
    const response = await makeFake().send('/api/sessions/KRAS-2222', { headers: { 'accept-language': header } });
    expect((await problemOf(response)).message).toBe(refusals.no_session[language]);
  });

  it('is given for a path that does not exist', async () => {
    expect(await problemOf(await makeFake().send('/api/nothing'))).toMatchObject({ status: 404, code: 'not_found' });
  });
});

describe('a session', () => {
  it.each(['kras7qxm', 'KRAS 7QXM', 'kras-7qxm'])('is found as people type it: %s', async (typed) => {
    const { send, calls } = makeFake();
    expect((await send(`/api/sessions/${encodeURIComponent(typed)}`)).status).toBe(200);
    expect(calls.at(-1)).toMatchObject({ method: 'sessions.info', args: [code, 'nl'] });
  });

  it.each(['KRAS-0000', 'KRAS', '%00', 'KRAS-7QXM-2'])('that can not exist is not there: %s', async (typed) => {
    expect(await problemOf(await makeFake().send(`/api/sessions/${typed}`))).toMatchObject({ code: 'no_session' });
  });

  it('that was deleted says so, whatever is asked of it', async () => {
    const { send } = makeFake();
    expect(await problemOf(await send(`/api/sessions/${deleted}`))).toMatchObject({
      status: 410,
      code: 'session_deleted',
    });
    const join = await send(`/api/sessions/${deleted}/participants`, { body: {} });
    expect(await problemOf(join)).toMatchObject({ status: 410, code: 'session_deleted' });
  });
});

describe('a body', () => {
  it.each([
    ['{"title":', 'json'],
    ['', 'json'],
    ['[]', 'title'],
    ['7', 'strict_object'],
    [{ ...title, title: 7 }, 'title'],
    [{ ...title, title: ' ' }, 'title'],
    [{ ...title, anchors: ['a', { b: 1 }] }, 'anchors.1'],
    [{ ...title, surprise: true }, 'surprise'],
    ['{"__proto__":{"title":"x"},"format":"f","question":"q"}', 'title'],
  ])('that is not right is refused with the place: %j', async (body, detail) => {
    const { send, calls } = makeFake();
    const problem = await problemOf(await send('/api/sessions', { body }));
    expect(problem).toMatchObject({ status: 400, code: 'bad_request' });
    expect(problem.detail).toBe(detail);
    expect(calls).toEqual([]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'is JSON, not %s',
    async (type) => {
      const response = await makeFake().send(lock, {
        as: 'facilitator',
        body: '{"locked":true}',
        headers: { 'content-type': type },
      });
      expect(await problemOf(response)).toMatchObject({ status: 400, code: 'bad_request', detail: 'content-type' });
    },
  );

  it('that is too large is refused, whatever its length header claims', async () => {
    const { send, app } = makeFake();
    const body = JSON.stringify({ ...title, question: 'x'.repeat(limits.bodyBytes) });
    expect(await problemOf(await send('/api/sessions', { body }))).toMatchObject({ status: 413, code: 'too_large' });

    const pull = (controller: ReadableStreamDefaultController) => controller.enqueue(new Uint8Array(10_000));
    const endless = new ReadableStream({ pull });
    const headers = { 'content-type': 'application/json', host: 'bord.test' };
    const request = new Request('http://bord.test/api/sessions', {
      method: 'POST',
      headers,
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect(await problemOf(await app.request(request))).toMatchObject({ status: 413, code: 'too_large' });
  });

  it('may be larger for an import, but not without end', async () => {
    const { send } = makeFake();
    const large = { cards: 'x'.repeat(limits.bodyBytes * 2) };
    expect((await send('/api/sessions/import', { body: large })).status).toBe(201);
    const headers = { 'content-length': String(limits.importBytes + 1) };
    expect((await send('/api/sessions/import', { body: large, headers })).status).toBe(413);
  });
});

describe('when something breaks', () => {
  it('the store being away is 503, and says that we go on trying', async () => {
    const away = () => {
      throw new StoreUnavailable('disk');
    };
    const { send } = makeFake({ 'sessions.info': away, 'sessions.exists': away });
    const response = await send(`/api/sessions/${code}`);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await problemOf(response)).toMatchObject({ status: 503, code: 'store_unavailable' });
    expect((await send('/healthz')).status).toBe(503);
  });

  it('a bug is 500, logged without what people wrote, who they are and where they come from', async () => {
    const { send, log } = makeFake({
      'cards.add': () => {
        throw new Error('cannot add "Een geheime gedachte"');
      },
    });
    const body = { title: 'Een geheime gedachte' };
    const response = await send(`/api/sessions/${code}/cards`, { as: 'participant', body, address: '192.0.2.77' });
    expect(await problemOf(response)).toMatchObject({ status: 500, code: 'server_error' });
    expect(log).toHaveLength(1);
    expect(log[0]).not.toMatch(/192\.0\.2\.77|pppp|KRAS/);
  });

  it('an answer that is not as promised is not sent', async () => {
    const { send } = makeFake({ 'sessions.info': () => ({ ok: true, value: { code, surprise: 'ballots' } }) });
    const response = await send(`/api/sessions/${code}`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('surprise');
  });

  it('what the schema does not name stays inside', async () => {
    const answer = { ok: true, value: { id: 'abcdefgh12345678', author: 'participant 7' } };
    const { send } = makeFake({ 'cards.add': () => answer });
    const response = await send(`/api/sessions/${code}/cards`, { as: 'participant', body: { title: 'x' } });
    expect(await response.json()).toEqual({ id: 'abcdefgh12345678' });
  });
});
