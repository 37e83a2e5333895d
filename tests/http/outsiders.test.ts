/** What one outsider, or one participant, can not do to everybody else. */
import { once } from 'node:events';
import WebSocket from 'ws';
import { describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { code, makeFake, problemOf } from './fake.ts';
import { openEvening, startServer } from './live.ts';

const body = { format: 'ideeenronde', title: 'Avond', question: 'Geheime vraag?', anchors: ['Geheim anker'] };

describe('an import', () => {
  it('is not read from somebody who may not open a session', async () => {
    const { app } = makeFake({}, { KANTELBORD_CREATE_KEY: 'sleutel' });
    let read = 0;
    const pull = (controller: ReadableStreamDefaultController) => {
      read++;
      controller.enqueue(new Uint8Array(100_000));
    };
    const request = new Request('http://bord.test/api/sessions/import', {
      method: 'POST',
      headers: { 'content-type': 'application/json', host: 'bord.test' },
      body: new ReadableStream({ pull }, { highWaterMark: 0 }),
      duplex: 'half',
    } as RequestInit);
    expect(await problemOf(await app.request(request))).toMatchObject({ code: 'bad_create_key' });
    expect(read).toBe(0);
  });

  it('as deep as it can be is only a file that is not ours', async () => {
    const { url } = await startServer();
    const deep = `{"kantelbord":1,"cards":${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}}`;
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/sessions/import`, { method: 'POST', headers, body: deep });
    expect(await problemOf(answer)).toMatchObject({ status: 400 });
  });
});

describe('a ballot', () => {
  it('with ten thousand names, or names of another kind, is refused or counts for nothing', async () => {
    const live = await startServer();
    const { path, facilitator, participants } = await openEvening(live, 1);
    for (const to of ['pitch', 'cluster', 'vote']) await live.call('POST', `${path}/phase`, facilitator, { to });
    const cast = (dots: string) =>
      fetch(`${live.url}${path}/ballots/vote`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${participants[0]}` },
        body: `{"dots":{${dots}}}`,
      });
    const many = Array.from({ length: 10_000 }, (_, n) => `"${n.toString(36)}":0`).join();
    expect(await problemOf(await cast(many))).toMatchObject({ code: 'too_large' });
    expect(await problemOf(await cast('"constructor":1,"toString":1'))).toMatchObject({ code: 'unknown_item' });
    const proto = await cast('"__proto__":1');
    expect(await proto.json()).toMatchObject({ ballot: { dots: {} } });
  });
});

describe('erasing oneself', () => {
  it('is counted with the other commands: it rewrites the file', async () => {
    const { send, calls } = makeFake();
    const erase = () => send(`/api/sessions/${code}/me?erase=true`, { method: 'DELETE', as: 'participant' });
    for (let n = 0; n < limits.commandsPerMinute; n++) expect((await erase()).status).toBe(200);
    expect((await erase()).status).toBe(429);
    expect(calls.filter(({ method }) => method === 'people.erase')).toHaveLength(limits.commandsPerMinute);
  });
});

describe('a session that is not open yet', () => {
  it('tells whoever has the code its name, and nothing of what will be asked', async () => {
    const { call, url } = await startServer();
    const made = await call<{ code: string }>('POST', '/api/sessions', null, { ...body, open: false });
    const path = `/api/sessions/${made.json.code}`;
    const info = await call('GET', path);
    expect(info.json).toMatchObject({ title: 'Avond', state: 'prepared', question: '', anchors: [], phases: [] });
    for (const below of [
      '',
      '/board?role=screen',
      '/me?role=screen',
      '/ballots/vote?role=screen',
      '/report',
      '/console',
      '/points',
    ]) {
      const text = await (await fetch(url + path + below)).text();
      expect(text).not.toContain('eheim');
    }
  });
});

describe('the address people scan', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://bord.test'])(
    'is a web address, not %s',
    async (joinUrl) => {
      const { send } = makeFake();
      const answer = await send(`/api/sessions/${code}`, { method: 'PATCH', as: 'facilitator', body: { joinUrl } });
      expect(await problemOf(answer)).toMatchObject({ code: 'bad_request', detail: 'joinUrl' });
    },
  );
});

describe('behind a proxy that was configured', () => {
  it.each([
    ['true', 'https://bord.voorbeeld.nl', 0],
    ['true', 'https://elders.nl', 4403],
    ['false', 'https://bord.voorbeeld.nl', 4403],
  ])('(%s) a page of %s gets a socket as it gets an answer: %i', async (KANTELBORD_TRUST_PROXY, origin, expected) => {
    const live = await startServer({ KANTELBORD_TRUST_PROXY });
    const { code: session, path } = await openEvening(live, 0);
    const headers = { origin, 'x-forwarded-host': 'bord.voorbeeld.nl' };
    const socket = new WebSocket(`${live.url.replace('http', 'ws')}/sync/${session}?role=screen`, { headers });
    const closed = once(socket, 'close').then(([reason]) => reason as number);
    const first = await Promise.race([closed, once(socket, 'message').then(() => 0)]);
    socket.terminate();
    expect(first).toBe(expected);
    const join = await fetch(`${live.url}${path}/participants`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(join.status).toBe(expected === 0 ? 201 : 403);
  });
});
