import { beforeEach, describe, expect, it } from 'vitest';
import { Answering } from '../../client/phases/poll/answering.svelte.ts';
import type { Answers } from '../../shared/polling.ts';

const place = { code: 'KRAS-7QXM', phase: 'poll', run: 1, person: 3 };
let online: boolean;
let server: Answers | null;
let asked: Answers[];

const api = {
  get: () =>
    Promise.resolve(online ? { ok: true, value: { ...place, answers: server } } : { ok: false, code: 'offline' }),
  send: (_method: string, _path: string, body: { answers: Answers }) => {
    asked.push(body.answers);
    if (!online) return Promise.resolve({ ok: false, code: 'offline' });
    server = body.answers;
    return Promise.resolve({ ok: true, value: { ...place, answers: server } });
  },
} as unknown as ConstructorParameters<typeof Answering>[0];
const open = () => new Answering(api, place);

beforeEach(() => {
  localStorage.clear();
  [online, server, asked] = [true, null, []];
});

describe('answers to a poll', () => {
  it('are shown again on any device of the same person', async () => {
    server = { zin: 4, waarom: null };
    const answering = open();
    await answering.load();
    expect([answering.given, answering.sent, answering.changed]).toEqual([{ zin: 4, waarom: null }, true, false]);
  });

  it('survive a reload before they are sent, and leave nothing behind after', async () => {
    open().set('zin', 2);
    const answering = open();
    await answering.load();
    expect([answering.given, answering.sent]).toEqual([{ zin: 2 }, false]);
    await answering.send();
    expect([server, answering.sent, answering.changed, localStorage.length]).toEqual([{ zin: 2 }, true, false, 0]);
  });

  it('go again by themselves when the connection is back, unless they were changed meanwhile', async () => {
    const answering = open();
    answering.set('zin', 2);
    online = false;
    await answering.send();
    expect([answering.problem, answering.waiting]).toEqual(['offline', true]);
    online = true;
    answering.retry();
    await Promise.resolve();
    expect(asked).toHaveLength(2);

    const other = open();
    other.set('zin', 3);
    online = false;
    await other.send();
    other.set('zin', 4);
    online = true;
    other.retry();
    expect(asked).toHaveLength(3);
  });

  it('take back what is emptied', () => {
    const answering = open();
    answering.set('waarom', 'Voor de taart');
    answering.set('waarom', '');
    expect(answering.empty).toBe(true);
    answering.set('waarom', null);
    expect(answering.given).toEqual({ waarom: null });
  });
});
