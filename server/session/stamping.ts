import type * as Y from 'yjs';
import { phaseOf } from '../../shared/format.ts';
import { isByTable } from '../../shared/phases/contribute.ts';
import type { CardStamp } from '../../shared/stamp.ts';
import { sessionOf } from './board.ts';
import type { Register } from './register.ts';

/** What the server stamps on a card of this phase, written by `who`. Takes a number. */
export function stampOf(
  register: Register,
  doc: Y.Doc,
  card: { who: string | null; phase: string | null; at: number; via?: CardStamp['via']; table?: number | null },
): CardStamp {
  const { runs, run, showTables, format } = sessionOf(doc);
  const phase = phaseOf(format, card.phase);
  const table = card.table === undefined ? (register.participant(card.who ?? '')?.table ?? null) : card.table;
  return {
    number: register.authors.takeNumber(doc),
    at: card.at,
    phase: card.phase,
    run: runs[card.phase ?? ''] ?? run,
    // what a table writes together is the table's, and nobody's in person
    table: showTables || (phase && isByTable(phase)) ? table : null,
    via: card.via ?? null,
  };
}
