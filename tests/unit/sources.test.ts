import * as Y from 'yjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { rankingKey, type Ranking } from '../../shared/ranking.ts';
import { itemOn, itemsFrom, groundOf } from '../../shared/sources.ts';
import { moveCard, plansMap } from '../../shared/document.ts';
import type { Result } from '../../shared/model.ts';
import type { Source } from '../../shared/phases/common.ts';
import { addCard, addResult, setLive, setMergedInto } from '../../shared/stamp.ts';
import { annas, bens, goner, longer, makeWorld, theme } from '../support/world.ts';

let doc: Y.Doc;
const ids = (source: Source) => itemsFrom(doc, source).map(({ id }) => id);
const stamp = { number: 20, at: 1, phase: 'pitch', run: 1, table: null, via: null };
const line = (id: string, rank: number, wins: boolean) => ({ id, title: id, rank, value: 9 - rank, voters: 1, wins });

beforeEach(() => {
  doc = makeWorld().doc;
});

function voted(run: number, ranking: Result['ranking'], phase = 'vote'): void {
  const method = { kind: 'dots', dots: 3, maxPerItem: 2 } as const;
  const count = { top: 1, cut: 'along', electorate: 2, ballots: 2, blank: 0, seed: '', commit: '', lots: [] } as const;
  addResult(doc, { phase, run, method, items: 'cards', ranking, ...count, lots: [] });
}

function arranged(run: number, winner: string): void {
  const ranking: Ranking = { phase: 'cluster', run, lines: [line(winner, 1, true), line(bens, 2, false)] };
  setLive(doc, rankingKey('cluster', run), ranking);
}

describe('what a phase is about', () => {
  it('is what lies on the board: not what was withdrawn, and not what is inside a merged card', () => {
    addCard(doc, 'together01', { kind: 'idea', title: 'Samen', text: '', cluster: null }, stamp, [annas, bens]);
    for (const id of [annas, bens]) setMergedInto(doc, id, 'together01');
    expect(ids({ from: 'cards' }).sort()).toEqual([longer, 'together01'].sort());
    expect(itemsFrom(doc, { from: 'cards' }).find(({ id }) => id === 'together01')?.originals).toEqual([annas, bens]);
  });

  it('can be cards of one kind, and leaves reactions out where none is named', () => {
    addCard(doc, 'question01', { kind: 'question', title: 'Hoe?', text: '', cluster: null }, stamp);
    doc.getMap<Y.Map<unknown>>('cards').get('question01')?.set('on', annas);
    expect(ids({ from: 'cards', kind: 'question' })).toEqual(['question01']);
    expect(ids({ from: 'cards' })).not.toContain('question01');
  });

  it('can be themes, those with a card in them, and what lies there says what they are', () => {
    expect(ids({ from: 'clusters' })).toEqual([]);
    moveCard(doc, annas, theme);
    expect(itemsFrom(doc, { from: 'clusters' })).toEqual([
      { id: theme, is: 'cluster', title: 'Groen', text: 'Bankje', letter: 'A', originals: [annas] },
    ]);
    expect(itemsFrom(doc, { from: 'cards' }).find(({ id }) => id === annas)?.letter).toBe('A');
  });

  it('can be plans, of one phase or of all', () => {
    plansMap(doc).set('planplan01', {
      title: 'Tuin',
      phase: 'work',
      run: 1,
      words: { what: 'Graven.', who: 'Wij', when: '' },
    });
    plansMap(doc).set('planplan02', new Y.Map([['title', 'Kas'] as const, ['phase', 'later'] as const]));
    plansMap(doc).set('planplan03', 'nonsense');
    expect(ids({ from: 'plans', phase: 'work' })).toEqual(['planplan01']);
    expect(itemsFrom(doc, { from: 'plans' }).map(({ title, text }) => [title, text])).toEqual([
      ['Tuin', 'Graven. Wij'],
      ['Kas', ''],
      ['', ''],
    ]);
  });

  it('can be the winners of a vote: best first, of its newest run', () => {
    voted(1, [line(bens, 1, true)]);
    voted(2, [line(longer, 1, true), line(annas, 2, true), line(bens, 3, false)]);
    expect(ids({ from: 'winners', phase: 'vote' })).toEqual([longer, annas]);
    expect(ids({ from: 'winners', phase: 'other' })).toEqual([]);
  });

  it('can be the winners of an arranging that ranks, and without a phase of the last that has any', () => {
    arranged(1, annas);
    arranged(2, theme);
    expect(ids({ from: 'winners', phase: 'cluster' })).toEqual([theme]);
    expect(ids({ from: 'winners' })).toEqual([theme]);
    voted(1, [line(bens, 1, true)]);
    expect(ids({ from: 'winners' })).toEqual([bens]);
  });

  it('leaves out a winner that is gone by now, and bears whatever lies under the key', () => {
    voted(1, [line(goner, 1, true), line(annas, 2, true), line('neverthere', 3, true)]);
    setLive(doc, rankingKey('cluster', 1), { phase: 'cluster', run: 1, lines: 'none' });
    setLive(doc, rankingKey('cluster', 2), null);
    setLive(doc, 'ranking:cluster:3', 7);
    expect(ids({ from: 'winners', phase: 'vote' })).toEqual([annas]);
    expect(ids({ from: 'winners', phase: 'cluster' })).toEqual([]);
  });

  it('is found by its id, whatever it is', () => {
    const ground = groundOf(doc);
    expect(itemOn(ground, annas)?.is).toBe('card');
    expect(itemOn(ground, theme)?.is).toBe('cluster');
    expect(itemOn(ground, goner)).toBeNull();
    expect(itemOn(ground, 'neverthere')).toBeNull();
  });
});
