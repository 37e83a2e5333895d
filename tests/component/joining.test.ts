/** Whoever joins is one person, however often they try. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Join, SessionInfo } from '../../shared/api.ts';
import type { Me } from '../../shared/api/me.ts';
import type { Api, ProblemCode, Reply } from '../../client/connection/api.ts';
import { Entry } from '../../client/views/participant/entry.svelte.ts';
import JoinForm from '../../client/views/participant/JoinForm.svelte';

const groups = [
  { id: 'inwoner', title: 'inwoner' },
  { id: 'raadslid', title: 'raadslid' },
];
const info: SessionInfo = {
  code: 'KRAS-7QXM',
  title: 'Lindewijk aan zet',
  question: 'Welk idee maakt de buurt warmer?',
  organiser: 'Gemeente Lindewijk',
  anchors: [],
  language: 'nl',
  state: 'running',
  phase: 'pitch',
  run: 1,
  phases: [],
  groups,
  counts: { joined: 1, here: 1, cards: 0 },
  doors: 'open',
  admission: 'open',
  rehearsal: false,
  followsFrom: null,
  createdAt: 0,
  deleteAt: Date.UTC(2027, 1, 18),
};

const me: Me = {
  role: 'participant',
  participant: { id: 'p1', number: 1, name: '', group: '', table: null, duties: [] },
  facilitator: null,
  cards: [],
  made: {},
  secretary: null,
  held: [],
  gone: [],
  voted: [],
  final: [],
  choice: null,
  matching: { teams: [], bids: [], lots: [], contacts: [], off: [] },
};

beforeEach(() => localStorage.clear());
afterEach(cleanup);

/** A server that answers from a list, the last one for ever; `sent` holds what it was told. */
function serverThat({ me = ['no_identity'], join = ['ok'], session = info }: Answers) {
  const sent: Join[] = [];
  const next = (answers: Answer[]) => reply(answers.length > 1 ? answers.shift() : answers[0]);
  const api: Api = {
    get: <T>(path: string) =>
      Promise.resolve((path.endsWith('/me') ? next(me) : { ok: true, value: session }) as Reply<T>),
    send: <T>(method: string, _path: string, body?: unknown) => {
      if (method === 'POST') sent.push(body as Join);
      return Promise.resolve((method === 'POST' ? next(join) : { ok: true, value: {} }) as Reply<T>);
    },
  };
  return { api, sent };
}

type Answer = 'ok' | ProblemCode;
interface Answers {
  me?: Answer[];
  join?: Answer[];
  session?: SessionInfo;
}

function reply(answer: Answer | undefined): Reply<unknown> {
  return !answer || answer === 'ok' ? { ok: true, value: { me } } : { ok: false, code: answer, detail: null };
}

function enter(answers: Answers) {
  const server = serverThat(answers);
  return { ...server, entry: new Entry('KRAS-7QXM', server.api) };
}

it('asks nothing: an empty form is enough', async () => {
  const told: unknown[] = [];
  render(JoinForm, { groups, busy: false, problem: null, onjoin: (value: unknown) => told.push(value) });
  await fireEvent.click(screen.getByRole('button', { name: 'Doe mee' }));
  expect(told).toEqual([{}]);
});

it('sends capacity, table and name', async () => {
  const told: unknown[] = [];
  render(JoinForm, { groups, busy: false, problem: null, onjoin: (value: unknown) => told.push(value) });
  await fireEvent.change(screen.getByLabelText(/Ik ben hier als/), { target: { value: 'raadslid' } });
  await fireEvent.input(screen.getByLabelText(/tafel/), { target: { value: ' 14 ' } });
  await fireEvent.input(screen.getByLabelText(/Mijn naam/), { target: { value: 'Noor' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Doe mee' }));
  expect(told).toEqual([{ group: 'raadslid', table: 14, name: 'Noor' }]);
});

it('a table that is no table is said, and keeps the focus', async () => {
  const told: unknown[] = [];
  render(JoinForm, { groups, busy: false, problem: null, onjoin: (value: unknown) => told.push(value) });
  const table = screen.getByLabelText(/tafel/);
  await fireEvent.input(table, { target: { value: 'bij het raam' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Doe mee' }));
  await waitFor(() => expect(table.getAttribute('aria-invalid')).toBe('true'));
  expect(document.activeElement).toBe(table);
  expect(told).toEqual([]);
});

it('a refusal is a sentence', () => {
  render(JoinForm, { groups, busy: false, problem: 'too_fast', onjoin: () => undefined });
  expect(screen.getByRole('status').textContent).toContain('Dat gaat te snel');
});

it('the join id is kept before it is sent, and sent again after a failure', async () => {
  const { entry, sent } = enter({ join: ['offline', 'ok'] });
  await entry.look();
  expect(entry.stage.name).toBe('door');
  await entry.join({ group: 'inwoner' });
  expect(entry.problem).toBe('offline');
  expect(localStorage.getItem('kantelbord:join:KRAS-7QXM')).toContain(sent[0]?.id);
  await entry.join({ group: 'inwoner' });
  expect(entry.stage.name).toBe('inside');
  expect(sent[1]?.id).toBe(sent[0]?.id);
  expect(sent[0]?.id?.length).toBeGreaterThanOrEqual(26);
});

it('whoever has joined knows at once what the rules need to know of them', async () => {
  const { entry } = enter({});
  await entry.look();
  expect(entry.me).toBeNull();
  await entry.join({});
  expect(entry.me).toEqual(me);
});

it('a device that lost its cookie comes back as the same person', async () => {
  const first = enter({});
  await first.entry.look();
  await first.entry.join({ table: 3 });
  const second = enter({});
  await second.entry.look();
  expect(second.entry.stage.name).toBe('inside');
  expect(second.sent).toEqual(first.sent);
});

it('after "klaar op dit toestel" the next person is somebody else', async () => {
  const first = enter({});
  await first.entry.look();
  await first.entry.join({});
  await first.entry.leave(false);
  const second = enter({});
  await second.entry.look();
  expect(second.entry.stage.name).toBe('door');
  await second.entry.join({});
  expect(second.sent[0]?.id).not.toBe(first.sent[0]?.id);
});

it('who is known by cookie is asked nothing', async () => {
  const { entry, sent } = enter({ me: ['ok'] });
  await entry.look();
  expect(entry.stage.name).toBe('inside');
  expect(sent).toEqual([]);
});

it.each(['no_session', 'session_deleted', 'removed', 'offline'] as const)('%s is a page that says so', async (code) => {
  const { entry } = enter({ me: [code] });
  await entry.look();
  expect(entry.stage).toEqual({ name: 'stopped', why: code });
  entry.close();
});

it('a scanned badge is the place of this device from then on, also when its cookie is gone', async () => {
  const first = enter({});
  await first.entry.enter('ABCDEFGHJKMN');
  expect(first.entry.stage).toEqual({ name: 'inside', me });
  const again = enter({ me: ['no_identity'] });
  await again.entry.look();
  expect(again.entry.stage.name).toBe('inside');
  expect([first.sent, again.sent]).toEqual([[{ badge: 'ABCDEFGHJKMN' }], [{ badge: 'ABCDEFGHJKMN' }]]);
});

it('a wrong badge is said at the door, and not kept', async () => {
  const { entry } = enter({ join: ['bad_badge'] });
  await entry.enter('ABCDEFGHJKMN');
  expect([entry.stage.name, entry.problem, localStorage.length]).toEqual(['door', 'bad_badge', 0]);
});
