/** Whether one may write for one's table depends on its secretary: when that changes, who sits there is told. */
import type { ParticipantRow } from '../store/store.ts';
import type { Scene } from './hall.ts';

type Seat = Pick<ParticipantRow, 'duties' | 'table' | 'removed'>;

/** After the transaction. Null: was not there yet, or is not any more. */
export function tellTables(
  { register, room }: Pick<Scene, 'register' | 'room'>,
  before: Seat | null | undefined,
  after: Seat | null | undefined,
): void {
  const [left, come] = [writesAt(before), writesAt(after)];
  if (left === come) return;
  for (const { id, table } of register.people) {
    if (table !== null && (table === left || table === come)) room.poke(id);
  }
}

function writesAt(seat: Seat | null | undefined): number | null {
  return seat && !seat.removed && seat.duties.includes('secretary') ? seat.table : null;
}
