/** A hall that votes and changes its mind, through the public door: what is on the wall is what the ballots say. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { runRecount } from '../../server/recounting.ts';
import type { Opened } from '../../shared/api.ts';
import { readResults } from '../../shared/document.ts';
import { ask, eveningOf, type Guest } from '../support/people.ts';
import { boardOf } from '../support/reach.ts';
import { seeded } from '../support/seeded.ts';
import { startServer } from './live.ts';

const long = process.env.KANTELBORD_LONG !== undefined;
const voters = long ? 1_000 : 200;
const west = readFileSync(join(import.meta.dirname, '../fixtures/pabulib/west.pb'), 'utf8');
/** equal shares of so little per head take seconds to count: in the long test only */
const file = long ? west : west.replace('greedy-custom', 'greedy');

it(
  `${voters} people vote three times each on 62 projects, and the recount is what is on the wall`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kantelbord-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { url } = await startServer({ KANTELBORD_DATA: join(folder, 'kantelbord.db') });
    const headers = { 'content-type': 'text/plain' };
    const opened = await fetch(`${url}/api/sessions/import`, { method: 'POST', headers, body: file });
    const evening = eveningOf(url, (await opened.json()) as Opened);
    await evening.lead('/open');
    const people = await together(voters, () => evening.join({ group: 'inwoner' }));
    await evening.lead('/phase', { to: 'stemming' });
    const papers = await together(voters, (index) => people[index]!.paper('stemming'));
    const { items, method } = papers[0]!;
    expect(papers.map(({ first }) => first?.length)).toEqual(papers.map(() => 31));
    expect(method).toMatchObject({ kind: 'budget', rule: long ? 'equal-shares' : 'greedy', budget: 300_000, min: 3 });

    const chance = seeded(7);
    const last = new Map<Guest, string[]>();
    const began = performance.now();
    const cpu = process.cpuUsage();
    for (let round = 0; round < 3; round++) {
      await together(voters, async (index) => {
        const approve = someOf(items, chance);
        const guest = people[index]!;
        expect((await guest.vote('stemming', { approve })).ballot).toEqual({ approve: expect.any(Array) as string[] });
        last.set(guest, approve);
      });
    }
    const took = performance.now() - began;
    const { user, system } = process.cpuUsage(cpu);
    if (long)
      console.log(`${voters * 3} ballots in ${Math.round(took)} ms, ${(user + system) / 1_000 / voters / 3} ms CPU`);

    await evening.lead('/votes/stemming/close');
    const late = await ask(url, 'PUT', `/sessions/${evening.code}/ballots/stemming`, people[0]!.token, { approve: [] });
    expect(late).toMatchObject({ status: 409, body: { code: 'vote_not_open' } });
    await vi.waitFor(() => evening.lead('/votes/stemming/reveal'), { timeout: 60_000, interval: 20 });

    const [wall] = readResults(await boardOf(url, evening.code));
    expect([wall!.ballots, wall!.electorate, wall!.blank]).toEqual([voters, voters, 0]);
    expect(wall!.exposure).toEqual({ opened: voters, least: voters / 2, most: voters / 2 });
    const votes = new Map(items.map(({ id }) => [id, 0]));
    for (const id of [...last.values()].flat()) votes.set(id, votes.get(id)! + 1);
    expect(new Map(wall!.ranking.map(({ id, value }) => [id, value]))).toEqual(votes);

    for (const name of ['session.json', 'votes/stemming/1/ballots.pb']) {
      const exported = await fetch(`${url}/api/sessions/${evening.code}/export/${name}`, {
        headers: { authorization: `Bearer ${evening.facilitator}` },
      });
      const text = await exported.text();
      let told = '';
      const streams = {
        read: () => text,
        out: (line: string) => (told += line),
        err: (line: string) => (told += line),
      };
      expect([name, runRecount([name], streams)]).toEqual([name, 0]);
      expect(told).toContain(`${voters} ballots, 0 of them blank.`);
    }
  },
  long ? 300_000 : 60_000,
);

/** As a hall does it: many at once, but not all in one instant. */
async function together<T>(count: number, act: (index: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  let next = 0;
  const device = async () => {
    while (next < count) {
      const index = next++;
      done[index] = await act(index);
    }
  };
  await Promise.all(Array.from({ length: 60 }, device));
  return done;
}

/** A lawful ballot: three projects or more, together within the budget. */
function someOf(items: readonly { id: string; cost?: number | undefined }[], chance: () => number): string[] {
  const chosen = new Map<string, number>();
  let left = 300_000;
  const wanted = 3 + Math.floor(chance() * 6);
  for (let tries = 0; chosen.size < wanted && tries < 200; tries++) {
    const { id, cost = 0 } = items[Math.floor(chance() ** 2 * items.length)]!;
    if (chosen.has(id) || cost > left - (wanted - chosen.size) * 1_000) continue;
    chosen.set(id, cost);
    left -= cost;
  }
  return [...chosen.keys()];
}
