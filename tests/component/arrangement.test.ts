import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { Done } from '../../client/board/history.ts';
import { Arrangement, type ArrangingBoard } from '../../client/phases/arrange/arrangement.svelte.ts';
import { emptyPicture, type Picture } from '../../client/board/picture.ts';
import type { Card, Cluster } from '../../shared/model.ts';
import { refuse, yes, type Refusal } from '../../shared/refusals.ts';

const card = (id: string, more: Partial<Card> = {}) =>
  ({ id, title: id, text: '', cluster: null, gone: null, mergedFrom: [], mergedInto: null, ...more }) as Card;
const theme = (id: string, letter: string, name: string) =>
  ({ id, letter, name, order: 1, gone: false, mergedInto: null }) as Cluster;

function table(refusal: Refusal | null = null, more: Partial<Picture> = {}, phase: unknown = null) {
  const cards = [card('soep', { cluster: 't1' }), card('licht'), card('bankjes')];
  const clusters = [theme('t1', 'A', 'Ontmoeten'), theme('t2', 'B', 'Veilig op straat')];
  const picture: Picture = {
    ...emptyPicture,
    cards,
    clusters,
    byId: new Map(cards.map((one) => [one.id, one])),
    clusterById: new Map(clusters.map((one) => [one.id, one])),
    placed: new Map([
      ['t1', [cards[0]!]],
      [null, cards.slice(1)],
    ]),
    ...more,
  };
  const did: unknown[] = [];
  const undos: Done[] = [];
  const board = {
    picture,
    phase,
    undoable: 1,
    can: () => refusal ?? refuse('card_gone'),
    perform: (...steps: unknown[]) => (did.push(...steps), refusal ?? yes),
    moveCards: (ids: readonly string[], place: string | null) => (did.push([ids, place]), refusal ?? yes),
    command: (command: unknown, undo: Done) => {
      did.push(command);
      undos.push(undo);
      return Promise.resolve({ ok: true, value: null });
    },
    undo: () => Promise.resolve(refuse('built_upon')),
  } as unknown as ArrangingBoard;
  return { arrangement: new Arrangement(board), did, undos, picture };
}

describe('moving', () => {
  it('says in words where a card went', () => {
    const { arrangement, did } = table();
    arrangement.acts.move(['licht'], 't2');
    expect(did).toEqual([[['licht'], 't2']]);
    expect(arrangement.said).toBe('Kaart verplaatst naar B Veilig op straat.');
    arrangement.acts.move(['soep', 'licht'], null);
    expect(arrangement.said).toBe('Kaart verplaatst naar Nog te plaatsen.');
  });

  it('does nothing when the card is there already, and says so again when asked again', () => {
    const { arrangement, did } = table();
    arrangement.acts.move(['soep'], 't1');
    const first = arrangement.said;
    arrangement.acts.move(['soep'], 't1');
    expect(did).toEqual([]);
    expect(first).toMatch(/ligt al bij A Ontmoeten/);
    expect(arrangement.said).not.toBe(first);
  });

  it('makes a theme with cards in it as one act', () => {
    const { arrangement, did } = table();
    const made = arrangement.acts.makeTheme('Groen', ['licht', 'bankjes']);
    expect(did).toMatchObject([
      { type: 'cluster.make', cluster: made, name: 'Groen' },
      { type: 'card.move', card: 'licht', after: made },
      { type: 'card.move', card: 'bankjes', after: made },
    ]);
  });

  it('is only looking when the phase does not allow it', () => {
    const { arrangement } = table(refuse('phase_closed'));
    arrangement.startSelecting();
    expect([arrangement.free, arrangement.refusal, arrangement.selecting]).toEqual([false, 'phase_closed', false]);
  });

  it('goes on to the next card without a place', () => {
    const { arrangement } = table();
    expect(arrangement.nextUnplaced('licht')).toBe('bankjes');
    expect(arrangement.nextUnplaced('bankjes')).toBeNull();
  });
});

