/** Restore points, each with a whole board. */
import type { PointBoard } from '../../../shared/points.ts';
import type { PointRow, Store } from '../store.ts';
import type { Table } from './table.ts';

export interface KeptBoard {
  session: string;
  id: string;
  board: PointBoard;
}

export function pointTables(points: Table<PointRow>, boards: Table<KeptBoard>): Store['points'] {
  return {
    add(row, board) {
      points.add(row);
      boards.add({ session: row.session, id: row.id, board });
    },
    of: (session) => points.where({ session }),
    board: (session, id) => boards.get([session, id])?.board ?? null,
    trim(session, most) {
      const all = points.where({ session });
      for (const { id } of all.slice(0, Math.max(0, all.length - most))) {
        points.remove({ session, id });
        boards.remove({ session, id });
      }
    },
    eraseWords(session, cards) {
      const erased = new Set(cards);
      for (const { id, board } of boards.where({ session })) {
        const left = board.cards.map((card) => (erased.has(card.id) ? { ...card, words: null } : card));
        boards.put({ session, id, board: { ...board, cards: left } });
      }
    },
  };
}
