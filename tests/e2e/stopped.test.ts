import { expect, test } from '@playwright/test';
import * as Y from 'yjs';
import { readCards } from '../../shared/document.ts';
import { ask, newId, openEvening } from '../support/people.ts';
import { startProgram } from '../support/program.ts';

/** What anybody who opens the board now would get. */
async function boardOf(base: string, code: string): Promise<Set<string>> {
  const answer = await fetch(`${base}/api/sessions/${code}/board?role=screen`);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, new Uint8Array(await answer.arrayBuffer()));
  return new Set(readCards(doc).map(({ id }) => id));
}

for (const how of ['stop', 'kill'] as const) {
  test(`nothing that was answered is lost when the server gets a ${how === 'stop' ? 'SIGTERM' : 'SIGKILL'}`, async () => {
    const program = await startProgram();
    const evening = await openEvening(program.url);
    const guests = await Promise.all(Array.from({ length: 8 }, () => evening.join()));
    await evening.lead('/phase', { to: 'pitch' });

    const answered: string[] = [];
    let going = true;
    const writing = guests.map(async (guest) => {
      while (going) {
        const id = newId();
        const body = { id, title: 'Een bankje', text: '' };
        const done = await ask(program.url, 'POST', `/sessions/${evening.code}/cards`, guest.token, body).catch(
          () => null,
        );
        if (done?.status === 201) answered.push(id);
        else going = false;
      }
    });
    await expect.poll(() => answered.length).toBeGreaterThan(40);
    const code = how === 'stop' ? await program.stop() : await program.kill();
    if (how === 'stop') expect(code).toBe(0);
    going = false;
    await Promise.all(writing);

    await program.start();
    const there = await boardOf(program.url, evening.code);
    expect(answered.filter((id) => !there.has(id))).toEqual([]);
    await program.remove();
  });
}
