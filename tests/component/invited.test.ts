/** A link that gives a duty or a group is exchanged at once, and stays in no address bar. */
import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Api, ProblemCode, Reply } from '../../client/connection/api.ts';
import { Entry } from '../../client/views/participant/entry.svelte.ts';
import { taskLines } from '../../client/views/participant/duty.ts';
import Door from '../../client/views/participant/Door.svelte';
import { dutyWords } from '../../client/text/duties.ts';
import type { SessionInfo } from '../../shared/api.ts';

const token = 'x'.repeat(52);
const person = { id: 'p1', number: 1, name: '', group: '', table: null, duties: [] };
const me = { role: 'participant', participant: person, cards: [], made: {}, held: [], gone: [], voted: [] };
const info = {
  code: 'KRAS-7QXM',
  title: 'Lindewijk aan zet',
  question: '',
  organiser: '',
  language: 'nl',
  state: 'running',
  groups: [{ id: 'inwoner', title: 'inwoner' }],
  doors: 'open',
  rehearsal: false,
  followsFrom: null,
  deleteAt: 0,
} as unknown as SessionInfo;

/** A server that knows this device or not, and to which the link is right or not. */
function serverThat({ knows = false, link = true, session = info }) {
  const sent: { path: string; body: unknown }[] = [];
  const no = (code: ProblemCode): Reply<never> => ({ ok: false, code, detail: null });
  const api = {
    get: (path: string) =>
      Promise.resolve(
        path.endsWith('/me') ? (knows ? { ok: true, value: me } : no('no_identity')) : { ok: true, value: session },
      ),
    send: (_method: string, path: string, body?: unknown) => {
      sent.push({ path: path.replace('/sessions/KRAS-7QXM', ''), body });
      if (path.endsWith('/me/invitation') && !knows) return Promise.resolve(no('no_identity'));
      if (!path.endsWith('/participants') && !link) return Promise.resolve(no('bad_invitation'));
      const value = path.endsWith('/participants')
        ? { participant: person, me }
        : { duty: 'secretary', group: 'inwoner' };
      return Promise.resolve({ ok: true, value });
    },
  } as unknown as Api;
  return { api, sent };
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', `/s/KRAS-7QXM#als=${token}`);
});
afterEach(cleanup);

describe('a link to a duty', () => {
  it('gives it to who is in already, and is forgotten', async () => {
    const { api, sent } = serverThat({ knows: true });
    const entry = new Entry('KRAS-7QXM', api);
    await entry.look();
    expect(location.hash).toBe('');
    expect(sent).toEqual([{ path: '/me/invitation', body: { invitation: token } }]);
    await entry.look();
    expect(sent).toHaveLength(1);
    expect(entry.stage.name).toBe('inside');
  });

  it('says at the door what it gives, asks no group then, and goes along with joining, also after a reload', async () => {
    await new Entry('KRAS-7QXM', serverThat({}).api).look();
    expect(location.hash).toBe('');
    const { api, sent } = serverThat({});
    const entry = new Entry('KRAS-7QXM', api);
    await entry.look();
    render(Door, { entry, info, full: false });
    expect(await screen.findByText('U bent uitgenodigd als tafelsecretaris, inwoner.')).toBeTruthy();
    expect(screen.queryByLabelText(/Ik ben hier als/)).toBeNull();
    await entry.join({});
    expect(sent.at(-1)).toMatchObject({ path: '/participants', body: { invitation: token } });
    expect(sessionStorage).toHaveLength(0);
  });

  it('opens shut doors', async () => {
    const session = { ...info, doors: 'shut' as const };
    const entry = new Entry('KRAS-7QXM', serverThat({ session }).api);
    await entry.look();
    render(Door, { entry, info: session, full: false });
    expect(screen.getByRole('button', { name: 'Doe mee' })).toBeTruthy();
    entry.close();
  });

  it('that does not work is told, and who wants to joins without it', async () => {
    const { api, sent } = serverThat({ link: false });
    const entry = new Entry('KRAS-7QXM', api);
    await entry.look();
    render(Door, { entry, info, full: false });
    expect(screen.getByText(/Deze uitnodiging werkt niet/)).toBeTruthy();
    await entry.join({});
    expect(sent.at(-1)?.body).not.toHaveProperty('invitation');
  });
});

it('whoever writes for a table reads for which', () => {
  const words = dutyWords.nl;
  expect(taskLines({ ...person, table: 9, duties: ['secretary'] }, words)).toEqual(['U schrijft voor tafel 9.']);
  expect(taskLines({ ...person, duties: ['secretary', 'jury'] }, words)).toEqual([
    words.tasks.secretary,
    words.tasks.jury,
  ]);
  expect(taskLines(null, words)).toEqual([]);
});
