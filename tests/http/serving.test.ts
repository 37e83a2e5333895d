import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import WebSocket from 'ws';
import { BadConfig } from '../../server/config.ts';
import type { SessionInfo } from '../../shared/api.ts';
import type { ReportInfo } from '../../shared/api/console.ts';
import { openEvening, startServer, type Evening, type Live } from './live.ts';

describe('a server that stops', () => {
  it('asks everybody to come back, and has kept what it acknowledged', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kantelbord-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const env = { KANTELBORD_DATA: join(folder, 'data', 'kantelbord.db') };

    const first = await startServer(env);
    const evening = await openEvening(first, 2);
    await first.call('POST', `${evening.path}/phase`, evening.facilitator, { to: 'pitch' });
    const card = await first.call('POST', `${evening.path}/cards`, evening.participants[0], { title: 'Meer bankjes' });
    expect(card.status).toBe(201);
    const board = await first.call('GET', `${evening.path}/board`, evening.participants[1]);
    const socket = await connect(first, evening);
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    await first.close();
    expect(await closed).toBe(1012);
    await expect(fetch(first.url)).rejects.toThrow();

    const second = await startServer(env);
    const again = await second.call('GET', `${evening.path}/board`, evening.participants[1]);
    expect(again.bytes.length).toBeGreaterThanOrEqual(board.bytes.length - 200);
    const info = await second.call<SessionInfo>('GET', evening.path);
    expect(info.json).toMatchObject({ phase: 'pitch', counts: { joined: 2, cards: 1 } });
  });

  it('does so also while somebody does not answer', async () => {
    const live = await startServer();
    const socket = await connect(live, await openEvening(live, 1));
    socket.pause(); // never reads the goodbye
    const start = performance.now();
    await live.close();
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});

describe('a server that starts', () => {
  it('says in a sentence that its port is taken', async () => {
    const { url } = await startServer();
    const PORT = new URL(url).port;
    const sentence = `PORT ${PORT} is taken by another program. Choose another one.`;
    await expect(startServer({ PORT })).rejects.toThrow(new BadConfig(sentence));
  });

  it('answers that it is well', async () => {
    const { call } = await startServer();
    expect((await call('GET', '/healthz')).json).toEqual({ ok: true });
  });
});

describe('an evening over HTTP', () => {
  it('comes back from its export as a session', async () => {
    const live = await startServer();
    const { path, facilitator, participants } = await openEvening(live, 1);
    await live.call('POST', `${path}/phase`, facilitator, { to: 'pitch' });
    await live.call('POST', `${path}/cards`, participants[0], { title: 'Meer bankjes' });
    const file = await live.call('GET', `${path}/export/session.json`, facilitator);
    const imported = await live.call<{ code: string }>('POST', '/api/sessions/import', null, file.json);
    expect(imported.status).toBe(201);
    const info = await live.call<SessionInfo>('GET', `/api/sessions/${imported.json.code}`);
    expect(info.json).toMatchObject({ title: 'Avond', counts: { cards: 1 } });
  });

  it('begins with the projects of a Pabulib file, sent as it is; a fault is told by its line', async () => {
    const { call, url } = await startServer();
    const west = readFileSync(join(import.meta.dirname, '../fixtures/pabulib/west.pb'), 'utf8');
    const send = (body: string, language = 'nl') =>
      fetch(`${url}/api/sessions/import?language=${language}`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body,
      });
    const made = (await (await send(west)).json()) as { code: string };
    const info = await call<SessionInfo>('GET', `/api/sessions/${made.code}`);
    expect(info.json).toMatchObject({ title: 'West Begroot', state: 'prepared', counts: { cards: 62 } });
    const detail = 'Line 12: We do not know this type of vote: stones.';
    const broken = await send(west.replace('vote_type;approval', 'vote_type;stones'), 'en');
    expect([broken.status, await broken.json()]).toMatchObject([400, { code: 'bad_import', detail }]);
  });

  it('is gone when it is deleted, for everybody', async () => {
    const live = await startServer();
    const { path, facilitator, participants } = await openEvening(live, 1);
    expect((await live.call<ReportInfo>('GET', `${path}/report`, participants[0])).json).toMatchObject({ joined: 1 });
    expect((await live.call('DELETE', path, participants[0])).status).toBe(403);
    expect((await live.call('DELETE', path, facilitator)).status).toBe(200);
    for (const token of [null, facilitator, participants[0]]) {
      expect((await live.call('GET', path, token)).status).toBe(410);
      expect((await live.call('GET', `${path}/board`, token)).status).toBe(410);
    }
  });
});

async function connect({ url }: Live, { code }: Evening): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/${code}?role=screen`);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return socket;
}
