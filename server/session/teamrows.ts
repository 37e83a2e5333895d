/** Who is in which team: outside the document. */
import type { Store } from '../store/store.ts';

export interface TeamRow {
  phase: string;
  run: number;
  item: string;
  /** in order of sign-up. `show`: their name may stand there */
  members: { who: string; show: boolean }[];
  lead: string | null;
}

const kind = 'team';
const idOf = ({ phase, run, item }: Pick<TeamRow, 'phase' | 'run' | 'item'>) => `${phase}:${run}:${item}`;

export function teamRows(store: Store, session: string): TeamRow[] {
  return store.records.of(session, kind).map(({ value }) => value as TeamRow);
}

export function teamRow(store: Store, session: string, key: Pick<TeamRow, 'phase' | 'run' | 'item'>): TeamRow {
  const found = store.records.get(session, kind, idOf(key));
  const { phase, run, item } = key;
  return found ? (found.value as TeamRow) : { phase, run, item, members: [], lead: null };
}

export function putTeamRow(store: Store, session: string, row: TeamRow): void {
  store.records.put({ session, kind, id: idOf(row), value: row });
}
