/** What somebody writes is never lost: it is a card, or a draft on this device. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { tick, type Component } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import type { Board } from '../../client/board/board.svelte.ts';
import { emptyPicture } from '../../client/board/picture.ts';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import type { Card } from '../../shared/model.ts';
import EditCard from '../../client/views/participant/EditCard.svelte';
import Participant from '../../client/phases/contribute/Participant.svelte';
import Held from './Held.svelte';
import type { Draft, Step } from '../../client/connection/journal.ts';

afterEach(cleanup);

/** As much of a board as writing needs; `steps` is what was performed, `drafts` what the device keeps. */
function boardThat({ refuses = null, drafts = [] }: { refuses?: RefusalCode | null; drafts?: Draft[] } = {}) {
  const kept = new Map(drafts.map((draft) => [draft.id, draft]));
  const steps: Step[] = [];
  const writing: boolean[] = [];
  const phase = ideeenronde.phases[0] ?? null;
  const board = {
    session: {
      format: ideeenronde,
      question: 'Welk idee maakt de buurt warmer?',
      phase: 'pitch',
      run: 1,
      locked: false,
    },
    phase,
    me: null,
    myCards: [],
    online: true,
    picture: emptyPicture,
    can: () => ({ ok: true }),
    isPending: () => false,
    now: () => 0,
    get drafts() {
      return [...kept.values()];
    },
    keepDraft: (draft: Draft) => void kept.set(draft.id, draft),
    dropDraft: (id: string) => void kept.delete(id),
    setWriting: (on: boolean) => void writing.push(on),
    perform: (step: Step) => {
      if (refuses) return { ok: false, code: refuses };
      steps.push(step);
      return { ok: true };
    },
  } as unknown as Board;
  return { board, steps, kept, writing };
}

const card: Card = {
  id: 'soep0000',
  kind: 'idea',
  title: 'Soep',
  text: '',
  cluster: null,
  fields: {},
  on: null,
  column: null,
  number: 1,
  at: 1,
  phase: 'pitch',
  run: 1,
  table: null,
  via: null,
  gone: null,
  mergedFrom: [],
  mergedInto: null,
};

function open(options?: Parameters<typeof boardThat>[0]) {
  const parts = boardThat(options);
  const view = render(Held, { board: parts.board, view: Participant });
  const title = screen.getByLabelText<HTMLTextAreaElement>('Uw idee in één zin');
  const text = screen.getByLabelText<HTMLTextAreaElement>(/Licht het toe/);
  const send = () => fireEvent.click(screen.getByRole('button', { name: 'Stuur mijn kaart' }));
  return { ...parts, view, title, text, send };
}

const type = (field: HTMLTextAreaElement, value: string) => fireEvent.input(field, { target: { value } });

it('a sent card leaves an empty field and a confirmation', async () => {
  const { title, text, send, steps, kept } = open();
  await type(title, 'Bankjes in de zon');
  await type(text, 'Bij de speeltuin.');
  await send();
  await waitFor(() => expect(title.value).toBe(''));
  expect(steps).toMatchObject([
    { type: 'card.make', card: { kind: 'idea', title: 'Bankjes in de zon', text: 'Bij de speeltuin.' } },
  ]);
  expect(text.value).toBe('');
  expect(kept.size).toBe(0);
  await waitFor(() => expect(screen.getAllByText(/Uw kaart staat op het bord/).length).toBeGreaterThan(0));
});

it('Enter in the title sends; the focus stays where it was', async () => {
  const { title, steps } = open();
  title.focus();
  await type(title, 'Soep op zondag');
  await fireEvent.keyDown(title, { key: 'Enter' });
  await waitFor(() => expect(steps).toHaveLength(1));
  expect(document.activeElement).toBe(title);
});

it('a card without a title is not sent, and says what to do', async () => {
  const { title, send, steps } = open();
  await send();
  await waitFor(() => expect(title.getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByText('Schrijf eerst uw idee in één zin.')).toBeTruthy();
  expect(document.activeElement).toBe(title);
  expect(steps).toEqual([]);
});

it('too long is said while typing, and nothing is cut off', async () => {
  const { title, send, steps } = open();
  await type(title, 'x'.repeat(83));
  expect(screen.getByText('Maak dit 3 tekens korter.')).toBeTruthy();
  await send();
  await tick();
  expect(title.value).toHaveLength(83);
  expect(steps).toEqual([]);
});

it('a refusal leaves the text in the field and on the device', async () => {
  const { title, send, kept, view } = open({ refuses: 'too_many_cards' });
  await type(title, 'Nog een idee');
  await send();
  await waitFor(() => expect(screen.getByText(/zoveel kaarten gemaakt/)).toBeTruthy());
  expect(title.value).toBe('Nog een idee');
  view.unmount();
  expect([...kept.values()]).toMatchObject([{ id: 'writing:pitch:1', title: 'Nog een idee', reason: null }]);
});

it('typing is kept as a draft by itself, and found again', async () => {
  const first = open();
  await type(first.title, 'Half een id');
  await waitFor(() => expect(first.kept.get('writing:pitch:1')?.title).toBe('Half een id'));
  expect(first.writing.at(0)).toBe(true);
  cleanup();
  const second = open({ drafts: [...first.kept.values()] });
  expect(second.title.value).toBe('Half een id');
});

it('a changed card leaves no draft behind; a change that was refused does', async () => {
  for (const refuses of [null, 'card_gone'] as const) {
    const { board, kept, steps } = boardThat({ refuses });
    const kind = ideeenronde.cardKinds[0];
    const closed: boolean[] = [];
    const props = { card, kind, onclose: (saved: boolean) => (closed.push(saved), cleanup()) };
    render(Held, { board, view: EditCard as Component, given: props });
    await type(screen.getByLabelText('Uw idee in één zin'), 'Soep op zondag');
    await fireEvent.click(screen.getByRole('button', { name: 'Bewaar' }));
    if (refuses) await waitFor(() => expect(screen.getByText(/Deze kaart is er niet meer/)).toBeTruthy());
    else await waitFor(() => expect(closed).toEqual([true]));
    cleanup();
    expect(steps).toHaveLength(refuses ? 0 : 1);
    expect([...kept.values()].map(({ title }) => title)).toEqual(refuses ? ['Soep op zondag'] : []);
  }
});
