import { describe, expect, it } from 'vitest';
import { Meter } from '../../server/meter.ts';
import { limits } from '../../shared/limits.ts';
import { code, makeFake, problemOf, tokens, type Fake } from './fake.ts';

const lock = `/api/sessions/${code}/lock`;
const info = `/api/sessions/${code}`;
const wrong = '/api/sessions/KRAS-2222';
const opening = { format: 'ideeenronde', title: 'Avond', question: 'Wat nu?' };

async function times(count: number, act: () => Promise<Response>): Promise<number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < count; i++) statuses.push((await act()).status);
  return [...new Set(statuses)];
}

const guess = ({ send }: Fake, address: string) => times(limits.failuresPerMinute, () => send(wrong, { address }));

describe('commands', () => {
  it('are counted by token, whatever address they come from', async () => {
    const { send, clock } = makeFake();
    const command = (as: keyof typeof tokens, address: string) =>
      send(as === 'facilitator' ? lock : `/api/sessions/${code}/cards`, {
        as,
        address,
        body: as === 'facilitator' ? { locked: true } : { title: 'x' },
      });
    expect(await times(limits.commandsPerMinute, () => command('facilitator', '10.0.0.1'))).toEqual([200]);
    const response = await command('facilitator', '10.0.0.2');
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await problemOf(response)).toMatchObject({ status: 429, code: 'too_fast' });
    expect((await command('participant', '10.0.0.1')).status).toBe(201);

    clock.now += 60_000;
    expect((await command('facilitator', '10.0.0.2')).status).toBe(200);
  });

  it('reading is not one of them', async () => {
    const { send } = makeFake();
    const read = () => send(`/api/sessions/${code}/board`, { as: 'participant' });
    expect(await times(limits.commandsPerMinute + 10, read)).toEqual([200]);
  });
});

describe('one address', () => {
  it('lets a whole hall join and look', async () => {
    const { send } = makeFake();
    const join = () => send(`/api/sessions/${code}/participants`, { body: {} });
    const joined = await Promise.all(Array.from({ length: 1_000 }, join)); // who comes alone after another waits a tick
    expect(new Set(joined.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await times(1_000, () => send(info))).toEqual([200]);
  });

  it('may guess so often, and no more', async () => {
    const fake = makeFake();
    expect(await guess(fake, '10.0.0.1')).toEqual([404]);
    expect(await problemOf(await fake.send(wrong, { address: '10.0.0.1' }))).toMatchObject({ code: 'too_fast' });
    expect((await fake.send(info, { address: '10.0.0.1' })).status).toBe(429); // also a right guess is not confirmed
    expect((await fake.send(info, { address: '10.0.0.2' })).status).toBe(200);
    fake.clock.now += 60_000;
    expect((await fake.send(info, { address: '10.0.0.1' })).status).toBe(200);
  });

  it('keeps its session when somebody there is guessing', async () => {
    const fake = makeFake();
    await fake.send(info, { address: '10.0.0.1' });
    await guess(fake, '10.0.0.1');
    expect((await fake.send(info, { address: '10.0.0.1' })).status).toBe(200);
    const join = await fake.send(`/api/sessions/${code}/participants`, { body: {}, address: '10.0.0.1' });
    expect(join.status).toBe(201);
  });

  it('may try so many tokens and keys', async () => {
    const { send } = makeFake({}, { KANTELBORD_CREATE_KEY: 'sleutel' });
    const tryToken = () => send(`/api/sessions/${code}/facilitators`, { body: { token: 'wrong' } });
    const tryKey = () => send('/api/sessions', { body: { ...opening, createKey: 'wrong' } });
    expect(await times(limits.failuresPerMinute / 2, tryToken)).toEqual([401]);
    expect(await times(limits.failuresPerMinute / 2, tryKey)).toEqual([403]);
    expect((await tryToken()).status).toBe(429);
    expect((await tryKey()).status).toBe(429);
  });

  it('opens so many sessions an hour, imports included', async () => {
    const { send } = makeFake();
    expect(await times(limits.sessionsPerHour - 1, () => send('/api/sessions', { body: opening }))).toEqual([201]);
    expect((await send('/api/sessions/import', { body: {} })).status).toBe(201);
    expect((await send('/api/sessions', { body: opening })).status).toBe(429);
    expect((await send('/api/sessions/import', { body: {} })).status).toBe(429);
    expect((await send('/api/sessions', { body: opening, address: '10.0.0.2' })).status).toBe(201);
  });

  it('is the last one a trusted proxy names, and the first half of an IPv6 one', async () => {
    const proxied = makeFake({}, { KANTELBORD_TRUST_PROXY: 'true' });
    const from = (list: string) => proxied.send(wrong, { headers: { 'x-forwarded-for': list } });
    await times(limits.failuresPerMinute, () => from('1.1.1.1, 2001:db8:1:2:3::4'));
    expect((await from('9.9.9.9, 2001:db8:1:2:ffff::1')).status).toBe(429);
    expect((await from('1.1.1.1, 2001:db8:1:3::4')).status).toBe(404);
    await times(limits.failuresPerMinute, () => from('2001:db8::7'));
    expect((await from('2001:db8::8:9')).status).toBe(429); // the zeros that are left out count
  });
});

it('a key opens the server that asks for one', async () => {
  const { send } = makeFake({}, { KANTELBORD_CREATE_KEY: 'sleutel' });
  expect((await send('/api/sessions', { body: { ...opening, createKey: 'sleutel' } })).status).toBe(201);
  expect(await problemOf(await send('/api/sessions', { body: opening }))).toMatchObject({ code: 'bad_create_key' });
  expect((await send('/api/sessions/import', { body: {} })).status).toBe(403);
  const headers = { 'x-kantelbord-create-key': 'sleutel' };
  expect((await send('/api/sessions/import', { body: {}, headers })).status).toBe(201);
});

it('a meter forgets who has been quiet', () => {
  let now = 0;
  const meter = new Meter(2, 1_000, { now: () => now });
  for (let key = 0; key < 20_000; key++) meter.take(String(key));
  expect(meter.size).toBeLessThanOrEqual(10_000);
  now = 5_000;
  expect([meter.take('a'), meter.take('a'), meter.take('a')]).toEqual([true, true, false]);
  expect(meter.size).toBe(1);
});
