import * as Y from 'yjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyPicture, watch, type Picture } from '../../client/board/picture.ts';
import { editCard, makeCard, moveCard, nameCluster } from '../../shared/document.ts';
import { addCluster, setSession } from '../../shared/stamp.ts';
import { annas, bens, goner, makeWorld, theme } from '../support/world.ts';

let theirs: Y.Doc;
let mine: Y.Doc;
let drawn: Picture[];
let stop: () => void;
const last = () => drawn.at(-1) ?? emptyPicture;

beforeEach(() => {
  vi.useFakeTimers();
  theirs = makeWorld().doc;
  mine = new Y.Doc();
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  theirs.on('update', (update: Uint8Array) => Y.applyUpdate(mine, update, 'wire'));
  drawn = [];
  stop = watch(mine, (picture) => drawn.push(picture));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('the picture of a board', () => {
  it('is there at once, without what is gone', () => {
    expect(drawn).toHaveLength(1);
    expect(last().cards.map(({ id }) => id)).not.toContain(goner);
    expect(last().byId.get(annas)?.title).toBe('Bankje');
    expect(last().placed.get(null)?.length).toBe(last().cards.length);
  });

  it('shows the first change after a quiet moment at once, and what comes in a rush together', () => {
    vi.advanceTimersByTime(1_000);
    for (const title of ['een', 'twee', 'drie']) editCard(theirs, annas, { title });
    expect([drawn.length, last().byId.get(annas)?.title]).toEqual([2, 'een']);
    vi.advanceTimersByTime(100);
    expect([drawn.length, last().byId.get(annas)?.title]).toEqual([3, 'drie']);
    vi.advanceTimersByTime(1_000);
    expect(drawn).toHaveLength(3);
  });

  it('shows my own change at once, and theirs along with it', () => {
    editCard(theirs, bens, { title: 'Buitenbad' });
    makeCard(mine, { id: 'newcard001', kind: 'idea', title: 'Kas', text: '' });
    expect(last().byId.get('newcard001')?.title).toBe('Kas');
    expect(last().byId.get(bens)?.title).toBe('Buitenbad');
    const count = drawn.length;
    vi.advanceTimersByTime(1_000);
    expect(drawn).toHaveLength(count);
  });

  it('keeps what did not change as the same objects', () => {
    const before = last();
    moveCard(mine, annas, theme);
    const { byId, placed } = last();
    expect(placed.get(theme)?.map(({ id }) => id)).toEqual([annas]);
    for (const part of ['session', 'clusters', 'clusterById', 'votes', 'results'] as const)
      expect(last()[part]).toBe(before[part]);
    expect(byId.get(bens)).toBe(before.byId.get(bens));
    expect(byId.get(annas)).not.toBe(before.byId.get(annas));
  });

  it('reads anew what did, and lets nobody wait for a session or a theme', () => {
    editCard(theirs, bens, { title: 'Buitenbad' });
    setSession(theirs, { phase: 'cluster', run: 1 });
    expect(last().session?.phase).toBe('cluster');
    addCluster(theirs, { id: 'cluster002', name: 'Water', letter: 'B', order: 2, gone: false, mergedInto: null });
    nameCluster(theirs, theme, 'Groener');
    expect(last().clusters.map(({ name }) => name)).toEqual(['Groener', 'Water']);
  });

  it('is not drawn any more when nobody looks', () => {
    editCard(theirs, annas, { title: 'laat' });
    const count = drawn.length;
    stop();
    stop = () => undefined;
    vi.advanceTimersByTime(1_000);
    editCard(theirs, annas, { title: 'later' });
    expect(drawn).toHaveLength(count);
  });
});
