import type * as Y from 'yjs';
import type { CardStamp } from '../../shared/stamp.ts';
import { sessionOf } from './board.ts';
import type { Register } from './register.ts';

/** What the server stamps on a card of this phase, written by `who`. Takes a number. */
export function stampOf(
  register: Register,
  doc: Y.Doc,
  card: { who: string | null; phase: string | null; at: number; via?: CardStamp['via']; table?: number | null },
): CardStamp {
  const { runs, run, showTables } = sessionOf(doc);
  const table = card.table === undefined ? (register.participant(card.who ?? '')?.table ?? null) : card.table;
  return {
    number: register.takeNumber(doc),
    at: card.at,
    phase: card.phase,
    run: runs[card.phase ?? ''] ?? run,
    table: showTables ? table : null,
    via: card.via ?? null,
  };
}
