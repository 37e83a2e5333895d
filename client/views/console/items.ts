import type { Picture } from '../../board/picture.ts';

/** How many items a vote on cards or on themes would have, as the board is now. */
export function itemsOnBoard(picture: Picture, kind: 'cards' | 'clusters'): number {
  if (kind === 'cards') return picture.cards.length;
  return picture.clusters.filter((cluster) => (picture.placed.get(cluster.id)?.length ?? 0) > 0).length;
}
