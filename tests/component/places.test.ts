/** Where somebody sits, and a ballot on the device of a table. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Board } from '../../client/board/board.svelte.ts';
import { emptyPicture } from '../../client/board/picture.ts';
import type { Reply } from '../../client/connection/api.ts';
import MyTable from '../../client/phases/assign/MyTable.svelte';
import AtTable from '../../client/phases/vote/AtTable.svelte';
import BadgeForm from '../../client/views/participant/BadgeForm.svelte';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import type { SeatingNotice } from '../../shared/seating.ts';
import { ballotBox, dots } from '../support/ballot.ts';
import Held from './Held.svelte';

const seating: SeatingNotice = { state: 'seated', sizes: [5, 5, 4], options: [] };
const fine: Reply<unknown> = { ok: true, value: { ok: true } };

/** The table laptop, in an open vote. */
function laptop(...answers: Reply<unknown>[]) {
  const { served } = ballotBox(dots);
  const sent: { path: string; body: unknown }[] = [];
  const command = vi.fn((act: { path: string; body: unknown }) => {
    sent.push(act);
    return Promise.resolve(answers.shift() ?? fine);
  });
  const get = () => Promise.resolve({ ok: true, value: { ...structuredClone(served), ballot: { dots: { Soep: 2 } } } });
  const me = { participant: { id: 'ans', number: 1, table: 9, duties: ['secretary'] }, voted: ['vote:1'], final: [] };
  const phase = ideeenronde.phases.find(({ kind }) => kind === 'vote');
  const board = { code: 'KRAS-7QXM', api: { get }, command, me, phase, picture: emptyPicture };
  const vote = { phase: 'vote', run: 1, state: 'open', opensAt: 0 };
  render(Held, { board: board as unknown as Board, view: AtTable as never, given: { vote, busy: false } });
  return { sent };
}

/** Forms come a moment later. */
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });

async function fillIn(number: string, code: string) {
  await press('Volgende stem');
  await press('1 stip erbij voor Licht');
  await type('Nummer van uw badge', number);
  await type('Code van uw badge', code);
}

beforeEach(() => {
  localStorage.clear();
  window.scrollTo = () => undefined;
});
afterEach(cleanup);

it('the number of the table is the heading', () => {
  const board = { me: { participant: { number: 12, table: 3 } }, picture: emptyPicture } as unknown as Board;
  render(Held, { board, view: MyTable as never, given: { seating } });
  expect(screen.getByRole('heading', { level: 1 }).textContent.replace(/\s+/g, ' ')).toBe('Uw tafel is 3');
});

it('who has no table is told to ask, with their number', () => {
  const board = { me: { participant: { number: 12, table: null } }, picture: emptyPicture } as unknown as Board;
  render(Held, { board, view: MyTable as never, given: { seating } });
  expect(screen.getByRole('status').textContent).toMatch(/nog geen tafel.*Uw nummer is 12/s);
});

it('a ballot at the table begins empty, says first that it is final, and goes with the badge', async () => {
  const { sent } = laptop();
  await fillIn('12', 'abcd efgh jkmn');
  expect(screen.getByText(/niet meer wijzigen/)).toBeTruthy();
  await press(/Dit is definitief/);
  await waitFor(() => screen.getByRole('heading', { name: 'Geef het apparaat door' }));
  const body = { number: 12, badge: 'ABCDEFGHJKMN', ballot: { dots: { Licht: 1 } } };
  expect(sent).toEqual([{ path: '/ballots/vote/seat', body }]);
});

it('after a ballot nothing of it is left, on the page or on the device', async () => {
  laptop();
  await fillIn('12', 'ABCDEFGHJKMN');
  await press(/Dit is definitief/);
  await waitFor(() => screen.getByRole('heading', { name: 'Geef het apparaat door' }));
  expect([screen.queryByText(/Licht/), screen.queryByLabelText('Code van uw badge'), localStorage.length]).toEqual([
    null,
    null,
    0,
  ]);
  await press('Volgende stem');
  await waitFor(() => screen.getByLabelText('Code van uw badge'));
  expect(screen.getByLabelText<HTMLInputElement>('Code van uw badge').value).toBe('');
  expect(await screen.findByText('Nog 3 stippen', { selector: '[role=status]' })).toBeTruthy();
});

it('stopping leaves nothing either, and sends nothing', async () => {
  const { sent } = laptop();
  await fillIn('12', 'ABCDEFGHJKMN');
  await press('Stop zonder te stemmen');
  expect([screen.getByRole('heading', { level: 1 }).textContent, sent.length]).toEqual(['Stemmen aan tafel', 0]);
  expect(localStorage.length).toBe(0);
});

it('a wrong code is said before it is sent, a badge that voted after, and the ballot stays to be tried again', async () => {
  const { sent } = laptop(
    { ok: false, code: 'badge_voted', detail: null },
    { ok: false, code: 'offline', detail: null },
  );
  await fillIn('12', 'ABCD');
  await press(/Dit is definitief/);
  expect(screen.getByLabelText('Code van uw badge').getAttribute('aria-invalid')).toBe('true');
  expect(sent).toEqual([]);
  await type('Code van uw badge', 'ABCDEFGHJKMN');
  await press(/Dit is definitief/);
  await waitFor(() => screen.getByText(/Met deze badge is al gestemd/));
  await press(/Dit is definitief/);
  await waitFor(() => screen.getByText(/Uw stem is niet verstuurd/));
  expect(sent).toHaveLength(2);
});

it('the door takes a code as people type it, and leads to the field when it can not be one', async () => {
  const onenter = vi.fn();
  render(BadgeForm, { busy: false, problem: null, onenter });
  const field = screen.getByLabelText('Code van uw badge');
  await fireEvent.input(field, { target: { value: 'abcd' } });
  await press('Ga naar mijn plek');
  expect([document.activeElement, onenter.mock.calls]).toEqual([field, []]);
  await fireEvent.input(field, { target: { value: 'abcd-efgh-jkmn' } });
  await press('Ga naar mijn plek');
  expect(onenter).toHaveBeenCalledExactlyOnceWith('ABCDEFGHJKMN');
});
