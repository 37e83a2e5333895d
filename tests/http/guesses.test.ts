/** A whole hall shares one address: somebody who guesses there is slowed down, and nobody else is kept out. */
import { once } from 'node:events';
import WebSocket from 'ws';
import { describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { openEvening, startServer, type Evening, type Live } from './live.ts';

const behindProxy = { KANTELBORD_TRUST_PROXY: 'true' };

/** The server as it is reached from one address. */
function from(live: Live, address: string) {
  const headers = { 'x-forwarded-for': address, 'content-type': 'application/json' };
  const ask = async (path: string, token?: string, body?: unknown) => {
    const response = await fetch(live.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return response.status;
  };
  /** The close code, or 0 when it stays open. */
  const screen = async (code: string): Promise<number> => {
    const socket = new WebSocket(`${live.url.replace('http', 'ws')}/sync/${code}?v=1&role=screen`, { headers });
    const closed = once(socket, 'close').then(([reason]) => reason as number);
    const heard = once(socket, 'message').then(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return socket.readyState === WebSocket.OPEN ? 0 : closed;
    });
    const ended = await Promise.race([closed, heard]);
    socket.terminate();
    return ended;
  };
  const guess = async () => {
    for (let n = 0; n < limits.failuresPerMinute; n++) await ask('/api/sessions/KRAS-2222');
  };
  return { ask, screen, guess };
}

async function start(): Promise<{ live: Live; evening: Evening }> {
  const live = await startServer(behindProxy);
  return { live, evening: await openEvening(live, 1) };
}

describe('in a hall with a guesser', () => {
  it('codes and screens wait, right or wrong, over HTTP as over a socket', async () => {
    const { live, evening } = await start();
    const hall = from(live, '192.0.2.1');
    await hall.guess();
    expect(await hall.ask(evening.path)).toBe(429);
    expect(await hall.ask('/api/sessions/KRAS-2222')).toBe(429);
    expect(await hall.ask(`${evening.path}/me`)).toBe(429);
    expect(await hall.ask(`${evening.path}/facilitators`, undefined, { token: 'wrong' })).toBe(429);
    expect(await hall.ask(`/api/sessions/KRAS-2222/facilitators`, undefined, { token: 'wrong' })).toBe(429);
    expect(await hall.screen(evening.code)).toBe(4429);
    expect(await hall.screen('KRAS-2222')).toBe(4429);
  });

  it.each(['a token', 'the private link'])('whoever shows %s comes in, and opens the code for all', async (what) => {
    const { live, evening } = await start();
    const hall = from(live, '192.0.2.1');
    await hall.guess();
    const { path, facilitator } = evening;
    const asked =
      what === 'a token'
        ? await hall.ask(`${path}/me`, facilitator)
        : await hall.ask(`${path}/facilitators`, undefined, { token: facilitator });
    expect(asked).toBe(200);
    expect(await hall.ask(path)).toBe(200);
    expect(await hall.screen(evening.code)).toBe(0);
    expect(await hall.ask(`${path}/participants`, undefined, {})).toBe(201);
    expect(await hall.ask('/api/sessions/KRAS-2222')).toBe(429);
  });

  it('a code that was known there before goes on, and other halls notice nothing', async () => {
    const { live, evening } = await start();
    const hall = from(live, '192.0.2.1');
    expect(await hall.ask(evening.path)).toBe(200);
    await hall.guess();
    expect(await hall.screen(evening.code)).toBe(0);
    expect(await from(live, '192.0.2.2').screen(evening.code)).toBe(0);
  });

  it('what is wrong counts once, wherever it is noticed', async () => {
    const { live, evening } = await start();
    const hall = from(live, '192.0.2.1');
    const wrong = () => hall.ask(`${evening.path}/me`, 'x'.repeat(52));
    for (let n = 0; n < limits.failuresPerMinute; n++) expect(await wrong()).toBe(401);
    expect(await wrong()).toBe(429);
  });
});
