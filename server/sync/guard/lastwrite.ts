/** Which write of a map's key stays: the last in its row. */
import * as Y from 'yjs';
import { Row, type Stretch } from './row.ts';

export interface Settled {
  /** the key shows something now */
  before: boolean;
  /** the key would show something after the update */
  after: boolean;
  /** the last in the row of the new writes that say something: what the update means to write */
  written: Y.Item | null;
}

/** Whether the update deletes this id. */
export type Dies = (client: number, clock: number) => boolean;

/**
 * @param current the item the key shows now, or its last deleted one; null when the key was never written
 * @param items the update's own writes, in the order in which they can be taken in
 */
export function settle(current: Y.Item | null, items: readonly Y.Item[], dies: Dies): Settled {
  const row = new Row(firstOf(current));
  for (const item of items) row.insert(item);
  const says = ({ item, client, clock, length }: Stretch) =>
    !item.deleted && !(item.content instanceof Y.ContentDeleted) && !dies(client, clock + length - 1);
  const settled: Settled = {
    before: current !== null && !current.deleted,
    after: row.last !== null && says(row.last),
    written: null,
  };
  for (const write of row.fromLast()) {
    if (!write.isNew || !says(write)) continue;
    settled.written = write.item;
    break;
  }
  return settled;
}

function firstOf(item: Y.Item | null): Y.Item | null {
  let first = item;
  while (first?.left) first = first.left;
  return first;
}
