import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Board } from '../../client/board/board.svelte.ts';
import { Desk } from '../../client/views/console/desk.svelte.ts';
import Points from '../../client/views/console/Points.svelte';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import type { Point, Restored } from '../../shared/points.ts';
import { refuse, yes } from '../../shared/refusals.ts';

const noon = new Date(2026, 10, 12, 12).getTime();
const point = (id: string, more: Partial<Point>): Point => {
  return { id, at: noon, who: 'server', why: 'phase.move', phase: 'pitch', run: 1, cards: 3, clusters: 1, ...more };
};

/** The panel, opened, of a session with two points. */
async function open(restored: Restored, may: ReturnType<Board['can']> = yes) {
  const kept = [point('first', {}), point('second', { why: 'cluster.dissolve', phase: 'cluster', cards: 1 })];
  const get = vi.fn((path: string) => {
    return Promise.resolve(path.endsWith('/points') ? { ok: true, value: kept } : { ok: false, code: 'offline' });
  });
  const send = vi.fn((_method: string, _path: string, _body?: unknown) => {
    if (restored.point && kept.length === 2) kept.push(point(restored.point, { why: 'points.restore' }));
    return Promise.resolve({ ok: true, value: restored });
  });
  const session = { format: ideeenronde, state: 'running', phase: 'cluster' };
  const board = { code: 'KRAS-7QXM', api: { get, send }, session, can: () => may, now: () => noon };
  render(Points, { desk: new Desk(board as unknown as Board) });
  const fold = document.querySelector('details')!;
  fold.open = true;
  await fireEvent(fold, new Event('toggle'));
  await screen.findAllByRole('button', { name: /^Zet het bord terug/ });
  return { send, press: (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name })) };
}

const confirm = () => fireEvent.submit(screen.getByRole('button', { name: 'Zet het bord terug' }).closest('form')!);

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

it('lists the points, the newest first, with what lay on the board', async () => {
  await open({ cards: 0, clusters: 0, point: null });
  const items = screen.getAllByRole('listitem').map((item) => item.querySelector('div')!.textContent.trim());
  expect(items).toEqual([
    expect.stringMatching(/^12\.00 uur Voor het opheffen van een thema\s+1 kaart, 1 thema$/),
    expect.stringMatching(/^12\.00 uur Na ideeën schrijven\s+3 kaarten, 1 thema$/),
  ]);
});

it('asks first, says what has changed, and takes it back', async () => {
  const { send, press } = await open({ cards: 34, clusters: 2, point: 'third' });
  await press(/na ideeën schrijven/);
  expect(screen.getByText(/^Stemmen en uitslagen veranderen niet/)).toBeTruthy();
  expect(send).not.toHaveBeenCalled();
  await confirm();
  expect(send).toHaveBeenLastCalledWith('POST', '/sessions/KRAS-7QXM/points/first/restore', {});
  expect(
    await screen.findByText(/^Het bord is weer zoals om 12.00 uur. Veranderd: 34 kaarten, 2 thema’s./),
  ).toBeTruthy();
  await fireEvent.click(await screen.findByRole('button', { name: 'Ongedaan maken' }));
  expect(send).toHaveBeenLastCalledWith('POST', '/sessions/KRAS-7QXM/points/third/restore', {});
});

it('says so when there was nothing to change', async () => {
  const { press } = await open({ cards: 0, clusters: 0, point: null });
  await press(/na ideeën schrijven/);
  await confirm();
  expect(await screen.findByText('Het bord was al zo. Er is niets veranderd.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ongedaan maken' })).toBeNull();
});

it('says why it can not be done now', async () => {
  await open({ cards: 0, clusters: 0, point: null }, refuse('board_fixed'));
  expect(screen.getByText(/^Er loopt een stemming/)).toBeTruthy();
  const buttons = screen.getAllByRole<HTMLButtonElement>('button', { name: /^Zet het bord terug/ });
  expect(buttons.map(({ disabled }) => disabled)).toEqual([true, true]);
});
