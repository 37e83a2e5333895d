import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Board } from '../../client/board/board.svelte.ts';
import { emptyPicture } from '../../client/board/picture.ts';
import type { Reply } from '../../client/connection/api.ts';
import EnterHands from '../../client/phases/vote/papers/EnterHands.svelte';
import EnterPaper from '../../client/phases/vote/papers/EnterPaper.svelte';
import PaperDesk from '../../client/phases/vote/papers/PaperDesk.svelte';
import { pairsOf } from '../../client/phases/vote/papers/pairs.ts';
import { Papers } from '../../client/phases/vote/papers/papers.svelte.ts';
import type { PapersInfo } from '../../shared/api/papers.ts';
import type { BallotPaper } from '../../shared/api.ts';
import { ballotCodeLength, makePaperCode, showCode } from '../../shared/papercode.ts';
import type { Method } from '../../shared/phases/vote.ts';
import { formatWith } from '../support/methods.ts';
import Held from './Held.svelte';

const code = makePaperCode((count) => new Uint8Array(count).map((_, index) => index * 7), ballotCodeLength);
const items = ['Bankjes', 'Soep', 'Licht'];
const ok = <T>(value: T) => Promise.resolve({ ok: true, value } as Reply<T>);

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});

/** A console with a vote by this method; `says` answers what is sent, by the end of its path. */
async function desk(
  method: Method,
  says: Record<string, unknown>,
  more: Partial<PapersInfo> = {},
  on: Record<string, unknown> = {},
) {
  const sent: [string, unknown][] = [];
  const info: PapersInfo = {
    run: 1,
    open: true,
    items: [...items]
      .reverse()
      .map((title, index) => ({ id: title, mark: `${index + 1}`, title, text: '', struck: false })),
    groups: [{ group: '', printed: 2 }],
    printed: 2,
    counted: 0,
    aside: 0,
    waiting: [],
    hands: null,
    tables: [],
    people: 2,
    ...more,
  };
  const paper: BallotPaper = {
    phase: 'vote',
    run: 1,
    state: 'open',
    opensAt: 0,
    method,
    commit: '',
    items: items.map((title) => ({ id: title, title, text: '', letter: null, originals: [], struck: false })),
    ballot: null,
    eligible: false,
    standing: 'none',
  };
  const board = {
    code: 'KRAS-7QXM',
    picture: emptyPicture,
    me: null,
    session: { format: { groups: [] }, ...on },
    vote: { state: 'open' },
    api: {
      get: (path: string) => ok(structuredClone(path.includes('/ballots/') ? paper : info)),
      send: (_: string, path: string, body: unknown) => {
        const below = path.split('/').at(-1)!;
        sent.push([below, body]);
        const said = says[below];
        return typeof said === 'string'
          ? Promise.resolve({ ok: false, code: said, detail: null })
          : ok(said ?? { ok: true });
      },
    },
  } as unknown as Board;
  const papers = new Papers(board, 'vote');
  await papers.load();
  const phase = formatWith(method).phases.find(({ kind }) => kind === 'vote');
  const show = (view: unknown, given = {}) =>
    render(Held, { board, view: view as never, given: { papers, phase, ...given } });
  return { sent, show };
}

/** The form of a method is fetched when it is shown: on a busy machine that takes a while. */
const until = (see: () => void) => vi.waitFor(see, 10_000);
const dots: Method = { kind: 'dots', dots: 3, maxPerItem: 2 };
const field = () => screen.getByLabelText<HTMLInputElement>('Code van het stembiljet');
const type = (value: string, into: HTMLElement = field()) => fireEvent.input(into, { target: { value } });
const enter = (from: HTMLElement) => fireEvent.submit(from.closest('form')!);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const says = (text: string) => until(() => expect(screen.getAllByText(text).length).toBeGreaterThan(0));

