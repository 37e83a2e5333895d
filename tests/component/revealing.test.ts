/** Revealing a result, telling it, comparing it, and looking for one's own ballot. */
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import AllBallots from '../../client/phases/vote/AllBallots.svelte';
import { sentKey } from '../../client/phases/vote/kept.ts';
import ResultList from '../../client/phases/vote/ResultList.svelte';
import RevealDesk from '../../client/phases/vote/RevealDesk.svelte';
import RevealForm from '../../client/phases/vote/RevealForm.svelte';
import { emptyPicture } from '../../client/board/picture.ts';
import { comparedKey, type Compared } from '../../shared/compared.ts';
import type { RankedItem, Result, VoteNotice } from '../../shared/model.ts';
import Held from './Held.svelte';

const line = (id: string, rank: number, wins: boolean): RankedItem => {
  return { id, title: `Idee ${id}`, rank, value: 9 - rank, voters: 9 - rank, wins };
};
const result: Result = {
  phase: 'vote',
  run: 1,
  method: { kind: 'approval', max: 3 },
  items: 'cards',
  ranking: [line('a', 1, true), line('b', 2, true), line('c', 3, false)],
  top: 2,
  cut: 'lot',
  electorate: 30,
  ballots: 25,
  blank: 0,
  seed: '',
  commit: '',
  lots: [],
};
const compared: Compared = {
  ...{ phase: 'vote', run: 1, other: 'half', method: result.method },
  wins: ['a', 'c'],
  ranking: [line('a', 1, true), line('c', 3, true)],
};
const list = { ballots: [{ ballot: { approve: ['a'] }, count: 4 }], total: 4, hands: 9, next: null };
const key = sentKey('KRAS-7QXM', 'vote', 1, 7);

function show(
  view: unknown,
  notice: Partial<VoteNotice>,
  given: object = {},
  role = 'facilitator',
  now = () => 0,
  more: object = {},
) {
  const sent: { method: string; path: string; body?: unknown }[] = [];
  const send = (method: string, path: string, body?: unknown) => {
    sent.push({ method, path: path.replace('/sessions/KRAS-7QXM', ''), body });
    return Promise.resolve({ ok: true, value: {} });
  };
  const get = vi.fn((path: string) => {
    return Promise.resolve({ ok: true, value: path.includes('/ballots') ? list : { steps: [] } });
  });
  const votes = [{ phase: 'vote', run: 1, state: 'revealed', opensAt: 0, ...notice }];
  const live = new Map<string, unknown>([[comparedKey('vote', 1, 'half'), compared]]);
  const board = {
    ...{ code: 'KRAS-7QXM', role, now, session: null, api: { send, get } },
    picture: { ...emptyPicture, votes, results: [result], live },
    me: { participant: { number: 7 } },
    ...more,
    command: ({ path, body }: { path: string; body?: unknown }) => send('POST', `/sessions/KRAS-7QXM${path}`, body),
  };
  render(Held, { board, view: view as Component, given: { result, ...given } } as never);
  return { sent, get };
}

const press = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name }));
const wall = { method: 'POST', path: '/votes/vote/runs/1/wall' };

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('before the reveal', () => {
  it.each([
    [19, 'totals'],
    [20, 'ballots'],
  ])('with %i ballots, %s are made known unless the facilitator chooses', async (voted, publish) => {
    const onreveal = vi.fn();
    render(RevealForm, { voted, waits: false, busy: false, onreveal });
    await press(/^Onthul/);
    expect(onreveal).toHaveBeenCalledWith({ tell: 'itself', publish });
  });

  it('the facilitator chooses what is made known and how it is told; while it is counted, nothing is sent', async () => {
    const onreveal = vi.fn();
    const { rerender } = render(RevealForm, { voted: 7, waits: true, busy: false, onreveal });
    await fireEvent.click(screen.getByRole('radio', { name: 'Plek voor plek, als u drukt' }));
    await fireEvent.click(screen.getByRole('radio', { name: /alle stemmen/ }));
    expect(screen.getByText(/lange volgorde of een zeldzame keuze/)).toBeTruthy();
    await press(/^Onthul/);
    expect(onreveal).not.toHaveBeenCalled();
    await rerender({ waits: false });
    await press(/^Onthul/);
    expect(onreveal).toHaveBeenCalledWith({ tell: 'press', publish: 'ballots' });
  });
});

