/** Restore points. A card that stays as it is costs nothing more, however many points there are. */
import type { PointBoard, PointCard, PointCluster } from '../../../shared/points.ts';
import type { Statements, StoredPointCard } from '../statements.ts';
import type { Store } from '../store.ts';

export function pointTables(
  { points, pointCards }: Statements,
  transaction: Store['transaction'],
): Pick<Store, 'points'> {
  return {
    points: {
      add(row, board) {
        transaction(() => {
          const { session } = row;
          const { seq: since } = points.add.run({ ...row, clusterList: JSON.stringify(board.clusters) });
          const kept = cardsAt(session, since);
          for (const card of board.cards) {
            const stored = toStored(card);
            if (!isSame(stored, kept.get(card.id))) pointCards.add.run({ session, since, ...stored });
          }
        });
      },
      of: (session) => points.of.all({ session }),
      board(session, id) {
        const point = points.get.get({ session, id });
        if (!point) return null;
        const clusters = JSON.parse(point.clusterList) as PointCluster[];
        return { cards: [...cardsAt(session, point.seq).values()].map(fromStored), clusters } satisfies PointBoard;
      },
      trim(session, most) {
        const oldest = points.oldest.get({ session, most });
        if (!oldest) return;
        transaction(() => {
          points.removeBefore.run({ session, seq: oldest.seq });
          pointCards.removeBefore.run({ session, seq: oldest.seq });
        });
      },
      eraseWords(session, cards) {
        transaction(() => {
          for (const card of cards) pointCards.eraseWords.run({ session, card });
        });
      },
    },
  };

  function cardsAt(session: string, seq: number): Map<string, StoredPointCard> {
    return new Map(pointCards.until.all({ session, seq }).map((row) => [row.card, row]));
  }
}

function toStored({ id, words, ...place }: PointCard): StoredPointCard {
  return { card: id, ...place, words: words && JSON.stringify(words) };
}

function fromStored({ card, words, ...place }: StoredPointCard): PointCard {
  return { id: card, ...place, words: words === null ? null : (JSON.parse(words) as PointCard['words']) };
}

function isSame(a: StoredPointCard, b: StoredPointCard | undefined): boolean {
  return a.words === b?.words && a.cluster === b?.cluster && a.mergedInto === b?.mergedInto && a.gone === b?.gone;
}
