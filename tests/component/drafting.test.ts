/** A field of a plan that is typed together, and who gets a plan to write. */
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Board } from '../../client/board/board.svelte.ts';
import { emptyPicture } from '../../client/board/picture.ts';
import Participant from '../../client/phases/draft/Participant.svelte';
import PlanField from '../../client/phases/draft/PlanField.svelte';
import type { PhaseOf } from '../../shared/format.ts';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import { refuse, yes } from '../../shared/refusals.ts';
import Held from './Held.svelte';

const words = { nl: 'Maak samen één voorstel.', en: 'Make one proposal.' };
const phase: PhaseOf<'draft'> = {
  ...{ id: 'plan', kind: 'draft', title: words, prompt: words, minutes: 30 },
  ...{ template: 'voorstel-kort', by: 'table' },
};

afterEach(cleanup);

describe('a field', () => {
  const field = (fields: Record<string, string>, more: object = {}) => {
    const plan = { fields, type: vi.fn(), undo: vi.fn(), redo: vi.fn() };
    render(PlanField, { plan, field: 'wat', label: 'Wat gaan we doen?', max: 20, ...more } as never);
    return { plan, box: screen.getByLabelText<HTMLTextAreaElement>(/Wat gaan we doen/) };
  };

  it('sends each letter, and not while an accent is being put together', async () => {
    const { plan, box } = field({ wat: 'een' });
    expect(box.value).toBe('een');
    await fireEvent.input(box, { target: { value: 'een tuin' } });
    expect(plan.type).toHaveBeenLastCalledWith('wat', 'een tuin');
    plan.type.mockClear();
    await fireEvent.compositionStart(box);
    await fireEvent.input(box, { target: { value: 'een tuin´' } });
    expect(plan.type).not.toHaveBeenCalled();
  });

  it('says what is missing only once it was asked to be handed in, and what is too long at once', async () => {
    field({}, { required: true });
    expect(screen.queryByText('Vul dit nog in.')).toBeNull();
    cleanup();
    field({}, { required: true, checked: true });
    expect(screen.getByText('Vul dit nog in.')).toBeTruthy();
    cleanup();
    field({ wat: 'een tuin voor iedereen' });
    expect(screen.getByText('Maak dit 2 tekens korter.')).toBeTruthy();
  });

  it('takes back by its own undo, so that the words of others stay', async () => {
    const { plan, box } = field({ wat: 'een' });
    await fireEvent.keyDown(box, { key: 'z', ctrlKey: true });
    await fireEvent.keyDown(box, { key: 'z', ctrlKey: true, shiftKey: true });
    expect([plan.undo.mock.calls.length, plan.redo.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('who writes', () => {
  function page(table: number | null, made = 1) {
    const command = vi.fn().mockResolvedValue({ ok: true, value: { made } });
    const session = { format: { ...ideeenronde, phases: [phase] }, state: 'running', phase: 'plan', run: 1 };
    const board = {
      ...{ session, phase, command, me: { participant: { table } }, picture: { ...emptyPicture, session } },
      can: ({ type }: { type: string }) => (type === 'plan.make' ? yes : refuse('not_your_plan')),
    };
    render(Held, { board: board as unknown as Board, view: Participant as Component });
    return command;
  }

  it('who has no table is told where to say it', () => {
    page(null);
    expect(screen.getByText(/U zit nog niet aan een tafel/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('a table without a plan asks for one, and hears when there is none for it', async () => {
    const command = page(4, 0);
    await fireEvent.click(screen.getByRole('button', { name: 'Maak een voorstel' }));
    expect(command).toHaveBeenCalledExactlyOnceWith({ path: '/plans' });
    expect(await screen.findByText(/Er is hier geen plan voor u/)).toBeTruthy();
  });
});
