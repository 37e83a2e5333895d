/**
 * How many cards somebody made in a phase, or their table, where it writes together. Cards that take the command door are
 * counted apart from them: whoever could add up the cards would know whose they are.
 */
import type * as Y from 'yjs';
import type { Phase } from '../../shared/format.ts';
import type { Session } from '../../shared/model.ts';
import { isByTable, takesCommand } from '../../shared/phases/contribute.ts';
import type { Store } from '../store/store.ts';
import { countAtTable, countMade } from './board.ts';
import type { Register } from './register.ts';

const kind = 'made';

export function madeIn(
  store: Pick<Store, 'records'>,
  doc: Y.Doc,
  register: Register,
  session: Pick<Session, 'runs'>,
  who: string,
  phase: Phase,
): number {
  const table = register.participant(who)?.table ?? null;
  if (phase.kind === 'contribute' && takesCommand(phase)) {
    const row = store.records.get(register.code, kind, keyOf(phase, session, who, table));
    return row ? (row.value as number) : 0;
  }
  if (isByTable(phase)) return table === null ? 0 : countAtTable(doc, table, phase.id, session);
  return countMade(doc, register.authors.cardsOf(who), phase.id, session);
}

/** Within a transaction: one more by the command door. */
export function countOne(
  store: Pick<Store, 'records'>,
  doc: Y.Doc,
  register: Register,
  session: Pick<Session, 'runs'>,
  who: string,
  phase: Phase,
): void {
  const table = register.participant(who)?.table ?? null;
  const value = madeIn(store, doc, register, session, who, phase) + 1;
  store.records.put({ session: register.code, kind, id: keyOf(phase, session, who, table), value });
}

function keyOf(phase: Phase, { runs }: Pick<Session, 'runs'>, who: string, table: number | null): string {
  return `${phase.id}:${runs[phase.id] ?? 0}:${isByTable(phase) ? `table${table}` : who}`;
}
