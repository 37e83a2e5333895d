/** Who was removed, or whose link was withdrawn, is out at once: with the socket that is open, and with what the device keeps. */
import { once } from 'node:events';
import WebSocket from 'ws';
import { expect, it } from 'vitest';
import type { Invited } from '../../shared/api.ts';
import { openEvening, startServer, type Live } from './live.ts';

async function openSocket(live: Live, code: string, token: string) {
  const url = `${live.url.replace('http', 'ws')}/sync/${code}?v=1`;
  const socket = new WebSocket(url, [`bearer.${token}`]);
  const closed = once(socket, 'close').then(([reason]) => reason as number);
  await once(socket, 'message');
  return { closed };
}

it('a facilitator whose link was withdrawn', async () => {
  const live = await startServer();
  const { code, path, facilitator } = await openEvening(live, 0);
  const invited = await live.call<Invited>('POST', `${path}/facilitators/invitations`, facilitator, { name: 'Bo' });
  const { id, token } = invited.json;
  const cookie = { cookie: `kb_${code}_facilitator=${token}`, 'content-type': 'application/json' };
  const lock = () => fetch(`${live.url}${path}/lock`, { method: 'POST', headers: cookie, body: '{"locked":true}' });
  expect((await lock()).status).toBe(200);
  const { closed } = await openSocket(live, code, token);

  await live.call('DELETE', `${path}/facilitators/${id}`, facilitator);
  expect(await closed).toBe(4401);
  expect((await lock()).status).toBe(401);
  expect((await live.call('GET', `${path}/console`, token)).status).toBe(401);
  expect((await live.call('POST', `${path}/facilitators`, null, { token })).status).toBe(401);
  expect(await (await openSocket(live, code, token)).closed).toBe(4401);
});

it('a participant who was removed, also with the id of the device', async () => {
  const live = await startServer();
  const { code, path, facilitator, participants } = await openEvening(live, 2);
  const [token] = participants as [string];
  await live.call('POST', `${path}/phase`, facilitator, { to: 'pitch' });
  const card = await live.call<{ id: string }>('POST', `${path}/cards`, token, { title: 'onzin' });
  const { closed } = await openSocket(live, code, token);

  await live.call('POST', `${path}/cards/${card.json.id}/remove-author`, facilitator);
  expect(await closed).toBe(4403);
  for (const [method, below, body] of [
    ['GET', '/me'],
    ['GET', '/board'],
    ['GET', '/report'],
    ['POST', '/cards', { title: 'nog eens' }],
    ['PUT', '/ballots/vote', { dots: {} }],
  ] as const) {
    expect((await live.call(method, path + below, token, body)).json).toMatchObject({ code: 'removed' });
  }
  const again = await live.call('POST', `${path}/participants`, null, { id: 'device-0-0000' });
  expect(again.json).toMatchObject({ code: 'removed' });
  expect(await (await openSocket(live, code, token)).closed).toBe(4403);
});

it('everybody, when the session is deleted', async () => {
  const live = await startServer();
  const { code, path, facilitator, participants } = await openEvening(live, 1);
  const { closed } = await openSocket(live, code, participants[0]!);
  await live.call('DELETE', path, facilitator);
  expect(await closed).toBe(4410);
  for (const token of [facilitator, participants[0], null]) {
    for (const below of ['', '/me', '/board', '/report', '/export/session.json']) {
      expect((await live.call('GET', path + below, token)).status).toBe(410);
    }
  }
  const rejoin = await live.call('POST', `${path}/participants`, null, { id: 'device-0-0000' });
  expect(rejoin.status).toBe(410);
});
