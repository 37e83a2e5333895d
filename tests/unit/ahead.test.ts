import { expect, it } from 'vitest';
import { askAhead } from '../../client/connection/ahead.ts';
import { fetchBoard, makeApi } from '../../client/connection/api.ts';

/** Gives what was asked, and answers `status` to it. */
function network(status = 200) {
  const asked: string[] = [];
  const fetcher = (address: RequestInfo | URL) => {
    asked.push(address as string);
    return Promise.resolve(new Response(status === 200 ? '{}' : '{"code":"no_identity"}', { status }));
  };
  return { asked, fetcher: fetcher as typeof fetch };
}

const code = 'KRAS-7QXM';
const me = `/sessions/${code}/me`;
const answered = () => new Promise((resolve) => setTimeout(resolve));

it('asks who I am and then for the board, before the page does, and no second time', async () => {
  const { asked, fetcher } = network();
  const ahead = askAhead({ page: 'participant', code }, fetcher);
  await answered();
  expect(asked).toEqual([`/api${me}`, `/api/sessions/${code}/board?role=participant&near=2`]);
  expect((await makeApi('participant', ahead).get(me)).ok).toBe(true);
  expect(await fetchBoard(code, 'participant', ahead)).not.toBeNull();
  expect(asked).toHaveLength(2);
});

it('gives each answer once: later it is asked again', async () => {
  const { asked, fetcher } = network();
  const ahead = askAhead({ page: 'wall', code }, fetcher);
  for (let turn = 0; turn < 2; turn++) await fetchBoard(code, 'screen', ahead);
  expect(asked).toHaveLength(2);
});

it('asks for no board in the name of somebody who is not known here', async () => {
  const { asked, fetcher } = network(401);
  const ahead = askAhead({ page: 'participant', code }, fetcher);
  await answered();
  expect(asked).toHaveLength(1);
  expect(await makeApi('participant', ahead).get(me)).toMatchObject({ ok: false, code: 'no_identity' });
});

it('gives no answer from before somebody did something', async () => {
  const { asked, fetcher } = network();
  const api = makeApi('participant', askAhead({ page: 'participant', code }, fetcher));
  await answered();
  await api.send('POST', `/sessions/${code}/participants`, { badge: 'of-somebody-else' });
  await api.get(me);
  expect(asked.filter((address) => address === `/api${me}`)).toHaveLength(2);
});

it('tells the page, and nobody else, that there was no network', async () => {
  const ahead = askAhead({ page: 'participant', code }, () => Promise.reject(new TypeError('no network')));
  await answered();
  expect(await makeApi('participant', ahead).get(me)).toMatchObject({ ok: false, code: 'offline' });
});