describe('entering a ballot of paper', () => {
  it('finds a typing error in the code by itself, and stays there', async () => {
    const { sent, show } = await desk(dots, {});
    show(EnterPaper);
    await type('ABC');
    await enter(field());
    await says('Een code heeft 8 letters en cijfers.');
    await type(code.slice(0, 7) + (code.endsWith('A') ? 'B' : 'A'));
    await says('Eén letter of cijfer klopt niet. Kijk nog eens goed.');
    expect([sent, document.activeElement]).toEqual([[], field()]);
  });

  it('shows the paper with its marks in its order, and goes on to the next', async () => {
    const seen = { group: '', mine: false, theirs: false };
    const { sent, show } = await desk(dots, { look: seen, entry: { is: 'waits' } });
    show(EnterPaper);
    await type(showCode(code).toLowerCase());
    await enter(field());
    await until(() => expect(screen.getByRole('button', { name: '1 stip erbij voor 2. Soep' })).toBeTruthy());
    expect(document.activeElement?.id).toBe('entry-heading');
    const titles = screen.getAllByRole('listitem').map((node) => /\d\. \w+/.exec(node.textContent ?? '')?.[0]);
    expect(titles).toEqual(['1. Licht', '2. Soep', '3. Bankjes']);
    await press('1 stip erbij voor 2. Soep');
    await press('Bewaar dit stembiljet');
    await says('Bewaard. Een tweede begeleider moet dit stembiljet ook invoeren.');
    expect(sent).toEqual([
      ['look', { code }],
      ['entry', { code, ballot: { dots: { Soep: 1 } } }],
    ]);
    await until(() => expect([document.activeElement, field().value]).toEqual([field(), '']));
  });

  it('says that two people differ, not what the other entered, and keeps the code at hand', async () => {
    const seen = { group: '', mine: false, theirs: true };
    const { show } = await desk(dots, { look: seen, entry: { is: 'differs' } });
    show(EnterPaper);
    await type(code);
    await enter(field());
    await says('Een ander voerde dit stembiljet ook in. Voer in wat er op het papier staat.');
    await until(() => expect(screen.getByRole('button', { name: 'Bewaar als leeg stembiljet' })).toBeTruthy());
    await press('Bewaar als leeg stembiljet');
    await says('Een ander voerde iets anders in. Kijk allebei nog eens op het papier, en voer het opnieuw in.');
    expect(field().value).toBe(code);
  });

  it('sets a ballot aside with a reason, and not without', async () => {
    const { sent, show } = await desk(dots, { look: { group: '', mine: false, theirs: false } });
    show(EnterPaper);
    await type(code);
    await enter(field());
    await until(() => expect(screen.getByRole('button', { name: 'Ongeldig' })).toBeTruthy());
    await press('Ongeldig');
    const reason = screen.getByLabelText('Waarom?');
    await enter(reason);
    await says('Vul in waarom.');
    await type('Gescheurd', reason);
    await enter(reason);
    await says('Het stembiljet is ongeldig verklaard.');
    expect(sent.at(-1)).toEqual(['aside', { code, reason: 'Gescheurd' }]);
  });

  it('shows the pairs that were printed under this code', async () => {
    const pairwise: Method = { kind: 'pairwise', duels: 2 };
    const { sent, show } = await desk(pairwise, {
      look: { group: '', mine: false, theirs: false },
      entry: { is: 'counted' },
    });
    show(EnterPaper);
    await type(code);
    await enter(field());
    const printed = pairsOf(code, ['Licht', 'Soep', 'Bankjes'], 2);
    await until(() => expect(screen.getAllByRole('listitem')).toHaveLength(2));
    for (const pair of printed)
      await fireEvent.click(screen.getByRole('button', { name: new RegExp(`${pair.left}$`) }));
    await press('Bewaar dit stembiljet');
    await says('Geteld. U voerden allebei hetzelfde in.');
    expect(sent.at(-1)).toEqual([
      'entry',
      { code, ballot: { duels: printed.map((pair) => ({ ...pair, choice: 'left' })) } },
    ]);
  });
});

describe('pairs on paper', () => {
  it('are as many as asked, none twice, each item about as often', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const pairs = pairsOf(code, ids, 9);
    expect(new Set(pairs.map(({ left, right }) => [left, right].sort().join())).size).toBe(9);
    const times = ids.map((id) => pairs.filter(({ left, right }) => left === id || right === id).length);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
    expect(pairsOf(code, ids, 9)).toEqual(pairs);
    expect(pairsOf(code, ['a', 'b'], 9)).toHaveLength(1);
  });
});

describe('what goes on paper and by hand', () => {
  const hands = 'Handen per tafel';

  it.each([
    ['open', true],
    ['badge', false],
  ])('hands are asked for while devices vote, with admission %s: %s', async (admission, asked) => {
    const { show } = await desk({ kind: 'single' }, {}, { hands: 'one' }, { admission });
    show(PaperDesk);
    await until(() => expect(screen.getByText('Maak stembiljetten')).toBeTruthy());
    expect(screen.queryByText(hands) !== null).toBe(asked);
    expect(screen.queryByText(/Geef papier dus alleen aan wie niet meedoet/) !== null).toBe(asked);
    expect(screen.queryByText(/Sluit daarom eerst de stemming voor telefoons/) !== null).toBe(!asked);
  });

  it('is nothing where a table votes together', async () => {
    const { show } = await desk({ kind: 'tables', choices: 3 }, {});
    show(PaperDesk);
    await says('Hier stemt elke tafel samen, op één apparaat. Dan kan niemand op papier of met een hand stemmen.');
    expect(screen.queryByText('Maak stembiljetten')).toBeNull();
  });
});

describe('entering hands', () => {
  it('asks for table and people, and sends the hands that were raised', async () => {
    const { sent, show } = await desk({ kind: 'single' }, { hands: { is: 'counted' } }, { hands: 'one' });
    show(EnterHands, { kind: 'one' });
    const table = screen.getByLabelText('Nummer van de tafel');
    await enter(table);
    await says('Vul het nummer van de tafel in.');
    expect(sent).toEqual([]);
    await type('4', table);
    await type('8', screen.getByLabelText('Hoeveel mensen stemmen hier met hun hand?'));
    await type('5', screen.getByLabelText('Handen voor 2. Soep'));
    await enter(table);
    await says('Geteld. U telden allebei hetzelfde.');
    expect(sent).toEqual([['hands', { table: 4, people: 8, yes: { Soep: 5 } }]]);
    await until(() => expect(document.activeElement).toBe(table));
  });

  it('asks yes and no where people answer, and says why hands were refused', async () => {
    const { sent, show } = await desk({ kind: 'consent' }, { hands: 'too_large' }, { hands: 'answers' });
    show(EnterHands, { kind: 'answers' });
    await type('1', screen.getByLabelText('Nummer van de tafel'));
    await type('3', screen.getByLabelText('Hoeveel mensen stemmen hier met hun hand?'));
    await type('2', screen.getByLabelText('Ja voor 1. Licht'));
    await type('1', screen.getByLabelText('Nee voor 1. Licht'));
    await enter(screen.getByLabelText('Nummer van de tafel'));
    await says('Dit is te groot. Maak het korter.');
    expect(sent).toEqual([['hands', { table: 1, people: 3, yes: { Licht: 2 }, no: { Licht: 1 } }]]);
  });
});
