/** Restoring, held against random boards: what comes back, what does not, and that it can be undone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onBoard, placeOf } from '../../shared/document.ts';
import type { Card, Cluster } from '../../shared/model.ts';
import { anyActs, Arranging, gentleActs } from '../support/arranging.ts';
import { Evening, seeded, value } from './evening.ts';

const runs = { numRuns: 60 };

interface Board {
  cards: Card[];
  clusters: Cluster[];
}

function begin() {
  const evening = new Evening({ random: seeded('restoring') });
  const people = evening.people(3);
  value(evening.move('pitch'));
  const board = new Arranging(evening, people);
  for (const [n, person] of [...people, ...people].entries()) board.wrote(person, `kaart ${n}`);
  value(evening.move('cluster'));
  evening.clock.pass(60_000);
  board.do([
    ['makeTheme', 0, 0, 'groen'],
    ['makeTheme', 0, 0, 'samen'],
  ]);
  return { evening, board };
}

const lookAt = ({ cards, clusters }: Arranging): Board => ({ cards, clusters });

/** Makes a point of the board as it is now. */
function point(evening: Evening): string {
  value(evening.move('cluster'));
  return value(evening.services.points.list(evening.lead)).at(-1)!.id;
}

const restore = (evening: Evening, id: string) => value(evening.services.points.restore(evening.lead, id));

/** What people see of these cards: which lie where, with what words; and the themes. */
function shown({ cards, clusters }: Board, ids: ReadonlySet<string>) {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const clusterById = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  return {
    cards: cards
      .filter((card) => ids.has(card.id) && onBoard(card, (id) => byId.get(id)))
      .map(({ id, title, text, cluster }) => ({ id, title, text, place: placeOf(cluster, clusterById) })),
    themes: clusters.filter(({ gone, mergedInto }) => !gone && mergedInto === null).map(({ id, name }) => [id, name]),
  };
}

describe('restoring', { timeout: 60_000 }, () => {
  it('makes cards and themes as they were, whatever was arranged, written and merged since', () => {
    const property = fc.property(anyActs, gentleActs, (before, after) => {
      const { evening, board } = begin();
      board.do(before);
      const [then, id] = [lookAt(board), point(evening)];
      board.do(after);
      const now = lookAt(board);
      restore(evening, id);
      const old = new Set(then.cards.map((card) => card.id));
      const end = lookAt(board);
      expect(shown(end, old)).toEqual(shown(then, old));
      expect(end.cards.filter((card) => old.has(card.id))).toEqual(then.cards);
      for (const card of now.cards) {
        if (old.has(card.id)) continue;
        const { title, text, cluster, gone } = end.cards.find((each) => each.id === card.id)!;
        if (card.mergedFrom.length > 0) expect(gone).toBe('withdrawn');
        else expect({ title, text, cluster, gone }).toEqual(pickWords(card));
      }
    });
    fc.assert(property, runs);
  });

  it('never brings back what was taken off the board, and takes nothing off it but what was merged since', () => {
    const property = fc.property(anyActs, anyActs, (before, after) => {
      const { evening, board } = begin();
      board.do(before);
      const [then, id] = [lookAt(board), point(evening)];
      board.do(after);
      const now = lookAt(board);
      restore(evening, id);
      const end = lookAt(board);
      expect(end.cards.map((card) => card.id)).toEqual(now.cards.map((card) => card.id));
      for (const [n, card] of end.cards.entries()) {
        const was = now.cards[n]!;
        const old = then.cards.find((each) => each.id === card.id);
        if (was.mergedFrom.length === 0 || was.gone === 'hidden') expect(card.gone).toBe(was.gone);
        if (card.gone) expect([card.title, card.text]).toEqual(['', '']);
        if (!card.gone && !was.gone && old?.gone === null) expect(card.cluster).toBe(old.cluster);
        const parent = end.cards.find((each) => each.id === card.mergedInto);
        expect(parent?.gone).not.toBe('withdrawn'); // else it could never be merged again
      }
      const themes = new Map(then.clusters.map((cluster) => [cluster.id, cluster]));
      for (const cluster of end.clusters) {
        const old = themes.get(cluster.id);
        if (old) expect(cluster).toEqual(old);
        else expect(cluster.gone || cluster.mergedInto !== null).toBe(true);
      }
    });
    fc.assert(property, runs);
  });

  it('can be undone: restoring the point it made gives the very same board', () => {
    const property = fc.property(anyActs, anyActs, (before, after) => {
      const { evening, board } = begin();
      board.do(before);
      const id = point(evening);
      board.do(after);
      const now = lookAt(board);
      const { point: undo, cards, clusters } = restore(evening, id);
      if (undo === null) expect([cards, clusters]).toEqual([0, 0]);
      else restore(evening, undo);
      expect(lookAt(board)).toEqual(now);
    });
    fc.assert(property, runs);
  });
});

function pickWords({ title, text, cluster, gone }: Card) {
  return { title, text, cluster, gone };
}
