/** The ballots of a large vote, over HTTP: refused before the reveal, packed, page by page, and never with more than that. */
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { expect, it, vi } from 'vitest';
import type { PublishedBallots } from '../../shared/api/votes.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { openEvening, startServer } from './live.ts';

const items = Array.from({ length: 30 }, (_, n) => `kaart${`${n}`.padStart(4, '0')}`);

/** A closed vote of a thousand long rankings, all different. */
async function thousand(published: boolean) {
  const store = memoryStore();
  const live = await startServer({}, { store });
  const { call } = live;
  const { code, path, facilitator, participants } = await openEvening(live, 1);
  const lead = (below: string, body: unknown = {}) => call('POST', path + below, facilitator, body);
  const { json: format } = await call<{ format: { phases: { kind: string }[] } }>('GET', `${path}/format`, facilitator);
  const method = { kind: 'ranked', length: 30 };
  await call('PATCH', `${path}/votes/vote`, facilitator, { method, items: 'cards', top: 3, cut: 'lot' });
  expect(format.format.phases.some(({ kind }) => kind === 'vote')).toBe(true);
  await lead('/phase', { to: 'pitch' });
  for (const id of items) await lead('/cards', { id, title: id, text: '' });
  await lead('/phase', { to: 'vote' });
  const key = { session: code, phase: 'vote', run: 1 };
  for (let n = 0; n < 1_000; n++) {
    const ranking = items.map((_, place) => items[(place * 7 + n) % 30]!);
    ranking.splice(n % 29, 2, ...ranking.slice(n % 29, (n % 29) + 2).reverse());
    store.box.put(key, `slot${n}`, JSON.stringify({ ranking: ranking.slice(0, 5 + Math.floor(n / 40)) }));
  }
  await lead('/votes/vote/close');
  const ballots = `${path}/votes/vote/runs/1/ballots`;
  const early = await call('GET', ballots, participants[0]);
  expect([early.status, early.json]).toMatchObject([404, { code: 'not_found' }]);
  // so many fractions are counted in a thread
  const reveal = () => lead('/votes/vote/reveal', published ? {} : { publish: 'totals' });
  await vi.waitFor(async () => expect((await reveal()).json).toEqual({ ok: true }), 20_000);
  return { live, ballots, voter: participants[0]!, facilitator };
}

it('are there packed, page by page, for everybody', { timeout: 60_000 }, async () => {
  const { live, ballots, voter } = await thousand(true);
  let [from, seen, wire]: [number | null, number, number] = [0, 0, 0];
  while (from !== null) {
    const bytes = await packed(`${live.url}${ballots}?from=${from}`, voter);
    const page = JSON.parse(gunzipSync(bytes).toString()) as PublishedBallots;
    const plain = await live.call<PublishedBallots>('GET', `${ballots}?from=${from}&role=screen`);
    expect(plain.json).toEqual(page);
    wire += bytes.length;
    seen += page.ballots.reduce((sum, { count }) => sum + count, 0);
    expect(Object.keys(page.ballots[0]!).sort()).toEqual(['ballot', 'count']);
    expect(page.total).toBe(1_000);
    from = page.next;
  }
  expect(seen).toBe(1_000);
  expect(wire).toBeLessThan(150_000);
  const steps = ballots.replace(/ballots$/, 'steps');
  const [told, again] = [await packed(live.url + steps, voter), await packed(live.url + steps, voter)];
  expect(again).toEqual(told);
  expect((await live.call('GET', `${steps}?role=screen`)).json).toEqual(JSON.parse(gunzipSync(told).toString()));
  expect((await live.call('GET', `${ballots}?from=7`, voter)).status).toBe(404);
  expect((await live.call('GET', `${ballots}?from=x`, voter)).status).toBe(400);
});

it('are for nobody when the totals only were published', { timeout: 60_000 }, async () => {
  const { live, ballots, voter, facilitator } = await thousand(false);
  for (const token of [voter, facilitator]) expect((await live.call('GET', ballots, token)).status).toBe(404);
});

function packed(url: string, token: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' };
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    })
      .on('error', reject)
      .end();
  });
}
