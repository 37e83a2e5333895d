/** Who is in the room, with which duty, by which link, and what goes along afterwards: the parts of the console. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Board } from '../../client/board/board.svelte.ts';
import { emptyPicture } from '../../client/board/picture.ts';
import { common } from '../../client/text/common.ts';
import Balance from '../../client/views/console/Balance.svelte';
import { Desk } from '../../client/views/console/desk.svelte.ts';
import FollowForm from '../../client/views/console/FollowForm.svelte';
import Invitations from '../../client/views/console/Invitations.svelte';
import People from '../../client/views/console/People.svelte';
import type { Format } from '../../shared/format.ts';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import type { Session } from '../../shared/model.ts';

const format: Format = { ...ideeenronde, duties: ['secretary', 'observer'] };
const session = {
  ...{ title: 'Lindewijk aan zet', question: 'Wat nu?', anchors: ['Er is € 40.000'], joinUrl: null },
  ...{ format, state: 'running', phase: 'pitch', runs: {} },
} as unknown as Session;
const ans = { number: 1, name: 'Ans', group: 'inwoner', table: 4, duties: ['secretary'], here: true };
const people = [ans, { number: 2, name: '', group: 'raadslid', table: null, duties: [], here: false }];
const balance = {
  groups: [{ group: 'inwoner', expected: 8, present: 2, cards: 3, turns: 1 }],
  ...{ interests: ['huurders', 'jongeren'], there: ['huurders'] },
};

/** `answers`: what the server says to a path; anything else is fine. */
function deskThat(answers: Record<string, unknown> = {}) {
  const sent: { method: string; path: string; body: unknown }[] = [];
  const found: Record<string, unknown> = { '/people': people, '/invitations': [], '/console': { balance }, ...answers };
  const below = (path: string) => path.replace('/sessions/KRAS-7QXM', '').replace(/\?.*/, '');
  const get = (path: string) => Promise.resolve({ ok: true, value: found[below(path)] ?? {} });
  const send = (method: string, path: string, body?: unknown) => {
    sent.push({ method, path: below(path), body });
    return Promise.resolve({ ok: true, value: found[`${method} ${below(path)}`] ?? {} });
  };
  const board = { code: 'KRAS-7QXM', api: { get, send }, session, picture: { ...emptyPicture, session } };
  return { desk: new Desk(board as unknown as Board), sent };
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

beforeEach(() => {
  // jsdom has no modal dialogs
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('people and duties', () => {
  it('lists everybody by number, and finds who is asked for', async () => {
    render(People, { desk: deskThat().desk });
    await screen.findByText('deelnemer 1, Ans');
    await type(/Zoek op nummer/, 'raadslid');
    await waitFor(() => expect(screen.queryByText('deelnemer 1, Ans')).toBeNull());
    expect(screen.getByText('deelnemer 2')).toBeTruthy();
    await type(/Zoek op nummer/, 'zwemles');
    expect(await screen.findByText('Niemand gevonden.')).toBeTruthy();
  });

  it('says so when nobody is in, and when the list did not come', async () => {
    render(People, { desk: deskThat({ '/people': [] }).desk });
    await screen.findByText('Er is nog niemand binnen.');
    cleanup();
    const { desk } = deskThat();
    vi.spyOn(desk, 'get').mockResolvedValue({ ok: false, code: 'offline', detail: null });
    render(People, { desk });
    expect(await screen.findByText(common.nl.offlineProblem)).toBeTruthy();
  });

  it('sends of a person only what was changed', async () => {
    const { desk, sent } = deskThat();
    render(People, { desk });
    await screen.findByText('deelnemer 1, Ans');
    await press('Wijzig deelnemer 1, Ans');
    const dialog = within(await screen.findByRole('dialog'));
    await fireEvent.click(dialog.getByRole('checkbox', { name: /waarnemer/ }));
    await fireEvent.input(dialog.getByLabelText(/^Tafel/), { target: { value: '9' } });
    await fireEvent.submit(dialog.getByRole('button', { name: 'Bewaar' }).closest('form')!);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({ method: 'PATCH', path: '/people/1', body: { give: ['observer'], table: 9 } });
    await screen.findByText('deelnemer 1, Ans is gewijzigd.');
  });

  it('does not send a table that can not be', async () => {
    const { desk, sent } = deskThat();
    render(People, { desk });
    await screen.findByText('deelnemer 2');
    await press('Wijzig deelnemer 2');
    const dialog = within(await screen.findByRole('dialog'));
    await fireEvent.input(dialog.getByLabelText(/^Tafel/), { target: { value: '-1' } });
    await fireEvent.submit(dialog.getByRole('button', { name: 'Bewaar' }).closest('form')!);
    expect(dialog.getByLabelText(/^Tafel/).getAttribute('aria-invalid')).toBe('true');
    expect(sent).toEqual([]);
  });
});

describe('links for a duty or a group', () => {
  it('asks for one of the two, and shows the link once', async () => {
    const { desk, sent } = deskThat({ 'POST /invitations': { token: 'geheim', id: 'u1' } });
    render(Invitations, { desk });
    await press('Maak een link');
    expect(screen.getByText('Kies een taak of een groep.')).toBeTruthy();
    expect(sent).toEqual([]);
    await choose('Voor welke taak?', 'secretary');
    await press('Maak een link');
    const link = await screen.findByDisplayValue(/#als=geheim$/);
    expect(sent[0]).toEqual({ method: 'POST', path: '/invitations', body: { duty: 'secretary' } });
    await press('Klaar');
    expect(link.isConnected).toBe(false);
  });

  it('asks before it withdraws one', async () => {
    const one = { id: 'u1', duty: 'observer', group: null, used: 2 };
    const { desk, sent } = deskThat({ '/invitations': [one] });
    render(Invitations, { desk });
    await screen.findByText('2 keer gebruikt');
    await press('Trek de link voor waarnemer in');
    expect(sent).toEqual([]);
    await fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Trek in' }));
    expect(sent[0]).toMatchObject({ method: 'DELETE', path: '/invitations/u1' });
  });
});

it('the balance tells of groups, and keeps for whom somebody speaks', async () => {
  const { desk, sent } = deskThat();
  await desk.refresh();
  render(Balance, { desk });
  expect(screen.getByText(/2 van 8/).textContent.replace(/\s+/g, ' ')).toMatch(/3 kaarten, 1 spreekbeurt/);
  await fireEvent.click(screen.getByRole('checkbox', { name: 'jongeren' }));
  expect(sent[0]).toEqual({ method: 'PATCH', path: '/balance', body: { there: ['huurders', 'jongeren'] } });
});

it('a follow-up wants a title and a question, and takes the anchors along unless they are unticked', async () => {
  const { desk, sent } = deskThat({ '/formats': [] });
  vi.spyOn(desk.board.api, 'get').mockResolvedValue({ ok: true, value: [] });
  const post = vi.spyOn(desk, 'post').mockResolvedValue({ ok: false, code: 'offline', detail: null });
  render(FollowForm, { desk, session });
  const form = screen.getByRole('button', { name: 'Maak de vervolgsessie' }).closest('form')!;
  await type('Vraag van het vervolg', ' ');
  await fireEvent.submit(form);
  expect(screen.getByLabelText('Vraag van het vervolg').getAttribute('aria-invalid')).toBe('true');
  expect(post).not.toHaveBeenCalled();
  await type('Vraag van het vervolg', 'Wie doet wat?');
  await fireEvent.click(screen.getByRole('checkbox', { name: 'Wat vaststaat gaat mee' }));
  await fireEvent.submit(form);
  expect(post.mock.calls[0]?.slice(1)).toMatchObject([
    '/follow',
    { title: 'Vervolg: Lindewijk aan zet', question: 'Wie doet wat?', items: [], anchors: false },
  ]);
  expect(sent).toEqual([]);
});
