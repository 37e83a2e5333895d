/** Where cards lie while people arrange: in themes they make, or in the columns that the phase gives. */
import { placeOf } from '../../../shared/document.ts';
import type { Phase } from '../../../shared/format.ts';
import type { Card, Cluster } from '../../../shared/model.ts';
import type { Words } from '../../../shared/words.ts';
import type { Picture } from '../../board/picture.ts';
import type { Place } from './areas.ts';

export interface Shelves {
  /** columns: nobody makes, names or dissolves them here */
  fixed: boolean;
  shelves: readonly Cluster[];
  placed: ReadonlyMap<Place, readonly Card[]>;
  placeOf(card: Card): Place;
}

type Seen = Pick<Picture, 'clusters' | 'clusterById' | 'placed' | 'topics'>;

export function shelvesOf(picture: Seen, phase: Phase | null | undefined, say: (words: Words) => string): Shelves {
  const columns = phase?.kind === 'arrange' ? phase.columns : undefined;
  if (!columns) {
    const { clusters: shelves, placed, clusterById } = picture;
    return { fixed: false, shelves, placed, placeOf: ({ cluster }) => placeOf(cluster, clusterById) };
  }
  const ids = new Set(columns.map(({ id }) => id));
  const columnOf = ({ column }: Card) => (column !== null && ids.has(column) ? column : null);
  const shelves = columns.map(({ id, title }, n): Cluster => {
    const letter = String.fromCharCode(65 + n);
    return { id, name: say(title), letter, order: n + 1, gone: false, mergedInto: null };
  });
  const placed = new Map<Place, Card[]>();
  for (const card of picture.topics) {
    const place = columnOf(card);
    placed.set(place, [...(placed.get(place) ?? []), card]);
  }
  return { fixed: true, shelves, placed, placeOf: columnOf };
}
