/**
 * The power goes between applying and storing, while somebody comes in: what was never stored leaves the server by no way at
 * all, and whoever was there before and whoever comes after have one board.
 */
import { expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { readCards } from '../../shared/document.ts';
import { sentence } from '../../shared/refusals.ts';
import { memoryStore } from '../../server/store/memory.ts';
import type { Store } from '../../server/store/store.ts';
import { startServer, type Live } from '../http/live.ts';
import { Honest } from '../support/honest.ts';
import { openRaw, type Raw } from '../support/house.ts';
import { contentOf, expectConverged, expectOnce } from '../support/outcome.ts';
import { ask, newId, openEvening, type Evening, type Guest } from '../support/people.ts';
import { boardOf, reach, type Reach } from '../support/reach.ts';
import { Weather } from '../support/weather.ts';

const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 15_000, interval: 10 });

/** Ids under which the server tried to write in the document, also in transactions that failed. */
function watched(store: Store, ids: number[]): Store {
  const setClient: Store['authors']['setClient'] = (session, client, who) => {
    if (who === 'server') ids.push(client);
    store.authors.setClient(session, client, who);
  };
  return { ...store, authors: { ...store.authors, setClient } };
}

/** On the same port; lines that `fetch` kept from before are found dead at the first question. */
async function startAgain({ base, info }: Evening, store: Store): Promise<void> {
  await startServer({ PORT: new URL(base).port }, { store });
  await soon(info);
}

async function enter(evening: Evening): Promise<Honest<Reach>> {
  const person = new Honest(await reach(evening.base, evening.code, newId() + newId()), () => 0);
  await person.open();
  await soon(() => expect(person.connection.synced).toBe(true));
  return person;
}

/** Every way in which something of a session leaves the server, as text in which a title would be found. */
async function everyWayOut({ base, code, facilitator }: Evening, who: Guest[], sockets: Raw[]): Promise<string> {
  const of = async (path: string, token?: string) => {
    const headers = token ? { authorization: `Bearer ${token}` } : undefined;
    const answer = await fetch(`${base}/api/sessions/${code}${path}`, { headers });
    expect([path, answer.status]).toEqual([path, 200]);
    return Buffer.from(await answer.arrayBuffer()).toString();
  };
  const read = ['/console', '/report', '/export/session.json?hidden=true', '/export/cards.csv', '/export/results.csv'];
  const parts = await Promise.all([
    of(''),
    of('/board?role=screen'),
    of('/board?role=screen&near=2'),
    ...read.map((path) => of(path, facilitator)),
    ...who.flatMap(({ token }) => [of('/me', token), of('/board', token)]),
  ]);
  for (const { doc } of sockets) await soon(() => expect(readCards(doc)).toHaveLength(1)); // its answer is in
  return [...parts, ...sockets.flatMap(({ frames }) => frames.map(String))].join('\n');
}

it.each(['comes back', 'is never seen again'])('and the one who wrote it %s', async (fate) => {
  const serverIds: number[] = [];
  const weather = new Weather(watched(memoryStore(), serverIds));
  const first: Live = await startServer({}, { store: weather.store });
  const evening = await openEvening(first.url);
  await evening.lead('/phase', { to: 'pitch' });
  const [guest, ben] = [await evening.join(), await enter(evening)];
  const anna = await enter(evening);
  anna.write();
  await soon(() => expect([anna.unsent.size, readCards(ben.doc).length]).toEqual([0, 1]));

  // applied, and not to be stored
  weather.fails = 'commit';
  const lost = anna.write();
  const title = `woord 1 van ${anna.seat.participant.slice(0, 4)}`;
  await soon(() => expect(weather.failures).toBeGreaterThan(2));

  // somebody comes in, by every door
  const address = `${evening.base.replace('http', 'ws')}/sync/${evening.code}`;
  const sockets = ['?v=1&role=screen', '?role=screen', '?v=1'].map((query) =>
    openRaw(address + query, { protocol: `bearer.${guest.token}` }),
  );
  const out = await everyWayOut(evening, [guest, { ...guest, token: anna.seat.token }], sockets);
  expect(out).toContain('woord 0 van');
  expect(out).not.toContain(title);
  expect(out).not.toContain(lost);
  expect(readCards(ben.doc)).toHaveLength(1);
  expect((await evening.info()).counts.cards).toBe(1);
  expect(anna.unsent).toEqual(new Set([lost])); // it says "wacht"
  const told = await ask(evening.base, 'POST', `/sessions/${evening.code}/cards`, guest.token, { title: 'Soep' });
  const message = sentence('store_unavailable', 'nl');
  expect(told).toEqual({ status: 503, body: { code: 'store_unavailable', message } });

  // the power goes, and comes back
  if (fate === 'is never seen again') anna.connection.close();
  await first.close();
  weather.fails = null;
  await startAgain(evening, weather.store);
  const people = [ben, await enter(evening), ...(fate === 'comes back' ? [anna] : [])];
  const after = await guest.write('Na de storing'); // the server writes in the document, under an id of its own
  await soon(async () => expectConverged(people, await boardOf(evening.base, evening.code)));
  const served = await boardOf(evening.base, evening.code);
  const ids = readCards(served).map(({ id }) => id);
  expect(ids.includes(lost)).toBe(fate === 'comes back');
  expect(ids).toContain(after);
  expectOnce(people, served);
  for (const { doc } of people) expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(served));
  expect(contentOf(served).cards).toEqual(contentOf(ben.doc).cards);
  expect(new Set(serverIds).size).toBe(serverIds.length);
  for (const { connection } of people) connection.close();
  for (const { ws } of sockets) ws.terminate();
});

it('a ballot that was not stored is in no count, and is counted once when it is cast again', async () => {
  const weather = new Weather();
  const first = await startServer({}, { store: weather.store });
  const evening = await openEvening(first.url);
  await evening.lead('/phase', { to: 'pitch' });
  const [anna, ben] = [await evening.join(), await evening.join()];
  const card = await anna.write('Soep');
  await evening.lead('/phase', { to: 'vote' });
  await anna.vote('vote', { dots: { [card]: 1 } });

  weather.fails = 'commit';
  const cast = (who: Guest) =>
    ask(evening.base, 'PUT', `/sessions/${evening.code}/ballots/vote`, who.token, { dots: { [card]: 2 } });
  for (const who of [anna, ben]) expect(await cast(who)).toMatchObject({ status: 503 });
  const seen = async () => [(await anna.paper('vote')).ballot, (await ben.paper('vote')).ballot];
  expect(await seen()).toEqual([{ dots: { [card]: 1 } }, null]);
  await first.close();

  weather.fails = null;
  await startAgain(evening, weather.store);
  expect(await seen()).toEqual([{ dots: { [card]: 1 } }, null]);
  for (const who of [anna, ben]) expect(await cast(who)).toMatchObject({ status: 200 });
  await evening.lead('/votes/vote/close');
  const { result } = weather.store.results.of(evening.code)[0]!;
  expect(result).toMatchObject({ ballots: 2, ranking: [{ id: card, value: 4 }] });
});
