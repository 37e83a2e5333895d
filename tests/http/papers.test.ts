/** Paper through the public door: two facilitators, each with a token of their own, and nobody else. */
import { expect, it } from 'vitest';
import type { Invited } from '../../shared/api.ts';
import type { PapersInfo, PrintedPapers } from '../../shared/api/papers.ts';
import { everySentence } from '../../shared/refusals/every.ts';
import { openEvening, startServer } from './live.ts';

async function openVote() {
  const live = await startServer();
  const { path, facilitator, participants } = await openEvening(live, 2);
  const send = <T = { code: string; message: string; is: string }>(token: string, below: string, body: unknown = {}) =>
    live.call<T>('POST', `${path}${below}`, token, body);
  const invited = await send<Invited>(facilitator, '/facilitators/invitations', { name: 'Ben' });
  await send(facilitator, '/phase', { to: 'pitch' });
  for (const title of ['bank', 'boom']) await send(participants[0]!, '/cards', { title });
  await send(facilitator, '/phase', { to: 'vote' });
  const print = await send<PrintedPapers>(facilitator, '/votes/vote/papers', { groups: [{ group: '', count: 2 }] });
  const info = (token = facilitator) => live.call<PapersInfo>('GET', `${path}/votes/vote/papers`, token);
  return { send, facilitator, ben: invited.json.token, participants, print, info };
}

it('two people enter a ballot, and it counts', async () => {
  const { send, facilitator, ben, print, info } = await openVote();
  expect(print.status).toBe(201);
  const { items, papers } = print.json;
  expect(items.map(({ mark, title }) => `${mark} ${title}`)).toEqual(['1 bank', '2 boom']);
  const entry = { code: papers[0]!.code, ballot: { dots: { [items[1]!.id]: 2 } } };
  expect((await send(facilitator, '/votes/vote/papers/entry', entry)).json).toEqual({ is: 'waits' });
  expect((await info(ben)).json).toMatchObject({ people: 2, counted: 0, waiting: [{ code: entry.code, mine: false }] });
  expect(new TextDecoder().decode((await info(ben)).bytes)).not.toContain('"dots"');
  expect((await send(ben, '/votes/vote/collect')).status).toBe(200);
  expect((await send(ben, '/votes/vote/papers/entry', entry)).json).toEqual({ is: 'counted' });
  expect((await info()).json).toMatchObject({ printed: 2, counted: 1, waiting: [], open: true });
});

it('says in a sentence what does not go, and lets nobody else near', async () => {
  const { send, facilitator, participants, print, info } = await openVote();
  const { code } = print.json.papers[0]!;
  const bad = await send(facilitator, '/votes/vote/papers/look', { code: 'AAAA-AAAB' });
  expect([bad.status, bad.json.message]).toEqual([400, everySentence('paper_bad_code', 'nl')]);
  const hands = await send(facilitator, '/votes/vote/hands', { table: 1, people: 4, yes: {} });
  expect([hands.status, hands.json.code]).toEqual([409, 'hands_not']);
  for (const [below, body] of [
    ['papers', { groups: [{ group: '', count: 1 }] }],
    ['papers/look', { code }],
    ['papers/entry', { code, ballot: { dots: {} } }],
    ['papers/aside', { code, reason: 'nee' }],
    ['hands', { table: 1, people: 4, yes: {} }],
    ['collect', {}],
  ] as const) {
    expect((await send(participants[0]!, `/votes/vote/${below}`, body)).status).toBe(403);
  }
  expect((await info(participants[0])).status).toBe(403);
  expect((await send(facilitator, '/votes/vote/papers/aside', { code, reason: 'Gescheurd' })).status).toBe(200);
  expect((await send(facilitator, '/votes/vote/papers/look', { code })).json.code).toBe('paper_aside');
});
