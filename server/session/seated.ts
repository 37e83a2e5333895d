/**
 * Who sits at which table in one run of a phase: a record in the store, which `participant.table` follows, so that stamps and
 * `/me` are right. The document holds only how many sit where.
 */
import type { SeatingNotice } from '../../shared/seating.ts';
import type { ParticipantRow, Store } from '../store/store.ts';
import type { Register } from './register.ts';

export interface Seated {
  phase: string;
  run: number;
  seed: string;
  /** per table the ids of who sits there, table 1 first */
  tables: string[][];
  /** table secretaries stay at their table and take no seat: id → table */
  secretaries: Record<string, number>;
  /** own choice: the tables of each option */
  options: { id: string; tables: number[] }[];
  /** the options are words that people typed: not for the document */
  said: boolean;
  /** people sit as in an earlier seating: that is no new meeting */
  kept: boolean;
}

type Sitter = Pick<ParticipantRow, 'id' | 'group' | 'duties'>;

export function seatedOf(store: Store, code: string, phase: string, run: number): Seated | null {
  return (store.records.get(code, 'seating', `${phase}:${run}`)?.value as Seated | undefined) ?? null;
}

/** Every seating of the session, oldest first. */
export function allSeated(store: Store, code: string): Seated[] {
  return store.records.of(code, 'seating').map(({ value }) => value as Seated);
}

/** What everybody may see of it. `choices`: what each person who chose has chosen. */
export function noticeOf({ tables, options, said }: Seated, choices: Iterable<string>): SeatingNotice {
  const chosen = new Map<string, number>();
  for (const option of choices) chosen.set(option, (chosen.get(option) ?? 0) + 1);
  return {
    state: 'seated',
    sizes: tables.map((ids) => ids.length),
    options: said ? [] : options.map((one) => ({ ...one, chosen: chosen.get(one.id) ?? 0 })),
  };
}

/** Within a transaction: the record, and the table of everybody whose table is another now: who they are. */
export function keepSeated(store: Store, register: Register, seated: Seated): string[] {
  const { tables, secretaries } = seated;
  const moved: string[] = [];
  putSeated(store, register.code, seated);
  const seats = new Map(tables.flatMap((ids, index) => ids.map((id) => [id, index + 1] as const)));
  for (const { id, table, duties } of register.people) {
    const now = duties.includes('secretary') ? (secretaries[id] ?? table) : (seats.get(id) ?? null);
    if (now === table) continue;
    register.changeParticipant(id, { table: now });
    moved.push(id);
  }
  return moved;
}

/** The record alone: the tables of people are written already. */
export function putSeated(store: Store, code: string, seated: Seated): void {
  store.records.put({ session: code, kind: 'seating', id: `${seated.phase}:${seated.run}`, value: seated });
}

/** Without this person, wherever they sat. */
export function standUp(seated: Seated, id: string): Seated {
  const { [id]: _was, ...secretaries } = seated.secretaries;
  return { ...seated, tables: seated.tables.map((ids) => ids.filter((other) => other !== id)), secretaries };
}

/** At this table, from 1; one past the last makes a new table. Null: there is no such table. */
export function sitAt(seated: Seated, { id, duties }: Pick<Sitter, 'id' | 'duties'>, table: number): Seated | null {
  if (table > seated.tables.length + 1) return null;
  const free = standUp(seated, id);
  const tables = [...free.tables];
  if (table > tables.length) tables.push([]);
  if (duties.includes('secretary')) return { ...free, tables, secretaries: { ...free.secretaries, [id]: table } };
  tables[table - 1] = [...tables[table - 1]!, id];
  return { ...free, tables };
}

/**
 * Somebody comes in, or chooses, when the others sit: the table with fewest people, then with fewest of their group, then the
 * lowest. When every table has one more than `size` already, a new one: `noneAlone` has to follow, when all have come who come
 * in this moment. `option`: only at the tables of what they chose.
 */
export function seatLate(
  seated: Seated,
  person: Sitter,
  groupOf: (id: string) => string,
  { size, option }: { size: number; option?: string | undefined },
): Seated {
  const part = seated.options.find(({ id }) => id === option);
  const numbers = part ? part.tables : seated.tables.map((_, index) => index + 1);
  const people = (table: number) => seated.tables[table - 1]!;
  const own = (table: number) => people(table).filter((id) => groupOf(id) === person.group).length;
  const [best] = [...numbers].sort((a, b) => people(a).length - people(b).length || own(a) - own(b) || a - b);
  if (best !== undefined && people(best).length <= size) return sitAt(seated, person, best)!;
  const table = seated.tables.length + 1;
  const grown = sitAt(seated, person, table)!;
  if (!part) return grown;
  const options = grown.options.map((one) => (one === part ? { ...one, tables: [...one.tables, table] } : one));
  return { ...grown, options };
}

/**
 * Whoever came last and would sit alone at a table that is new since `before` takes one more chair at another, of what they
 * chose. Where somebody took that chair already, who came last there comes along to the new table: so no table grows further.
 * Alone stays only who is the first of an option.
 */
export function noneAlone(before: Seated, seated: Seated, size: number): Seated {
  const number = seated.tables.length;
  const [alone, ...more] = seated.tables.at(-1) ?? [];
  if (number <= before.tables.length || alone === undefined || more.length > 0) return seated;
  const part = seated.options.find(({ tables }) => tables.includes(number));
  const others = (part?.tables ?? seated.tables.map((_, index) => index + 1)).filter((table) => table !== number);
  const people = (table: number) => seated.tables[table - 1]!.length;
  const sorted = others.sort((a, b) => people(a) - people(b) || a - b);
  const [best, fullest] = [sorted[0], sorted.at(-1)];
  if (best === undefined || fullest === undefined) return seated;
  if (people(fullest) > size + 1) {
    const along = seated.tables[fullest - 1]!.at(-1)!;
    const without = seated.tables.map((ids) => ids.filter((id) => id !== along));
    return { ...seated, tables: [...without.slice(0, -1), [along, alone]] };
  }
  const tables = seated.tables.slice(0, -1).map((ids, index) => (index === best - 1 ? [...ids, alone] : ids));
  const options = seated.options.map((one) => ({ ...one, tables: one.tables.filter((table) => table !== number) }));
  return { ...seated, tables, options };
}