describe('columns', () => {
  const named = (id: string, nl: string) => ({ id, title: { nl, en: nl } });
  const phase = { kind: 'arrange', columns: [named('wij', 'Dit doen wij'), named('samen', 'Dit doen wij samen')] };
  const cards = [card('soep', { column: 'wij' }), card('licht', { column: 'gone' }), card('bankjes', { column: null })];
  const seen = { topics: cards, byId: new Map(cards.map((one) => [one.id, one])) };

  it('are where cards lie, in the order of the phase; a column nobody knows is none', () => {
    const { arrangement } = table(null, { ...seen }, phase);
    const lies = arrangement.areas.map(({ letter, name, cards: all }) => [letter, name, all.map(({ id }) => id)]);
    expect(lies).toEqual([
      ['A', 'Dit doen wij', ['soep']],
      ['B', 'Dit doen wij samen', []],
      ['', 'Nog in geen kolom', ['licht', 'bankjes']],
    ]);
    expect([arrangement.free, arrangement.shaping]).toEqual([true, false]);
  });

  it('take a card by the same list, and say so', () => {
    const { arrangement, did } = table(null, { ...seen }, phase);
    arrangement.acts.move(['soep', 'bankjes'], 'samen');
    expect(did).toEqual([
      { type: 'card.column', card: 'soep', before: 'wij', after: 'samen' },
      { type: 'card.column', card: 'bankjes', before: null, after: 'samen' },
    ]);
    expect(arrangement.said).toBe('2 kaarten verplaatst naar B Dit doen wij samen.');
  });
});

describe('several cards at once', () => {
  it('picks up all that are ticked, in order of arrival', () => {
    const { arrangement } = table();
    arrangement.startSelecting();
    for (const id of ['bankjes', 'soep']) arrangement.toggle(id);
    expect(arrangement.along('bankjes')).toEqual(['soep', 'bankjes']);
    expect(arrangement.along('licht')).toEqual(['licht']);
    arrangement.toggle('soep');
    expect(arrangement.selected).toEqual(['bankjes']);
    arrangement.stopSelecting();
    expect(arrangement.selected).toEqual([]);
  });

  it('merges by command, and knows how to take that back while nobody built on it', async () => {
    const { arrangement, did, undos } = table();
    await arrangement.acts.merge(['soep', 'licht'], 'Soep bij licht', '');
    const id = (did[0] as { body: { id: string } }).body.id;
    expect(did).toMatchObject([{ path: '/cards/merge', body: { cards: ['soep', 'licht'], title: 'Soep bij licht' } }]);
    expect(undos[0]?.undo).toEqual([{ door: 'command', command: { path: `/cards/${id}/unmerge` } }]);
    const seen = (parent: string) => ({
      card: (asked: string) => (asked === id ? card(id) : card(asked, { mergedInto: parent })),
      cluster: () => undefined,
    });
    expect([undos[0]?.untouched(seen(id)), undos[0]?.untouched(seen('other'))]).toEqual([true, false]);
  });
});

describe('looking', () => {
  it('goes from all to one theme and back', () => {
    const { arrangement } = table();
    expect(arrangement.opened).toBeUndefined();
    arrangement.open('t1');
    expect(arrangement.opened?.name).toBe('Ontmoeten');
    arrangement.open(null);
    expect(arrangement.opened?.total).toBe(2);
    arrangement.back();
    expect(arrangement.opened).toBeUndefined();
  });

  it('follows what is searched', () => {
    const { arrangement } = table();
    arrangement.query = 'SOEP';
    flushSync();
    expect([arrangement.found, arrangement.areas[0]?.total]).toEqual([1, 1]);
  });

  it('says in a sentence that somebody built on it', async () => {
    const { arrangement } = table();
    await arrangement.acts.undo();
    expect(arrangement.said).toMatch(/Iemand anders ging hier al op verder/);
  });
});
