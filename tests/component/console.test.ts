import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Board } from '../../client/board/board.svelte.ts';
import { emptyPicture } from '../../client/board/picture.ts';
import { Desk } from '../../client/views/console/desk.svelte.ts';
import Entry from '../../client/views/console/Entry.svelte';
import KeyNotice from '../../client/views/console/KeyNotice.svelte';
import { Moving } from '../../client/views/console/moving.svelte.ts';
import Asking from '../../client/views/console/Asking.svelte';
import NextStep from '../../client/views/console/NextStep.svelte';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';

const fine = { ok: true as const, value: {} };

function makeDesk(session: object, answer: object = fine) {
  const send = vi.fn().mockResolvedValue(answer);
  const board = {
    code: 'KRAS-7QXM',
    api: { send, get: vi.fn().mockResolvedValue({ ok: false, code: 'offline', detail: null }) },
    session: {
      title: 'Lindewijk aan zet',
      format: ideeenronde,
      state: 'running',
      phase: 'pitch',
      runs: {},
      joinUrl: null,
      ...session,
    },
    phase: ideeenronde.phases[0],
    picture: emptyPicture,
  };
  return { desk: new Desk(board as unknown as Board), send };
}

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
afterEach(() => vi.restoreAllMocks());

describe('the door of the console', () => {
  it('takes a whole link and passes on only the token', async () => {
    const onenter = vi.fn();
    render(Entry, { opening: false, refused: null, onenter });
    await fireEvent.input(screen.getByLabelText('Uw begeleiderslink'), {
      target: { value: 'http://bord.example/s/KRAS-7QXM/console#abc' },
    });
    await fireEvent.submit(screen.getByRole('button', { name: 'Open de console' }).closest('form')!);
    expect(onenter).toHaveBeenCalledExactlyOnceWith('abc');
  });

  it('says that a link does not work, at the field', () => {
    render(Entry, { opening: false, refused: 'bad_token', onenter: vi.fn() });
    expect(screen.getByLabelText('Uw begeleiderslink').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Deze link werkt niet (meer). Vraag een nieuwe.')).toBeTruthy();
  });

  it('asks nothing while it opens', () => {
    render(Entry, { opening: true, refused: null, onenter: vi.fn() });
    expect(screen.getByRole('status').textContent).toBe('De console wordt geopend');
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('the private link', () => {
  const link = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Uw begeleiderslink' });

  it('is on the address that the hall uses', () => {
    const { desk } = makeDesk({ joinUrl: 'http://10.0.0.4:8080' });
    render(KeyNotice, { desk, token: 'abc', onkept: vi.fn() });
    expect(link().value).toBe('http://10.0.0.4:8080/s/KRAS-7QXM/console#abc');
  });

  it('warns when no other device can follow it', () => {
    render(KeyNotice, { desk: makeDesk({}).desk, token: 'abc', onkept: vi.fn() });
    expect(screen.getByText(/werkt nu alleen op dit apparaat/)).toBeTruthy();
  });

  it('is copied without a clipboard too, and says when that fails', async () => {
    document.execCommand = vi.fn().mockReturnValueOnce(true).mockReturnValueOnce(false);
    render(KeyNotice, { desk: makeDesk({}).desk, token: 'abc', onkept: vi.fn() });
    const copy = screen.getByRole('button', { name: 'Kopieer: Uw begeleiderslink' });
    await fireEvent.click(copy);
    expect(await screen.findByText('Gekopieerd.')).toBeTruthy();
    expect(link().selectionEnd).toBe(link().value.length);
    await fireEvent.click(copy);
    expect(await screen.findByText(/kopieer hem met Ctrl en C/)).toBeTruthy();
  });

  it('stays until somebody says that it was kept', async () => {
    const onkept = vi.fn();
    render(KeyNotice, { desk: makeDesk({}).desk, token: 'abc', onkept });
    await fireEvent.click(screen.getByRole('button', { name: 'Ik heb hem bewaard' }));
    expect(onkept).toHaveBeenCalledOnce();
  });
});

describe('the next step', () => {
  function show(session: object, answer?: object) {
    const { desk, send } = makeDesk(session, answer);
    const moving = new Moving(desk);
    render(NextStep, { moving });
    render(Asking, { moving });
    return { send, moving };
  }
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

  it('opens a session that was prepared', async () => {
    const { send } = show({ state: 'prepared', phase: null });
    await press('Open de sessie');
    expect(send).toHaveBeenCalledWith('POST', '/sessions/KRAS-7QXM/open', {});
  });

  it('goes on at one press, and says from where', async () => {
    const { send } = show({});
    await press('Naar: ideeën ordenen');
    expect(send).toHaveBeenCalledWith('POST', '/sessions/KRAS-7QXM/phase', { to: 'cluster', from: 'pitch' });
  });

  it('asks before it opens a vote', async () => {
    const { send } = show({ phase: 'cluster' });
    await press('Naar: stemmen');
    expect(send).not.toHaveBeenCalled();
    expect(screen.getByText(/tellen wij apparaten, geen mensen/)).toBeTruthy();
    await fireEvent.submit(screen.getByRole('button', { name: 'Open de stemming' }).closest('form')!);
    expect(send).toHaveBeenCalledWith('POST', '/sessions/KRAS-7QXM/phase', { to: 'vote', from: 'cluster' });
  });

  it('asks what happens to a vote that is open', async () => {
    const { send } = show({ phase: 'vote' }, { ok: false, code: 'vote_open', detail: null });
    await press('Naar: uitslag');
    const runOn = await screen.findByRole('button', { name: 'Stem loopt door' });
    send.mockResolvedValue(fine);
    await fireEvent.click(runOn);
    expect(send).toHaveBeenLastCalledWith('POST', '/sessions/KRAS-7QXM/phase', {
      to: 'result',
      from: 'vote',
      vote: 'runOn',
    });
  });

  it('explains that a colleague was first', async () => {
    show({}, { ok: false, code: 'phase_moved', detail: null });
    await press('Naar: ideeën ordenen');
    await waitFor(() =>
      expect(screen.getByText(/Een andere begeleider was u voor. Nu is: ideeën schrijven/)).toBeTruthy(),
    );
  });

  it('ends after the last part, and asks first', async () => {
    const { send } = show({ phase: 'result' });
    await press('Beëindig de sessie');
    expect(send).not.toHaveBeenCalled();
    expect(screen.getByRole('heading', { name: 'De sessie beëindigen?' })).toBeTruthy();
  });

  it('leads to the report once it has ended', () => {
    show({ state: 'ended', phase: 'result' });
    expect(screen.getByRole('link', { name: 'Open het verslag' }).getAttribute('href')).toBe(
      '/s/KRAS-7QXM/report?role=facilitator',
    );
  });
});