describe('after the reveal the console', () => {
  it('tells the next place, or all of them', async () => {
    const { sent } = show(RevealDesk, { telling: { by: 'press', told: 1 } });
    expect(screen.getByText('1 van 2 plekken staan op het scherm.')).toBeTruthy();
    await press('Toon de volgende plek');
    await press('Toon alles');
    expect(sent).toEqual([
      { ...wall, body: { shows: 'result', told: 2 } },
      { ...wall, body: { shows: 'result' } },
    ]);
  });

  it('tells the one place there is', async () => {
    const ranking = result.ranking.map((one) => ({ ...one, wins: one.id === 'a' }));
    const { sent } = show(RevealDesk, { telling: { by: 'press', told: 0 } }, { result: { ...result, ranking } });
    await press('Toon de volgende plek');
    expect(sent).toEqual([{ ...wall, body: { shows: 'result', told: 1 } }]);
  });

  it('puts the steps on the wall, turns their pages, and tells the result again', async () => {
    const { sent, get } = show(RevealDesk, { wall: { shows: 'steps', page: 0 } });
    await press('Stap voor stap');
    await press('De uitslag');
    await press('Vertel het opnieuw');
    expect(sent.map(({ body }) => body)).toEqual([
      { shows: 'steps', page: 0 },
      { shows: 'result' },
      { shows: 'result', told: 0 },
    ]);
    expect(get).toHaveBeenCalledWith('/sessions/KRAS-7QXM/votes/vote/runs/1/steps');
  });

  it('compares with other rules, says what would be different, and that it does not decide', async () => {
    const { sent } = show(RevealDesk, {});
    expect(screen.getByText(/Dit beslist niet/)).toBeTruthy();
    expect(screen.getByText('Erbij: “Idee c”.')).toBeTruthy();
    expect(screen.getByText('Eruit: “Idee b”.')).toBeTruthy();
    await press('Laat tellen');
    await press('Meer dan de helft');
    await press('Haal weg: Meer dan de helft');
    expect(sent).toEqual([
      { method: 'POST', path: '/votes/vote/runs/1/others', body: { other: 'along' } },
      { ...wall, body: { shows: 'other', other: 'half' } },
      { method: 'DELETE', path: '/votes/vote/runs/1/others/half', body: undefined },
    ]);
  });
});

describe('on the phone', () => {
  it('the result comes as the wall tells it, and whole when that is over', async () => {
    vi.useFakeTimers();
    let now = 1_000;
    show(ResultList, { telling: { by: 'itself', since: 1_000 } }, {}, 'participant', () => now);
    expect(screen.queryByText('Idee b')).toBeNull();
    expect(screen.getByText(/^Het scherm vertelt de uitslag/)).toBeTruthy();
    now = 3_500;
    await vi.advanceTimersByTimeAsync(2_500);
    expect([screen.queryByText('Idee b') !== null, screen.queryByText('Idee a')]).toEqual([true, null]);
    now = 6_000;
    await vi.advanceTimersByTimeAsync(2_500);
    vi.useRealTimers();
    for (const title of ['Idee a', 'Idee b', 'Idee c']) expect(screen.getByText(title)).toBeTruthy();
    expect(screen.getByText('Zo telden we')).toBeTruthy();
  });

  it('without the ballots nothing is kept that could be looked for', () => {
    localStorage.setItem(key, '{"approve":["a"]}');
    show(ResultList, {}, {}, 'participant');
    expect(screen.getByText(/alleen de uitslag bekendgemaakt/)).toBeTruthy();
    expect(localStorage.getItem(key)).toBeNull();
  });

  it.each([
    ['{"approve":["a"]}', 'Een stem zoals die van u staat in de lijst (4 keer).', /bewijst dit niets/],
    ['{"approve":["b"]}', 'Een stem zoals die van u staat niet in de lijst.', /zeg het nu tegen de begeleider/],
    [null, 'Dit apparaat weet niet wat u stuurde. U kunt zelf in de lijst zoeken.', null],
  ])('who sent %s hears: %s', async (kept, says, more) => {
    if (kept) localStorage.setItem(key, kept);
    const { get } = show(AllBallots, { published: true }, {}, 'participant');
    expect(get).not.toHaveBeenCalled();
    await press('Zoek mijn stem in de lijst');
    expect(await screen.findByText(says)).toBeTruthy();
    if (!more) return;
    expect(screen.getByText(more)).toBeTruthy();
    await press('Wis mijn stem van dit apparaat');
    expect(localStorage.getItem(key)).toBeNull();
  });

  it.each([
    ['ambtenaar', true],
    ['inwoner', false],
  ])('a %s, counted apart: %s, is not sent to look for what is not in the list', (group, apart) => {
    const phases = [{ id: 'vote', kind: 'vote', method: result.method, electorate: ['inwoner'], others: 'apart' }];
    const session = { format: { phases } };
    const me = { participant: { number: 7, group, duties: [] } };
    show(AllBallots, { published: true }, {}, 'participant', () => 0, { session, me });
    expect(screen.queryByText(/^Uw stem telde apart/) !== null).toBe(apart);
    expect(screen.queryByRole('button', { name: /^Zoek/ }) === null).toBe(apart);
  });

  it('everybody can read the list, with a word about what it may tell', async () => {
    show(AllBallots, { published: true }, {}, 'screen');
    expect(screen.queryByRole('button', { name: /^Zoek/ })).toBeNull();
    const details = document.querySelector('details')!;
    details.open = true;
    await fireEvent(details, new Event('toggle'));
    expect(await screen.findByText('4 keer')).toBeTruthy();
    expect(screen.getByText(/zeldzame keuze/)).toBeTruthy();
    expect(screen.getByText(/^9 mensen stemden met een hand/)).toBeTruthy();
  });
});
