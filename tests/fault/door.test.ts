/** The HTTP door under attack: people who take part, and people who come in, hardly notice. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { limits } from '../../shared/limits.ts';
import type { Replaced } from '../../server/serve.ts';
import { sentence } from '../../shared/refusals.ts';
import { startServer, type Live } from '../http/live.ts';
import { Honest } from '../support/honest.ts';
import { expectConverged, expectOnce } from '../support/outcome.ts';
import { ask, newId, openEvening, type Answered, type Evening } from '../support/people.ts';
import { boardOf, reach, type Reach } from '../support/reach.ts';

const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 20_000, interval: 10 });

let server: Live;
let evening: Evening;
const people: Honest<Reach>[] = [];

async function open(replaced: Replaced = {}): Promise<void> {
  server = await startServer({}, replaced);
  evening = await openEvening(server.url);
  await evening.lead('/phase', { to: 'pitch' });
  for (let n = 0; n < 4; n++) {
    const person = new Honest(await reach(server.url, evening.code, newId() + newId()), () => 0);
    await person.open();
    people.push(person);
  }
}
afterEach(() => {
  for (const { connection } of people.splice(0)) connection.close();
});

/** They write on, and end with one board. */
async function expectAtWork(): Promise<void> {
  for (const person of people) person.write();
  await soon(async () => expectConverged(people, await boardOf(server.url, evening.code)));
  expectOnce(people, await boardOf(server.url, evening.code));
}

const join = (id = newId() + newId()) =>
  ask<{ code?: string; message?: string }>(server.url, 'POST', `/sessions/${evening.code}/participants`, undefined, {
    id,
  });

it('more people join than there is room for: who is in stays in, the rest hears why', async () => {
  await open();
  const answers: Answered<{ code?: string; message?: string }>[] = [];
  const asking = Array.from({ length: 40 }, async () => {
    while (answers.length < limits.participantsPerSession + 100) answers.push(await join());
  });
  await expectAtWork();
  await Promise.all(asking);
  const refused = answers.filter(({ status }) => status !== 201);
  expect(answers.length - refused.length).toBe(limits.participantsPerSession - people.length);
  const full = { code: 'session_full', message: sentence('session_full', 'nl') };
  for (const answer of refused) expect(answer).toEqual({ status: 409, body: full });
  expect((await join(people[0]!.seat.id)).status).toBe(201); // the same device again
  await expectAtWork();
});

interface Line {
  socket: Socket;
  said: string;
  closed: Promise<unknown>;
}

/** Somebody who speaks to the port without being a browser. */
function dial(words: string): Line {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  const line: Line = { socket, said: '', closed: new Promise((resolve) => socket.on('close', resolve)) };
  socket.on('error', () => undefined);
  socket.on('data', (data) => (line.said += data.toString()));
  socket.write(words);
  return line;
}

const post = (below: string) =>
  `POST /api/sessions/${evening.code}${below} HTTP/1.1\r\nHost: bord\r\nContent-Type: application/json\r\n`;

const unfinished: Record<string, () => string> = {
  nothing: () => '',
  'half a head': () => post('/participants'),
  'half a body': () => `${post('/participants')}Content-Length: 500\r\n\r\n{"id":`,
  'half a question for a socket': () =>
    `GET /sync/${evening.code}?v=1 HTTP/1.1\r\nHost: bord\r\nUpgrade: websocket\r\n`,
};

it(`hundreds of lines that say ${Object.keys(unfinished).join(', ')} are let go, and cost nobody anything`, async () => {
  await open({ patience: { headersTimeout: 3_000, requestTimeout: 3_000, connectionsCheckingInterval: 100 } });
  const lines = Object.values(unfinished).flatMap((words) => Array.from({ length: 150 }, () => dial(words())));
  await Promise.all(lines.map(({ socket }) => once(socket, 'connect')));
  expect((await join()).status).toBe(201);
  await expectAtWork();
  await Promise.all(lines.map(({ closed }) => closed));
});

it('a body without end is answered and let go', async () => {
  await open();
  const lines = Array.from({ length: 5 }, () => dial(`${post('/participants')}Transfer-Encoding: chunked\r\n\r\n`));
  const chunk = `${(16_384).toString(16)}\r\n${' '.repeat(16_384)}\r\n`;
  for (const { socket } of lines) {
    const pour = () => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.on('drain', pour);
    pour();
  }
  await expectAtWork();
  await Promise.all(lines.map(({ closed }) => closed));
  for (const { said } of lines) expect(said).toContain('too_large');
});
