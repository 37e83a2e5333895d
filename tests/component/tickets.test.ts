/** A ticket: typed at the ballot, scanned, and at the device of a table. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Board } from '../../client/board/board.svelte.ts';
import { emptyPicture } from '../../client/board/picture.ts';
import type { Reply } from '../../client/connection/api.ts';
import AtTable from '../../client/phases/vote/AtTable.svelte';
import Voting from '../../client/phases/vote/Voting.svelte';
import { takeTicket } from '../../client/views/participant/ticket.ts';
import TicketTaken from '../../client/views/participant/TicketTaken.svelte';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import { makeTicket } from '../../shared/tickets.ts';
import { ballotBox, dots } from '../support/ballot.ts';
import Held from './Held.svelte';

const ticket = makeTicket((bytes) => Uint8Array.from({ length: bytes }, (_, index) => index + 1));
const misread = `A${ticket.slice(1)}`;
const vote = { phase: 'vote', run: 1, state: 'open', opensAt: 0 };
const fine: Reply<unknown> = { ok: true, value: { group: 'inwoner' } };
const no = (code: string) => ({ ok: false, code, detail: null }) as Reply<unknown>;

/** A board in a vote with tickets, and what is sent from it. */
function open(view: unknown, given: object, { me = {}, answers = [] as Reply<unknown>[] } = {}) {
  const { served } = ballotBox(dots);
  const sent: { path: string; body: unknown }[] = [];
  const paper = { ...structuredClone(served), ballot: null, eligible: false, standing: 'none', needs: 'ticket' };
  const board = {
    code: 'KRAS-7QXM',
    role: 'participant',
    api: { get: () => Promise.resolve({ ok: true, value: paper }) },
    command: vi.fn((act: { path: string; body: unknown }) => {
      sent.push(act);
      return Promise.resolve(answers.shift() ?? fine);
    }),
    refreshMe: vi.fn(() => Promise.resolve()),
    me: { participant: { id: 'ans', number: 1, table: 9, duties: [], ...me }, voted: [], final: [], secretary: null },
    session: { format: { ...ideeenronde, tickets: true } },
    picture: emptyPicture,
    online: true,
  };
  render(Held, { board: board as unknown as Board, view: view as never, given: given as Record<string, unknown> });
  return { sent, board };
}

const field = () => screen.findByLabelText('Code van uw ticket');
const type = async (value: string) => fireEvent.input(await field(), { target: { value } });
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  window.scrollTo = () => undefined;
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});
afterEach(cleanup);

describe('a ballot that needs a ticket', () => {
  it('says so and what to do, and takes the code with the keyboard alone', async () => {
    const { sent, board } = open(Voting, { vote });
    expect(await screen.findByText(/alleen met een ticket/)).toBeTruthy();
    expect(screen.getByText(/Vraag de begeleider om een ticket/)).toBeTruthy();
    const input = (await field()) as HTMLInputElement;
    input.focus();
    await type(ticket.toLowerCase());
    await fireEvent.submit(input.form!); // as Enter does
    await waitFor(() => expect(board.refreshMe).toHaveBeenCalled());
    expect(sent).toEqual([{ path: '/me/ticket', body: { ticket } }]);
  });

  it('keeps a mistake here, says it at the field, and gives the field the focus', async () => {
    const { sent } = open(Voting, { vote });
    await type(misread);
    await press('Gebruik dit ticket');
    const input = await field();
    expect(document.activeElement).toBe(input);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const described = input.getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent).join()).toMatch(/zit een fout in deze code/);
    await type('ABC');
    expect(screen.getByText(/twaalf letters en cijfers\. De 0/)).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it.each([
    ['ticket_used', /al gebruikt op een ander apparaat/],
    ['ticket_withdrawn', /ingetrokken/],
    ['bad_ticket', /hoort niet bij deze sessie/],
    ['offline', /nog niet gebruikt/],
  ])('says why it was refused: %s', async (code, words) => {
    open(Voting, { vote }, { answers: [no(code)] });
    await type(ticket);
    await press('Gebruik dit ticket');
    expect(await screen.findByText(words)).toBeTruthy();
  });
});

describe('a ticket that was scanned', () => {
  it('leaves the address bar at once, and stays in this tab until it was used', async () => {
    history.replaceState(null, '', `/s/KRAS-7QXM#ticket=${ticket}`);
    expect(takeTicket('KRAS-7QXM')).toBe(ticket);
    expect(location.hash).toBe('');
    expect(takeTicket('KRAS-7QXM')).toBe(ticket);
    const { sent } = open(TicketTaken, { ticket, ondone: () => undefined });
    expect(await screen.findByText(/U stemt als Inwoner/i)).toBeTruthy();
    expect(sent).toEqual([{ path: '/me/ticket', body: { ticket } }]);
    expect(takeTicket('KRAS-7QXM')).toBeNull();
  });

  it('that does not work says why, and lets somebody type another', async () => {
    open(TicketTaken, { ticket, ondone: () => undefined }, { answers: [no('ticket_used')] });
    expect(await screen.findByText(/al gebruikt op een ander apparaat/)).toBeTruthy();
    await press('Vul een andere code in');
    await type(ticket);
    await press('Gebruik dit ticket');
    expect(await screen.findByText(/U stemt als/)).toBeTruthy();
  });

  it('is kept when there is no connection, and tried again', async () => {
    history.replaceState(null, '', `/s/KRAS-7QXM#ticket=${ticket}`);
    takeTicket('KRAS-7QXM');
    open(TicketTaken, { ticket, ondone: () => undefined }, { answers: [no('offline')] });
    expect(await screen.findByText(/nog niet gebruikt/)).toBeTruthy();
    expect(takeTicket('KRAS-7QXM')).toBe(ticket);
    await press('Opnieuw proberen');
    expect(await screen.findByText(/U stemt als/)).toBeTruthy();
  });
});

describe('at the device of a table', () => {
  it('a seat gives its ticket, or a badge with its number', async () => {
    const me = { duties: ['secretary'] };
    const { sent } = open(AtTable, { vote, busy: false }, { me });
    await press('Volgende stem');
    await press('1 stip erbij voor Licht');
    expect(screen.queryByLabelText('Nummer van uw badge')).toBeNull();
    await type(misread);
    await press(/Dit is definitief/);
    expect(await screen.findByText(/zit een fout in deze code/)).toBeTruthy();
    await type(ticket);
    await press(/Dit is definitief/);
    await screen.findByRole('heading', { name: 'Geef het apparaat door' });
    await press('Volgende stem');
    expect(((await field()) as HTMLInputElement).value).toBe('');
    await press('Ik heb een badge');
    expect(screen.getByLabelText('Nummer van uw badge')).toBeTruthy();
    expect(sent).toEqual([{ path: '/ballots/vote/seat', body: { ticket, ballot: { dots: { Licht: 1 } } } }]);
  });
});
