/** The built server is killed in the midst of sixty people who come in and write, and again while they come back. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { readCards } from '../../shared/document.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { Honest } from '../support/honest.ts';
import { expectConverged, expectOnce, storedDoc } from '../support/outcome.ts';
import { newId, openEvening, type Evening } from '../support/people.ts';
import { startProgram, type Program } from '../support/program.ts';
import { boardOf, reach, type Reach } from '../support/reach.ts';
import { seeded } from '../support/seeded.ts';

type Person = Honest<Reach>;

const crowd = 60;
const patient = { timeout: 20_000, interval: 20 };
const people: Person[] = [];
let program: Program;
afterEach(async () => {
  for (const person of people.splice(0)) person.connection.close();
  await program.remove();
});

it('everybody comes back, and everything that anybody was told or saw is there once', async () => {
  program = await startProgram();
  const evening = await openEvening(program.url);
  await evening.lead('/phase', { to: 'pitch' });
  const chance = seeded(3);
  const workUntil = (enough: () => boolean) =>
    vi.waitFor(
      () => {
        const person = people[Math.floor(chance() * people.length)];
        if (person && person.wrote.size < 8) person.act();
        expect(enough()).toBe(true);
      },
      { timeout: 20_000, interval: 2 },
    );

  const first = Array.from({ length: crowd / 2 }, () => arrive(evening));
  await workUntil(() => told().size > 60);
  const second = Array.from({ length: crowd / 2 }, () => arrive(evening));
  await workUntil(() => people.length > crowd / 2); // some of them are in, of others the answer is under way
  await strike(evening.code);
  await program.start();
  await workUntil(() => people.filter(({ connection }) => connection.synced).length > crowd / 4);
  await strike(evening.code);
  for (const person of people) person.write();
  await program.start();

  await Promise.all([...first, ...second]);
  await vi.waitFor(async () => expectConverged(people, await boardOf(program.url, evening.code)), patient);
  const served = await boardOf(program.url, evening.code);
  expectOnce(people, served);
  expect(people.flatMap(({ refusals }) => refusals)).toEqual([]);
  expect(readCards(served)).toHaveLength(people.reduce((sum, { wrote }) => sum + wrote.size, 0));

  for (const { seat } of people)
    expect(await reach(program.url, evening.code, seat.id)).toMatchObject({ participant: seat.participant });
  await vi.waitFor(
    async () => expect((await evening.info()).counts).toMatchObject({ joined: crowd, here: crowd }),
    patient,
  );
});

/** Joins with an id of its own, again and again until it is in. */
async function arrive({ base, code }: Evening): Promise<void> {
  const id = newId() + newId();
  const person = new Honest(await vi.waitFor(() => reach(base, code, id), patient), () => 0);
  await person.open();
  people.push(person);
}

/** Kills it. What it had told anybody, of their own cards or of others', is on the disk. */
async function strike(code: string): Promise<void> {
  await program.kill();
  const promised = told();
  for (const { doc, wrote } of people) for (const { id } of readCards(doc)) if (!wrote.has(id)) promised.add(id);
  const copy = mkdtempSync(join(tmpdir(), 'kantelbord-fault-'));
  cpSync(dirname(program.data), copy, { recursive: true });
  const store = openSqlite(join(copy, 'kantelbord.db'));
  const kept = new Set(readCards(storedDoc(store, code)).map(({ id }) => id));
  store.close();
  rmSync(copy, { recursive: true });
  expect(promised.size).toBeGreaterThan(60);
  expect([...promised].filter((id) => !kept.has(id))).toEqual([]);
}

/** Cards of which their writer was told that they are stored. */
function told(): Set<string> {
  return new Set(people.flatMap(({ wrote, unsent }) => [...wrote].filter((id) => !unsent.has(id))));
}
