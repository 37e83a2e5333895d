/** The disk is full in the midst of writing: everybody goes on, hears that it waits, and when there is space again it is there once. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ExportFile } from '../../shared/exportfile.ts';
import { readCards } from '../../shared/document.ts';
import { sentence } from '../../shared/refusals.ts';
import { openSqlite, storeOn } from '../../server/store/sqlite.ts';
import { Connection } from '../../server/store/sqlite/connection.ts';
import { startServer, type Live } from '../http/live.ts';
import { useFolder } from '../store/files.ts';
import { Honest } from '../support/honest.ts';
import { contentOf, expectConverged, expectOnce, storedDoc } from '../support/outcome.ts';
import { ask, must, newId, openEvening, type Evening } from '../support/people.ts';
import { boardOf, reach, type Reach } from '../support/reach.ts';

const folder = useFolder();
const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 20_000, interval: 10 });
const refused = { status: 503, body: { code: 'store_unavailable', message: sentence('store_unavailable', 'nl') } };

const people: Honest<Reach>[] = [];
afterEach(() => {
  for (const { connection } of people.splice(0)) connection.close();
});

/** A disk on which the file can not grow while `full`. */
function openDisk(path: string) {
  const connection = new Connection(path, 0);
  const most = (pages: number) => connection.prepare(`PRAGMA max_page_count = ${pages}`).get({});
  return { store: storeOn(connection), fill: () => most(1), empty: () => most(1_000_000_000) };
}

async function enter({ base, code }: Evening): Promise<void> {
  const person = new Honest(await reach(base, code, newId() + newId()), () => 0);
  await person.open();
  people.push(person);
}

const unsent = () => people.flatMap((person) => [...person.unsent]);

describe('a full disk', () => {
  it('keeps nobody from reading and writing, and loses nothing', async () => {
    const path = folder.fresh();
    const disk = openDisk(path);
    const server: Live = await startServer({}, { store: disk.store });
    const evening = await openEvening(server.url);
    await evening.lead('/phase', { to: 'pitch' });
    const guest = await evening.join();
    for (let n = 0; n < 6; n++) await enter(evening);
    for (const person of people) person.write();
    await soon(async () => expectConverged(people, await boardOf(server.url, evening.code)));

    // people write more than fits
    disk.fill();
    const session = `/sessions/${evening.code}`;
    const card = { id: newId(), title: 'Soep', text: 'x'.repeat(250) };
    const command = () => ask(server.url, 'POST', `${session}/cards`, guest.token, card);
    for (const person of people) while (person.wrote.size < 15) person.write();
    await soon(async () => expect(await command()).toEqual(refused));
    expect(unsent().length).toBeGreaterThan(20);

    // they hear that it waits, and nobody sees what could be lost
    expect(people.every(({ connection }) => connection.online)).toBe(true);
    const kept = new Set(readCards(storedDoc(disk.store, evening.code)).map(({ id }) => id));
    const shown = [await boardOf(server.url, evening.code), ...people.map(({ doc }) => doc)];
    for (const [at, doc] of shown.entries()) {
      const own = people[at - 1]?.wrote;
      expect(readCards(doc).filter(({ id }) => !own?.has(id) && !kept.has(id))).toEqual([]);
    }

    // what needs no space goes on, what does says why not
    expect((await evening.info()).counts.cards).toBe(kept.size);
    await guest.me();
    const rescued = await must<ExportFile>(server.url, 'GET', `${session}/export/session.json`, evening.facilitator);
    expect(rescued.cards).toHaveLength(kept.size);
    expect(await ask(server.url, 'POST', `${session}/phase`, evening.facilitator, { to: 'cluster' })).toEqual(refused);

    // there is space again
    disk.empty();
    await soon(() => expect(unsent()).toEqual([]));
    expect((await command()).status).toBe(201);
    expect((await command()).status).toBeLessThan(300);
    await soon(async () => expectConverged(people, await boardOf(server.url, evening.code)));
    const served = await boardOf(server.url, evening.code);
    expectOnce(people, served);
    expect(readCards(served)).toHaveLength(people.reduce((sum, { wrote }) => sum + wrote.size, 1));
    await server.close();
    const again = openSqlite(path);
    expect(contentOf(storedDoc(again, evening.code))).toEqual(contentOf(served));
    again.close();
  });
});
