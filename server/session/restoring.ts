/**
 * Back to a restore point, by writing forward: ordinary changes in one tick, on top of all that happened, so that whoever
 * comes back with an old copy merges with them. Ballots, results, roll, people and phase stay as they are.
 */
import type * as Y from 'yjs';
import { editCard, moveCard, nameCluster, putInColumn, readCards, readClusters } from '../../shared/document.ts';
import { refuse } from '../../shared/refusals.ts';
import { putBack, setCluster, setMergedInto, takeOut, type CardContent } from '../../shared/stamp.ts';
import { differenceWith, type CardChange, type ClusterChange } from './difference.ts';
import type { Hall } from './hall.ts';
import { answer, type Services } from './services.ts';

export function makeRestoring(hall: Hall): Services['points'] {
  const { store } = hall.parts;

  return {
    list(ask) {
      const scene = hall.may(ask, { type: 'points.list' });
      return scene.ok ? answer(store.points.of(ask.code)) : scene;
    },

    restore(ask, point) {
      const entered = hall.enter(ask);
      if (!entered.ok) return entered;
      const [open] = entered.value.register.openVotes;
      const asked = hall.may(ask, { type: 'points.restore' }, open?.state ?? null);
      if (!asked.ok) return asked;
      const { code, doc, register, room } = asked.value;
      const board = store.points.board(code, point);
      if (!board) return refuse('not_found', 'point');
      const { cards, clusters } = differenceWith({ cards: readCards(doc), clusters: readClusters(doc) }, board);
      if (cards.length + clusters.length === 0) return answer({ cards: 0, clusters: 0, point: null });
      hall.act(
        asked.value,
        'points.restore',
        point,
        (shared) => {
          for (const change of clusters) changeCluster(shared, change);
          return cards.map((change) => [change.id, changeCard(shared, change)] as const);
        },
        (taken) => {
          for (const [card, content] of taken) {
            if (content) store.gone.put({ session: code, card, gone: 'withdrawn', reason: '', content });
          }
          for (const { id, again } of cards) if (again) store.gone.remove(code, id);
        },
      );
      const makers = cards.filter(({ apart, again }) => apart ?? again).map(({ id }) => register.authors.of(id));
      for (const who of new Set(makers)) if (who !== undefined) room.poke(who);
      hall.pokeLeaders(asked.value);
      const undo = store.points.of(code).at(-1)!; // `act` made it first
      return answer({ cards: cards.length, clusters: clusters.length, point: undo.id });
    },
  };
}

/** What a merged card said that is taken apart: it goes to the store, as when somebody does so. */
function changeCard(
  doc: Y.Doc,
  { id, mergedInto, cluster, again, apart, column, ...words }: CardChange,
): CardContent | null {
  if (mergedInto !== undefined) setMergedInto(doc, id, mergedInto);
  if (apart) return takeOut(doc, id, 'withdrawn');
  if (again) putBack(doc, id, again);
  if (cluster !== undefined) moveCard(doc, id, cluster);
  if (column !== undefined) putInColumn(doc, id, column);
  editCard(doc, id, words);
  return null;
}

function changeCluster(doc: Y.Doc, { id, name, ...marks }: ClusterChange): void {
  if (name !== undefined) nameCluster(doc, id, name);
  setCluster(doc, id, marks);
}
