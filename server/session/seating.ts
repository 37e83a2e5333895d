/** Gives everybody a table: when a phase that seats people begins, and when the facilitator asks. */
import { toHexString } from 'lib0/buffer';
import type * as Y from 'yjs';
import { readLive } from '../../shared/document.ts';
import { tablesByChoice } from '../../shared/draw/choice.ts';
import { mixed } from '../../shared/draw/mixed.ts';
import { newNeighbours } from '../../shared/draw/neighbours.ts';
import { tableCount, type Person } from '../../shared/draw/seating.ts';
import type { Duty, Phase } from '../../shared/format.ts';
import { readLot } from '../../shared/lots.ts';
import { isChosen, seatingKey, seatingRule, type SeatingRule } from '../../shared/seating.ts';
import { setLive } from '../../shared/stamp.ts';
import type { ParticipantRow } from '../store/store.ts';
import { sessionOf } from './board.ts';
import { choicesOf, optionsOf } from './choices.ts';
import type { Hall, Scene } from './hall.ts';
import type { Register } from './register.ts';
import { allSeated, keepSeated, noneAlone, noticeOf, seatLate, type Seated } from './seated.ts';

type Place = Pick<Scene, 'code' | 'register' | 'doc'>;

/** Done standing, not at a table. */
const standing: readonly Duty[] = ['theme', 'jury', 'auctioneer', 'clerk', 'observer'];

/** A phase that seats people begins: what to write in the store in the same transaction. */
export function beginSeating(
  hall: Hall,
  scene: Scene,
  { phase, run }: { phase: Phase; run: number },
  doc: Y.Doc,
): (() => void) | void {
  const rule = seatingRule(phase);
  if (!rule) return undefined;
  const key = seatingKey(phase.id, run);
  if (phase.kind === 'assign' && isChosen(phase)) {
    const options = optionsOf(doc, phase).map((id) => ({ id, chosen: 0, tables: [] }));
    setLive(doc, key, { state: 'choosing', sizes: [], options });
    return () => clearTables(scene.register);
  }
  const seated = seatAll(hall, { ...scene, doc }, rule, { phase: phase.id, run });
  setLive(doc, key, noticeOf(seated, []));
  return () => keepSeated(hall.parts.store, scene.register, seated);
}

/** Everybody who is here. `options`: the ids of what could be chosen in this phase. */
export function seatAll(
  hall: Hall,
  place: Place,
  rule: SeatingRule,
  { phase, run, options = [] }: { phase: string; run: number; options?: string[] },
): Seated {
  const { store, random } = hall.parts;
  const people = sitters(place);
  const seed = toHexString(random(16));
  const before = allSeated(store, place.code).filter((one) => one.phase !== phase || one.run !== run);
  const bare: Seated = { phase, run, seed, tables: [], secretaries: {}, options: [], said: false, kept: false };
  const seated = people.length === 0 ? bare : arrange();
  return { ...seated, secretaries: secretariesAt(place.register, seated.tables.length) };

  function arrange(): Seated {
    switch (rule.way) {
      case 'mixed':
        return { ...bare, tables: mix(people) };
      case 'newNeighbours': {
        const rounds = before.filter(({ kept }) => !kept).map(({ tables }) => tables);
        const tables = tableCount(people.length, rule.size, rule.tables);
        return { ...bare, tables: newNeighbours({ people, tables, before: rounds, seed }) };
      }
      case 'keep':
        return again(before.at(-1));
      case 'theme':
        return again(before.filter((one) => one.options.length > 0 && !one.said).at(-1) ?? before.at(-1));
      case 'choice':
        return byChoice(options, choicesOf(store, place.code, phase, run));
      case 'neighbourhood': {
        const said = choicesOf(store, place.code, ...whereSaid(place.doc, phase, run));
        const seats = byChoice([...new Set(said.values())].sort(), said);
        const known = new Set(seats.tables.flat());
        const rest = mix(people.filter(({ id }) => !known.has(id)));
        return { ...seats, tables: [...seats.tables, ...rest], said: true };
      }
    }
  }

  function byChoice(ids: string[], choices: ReadonlyMap<string, string>): Seated {
    const choosers = people.map(({ id, group }) => ({ id, group, choice: choices.get(id) ?? null }));
    const { parts } = tablesByChoice({ people: choosers, options: ids, size: rule.size, atLeast: rule.atLeast, seed });
    const own = parts.map(({ option, first, tables }) => ({ id: option, tables: tables.map((_, at) => first + at) }));
    return { ...bare, tables: parts.flatMap(({ tables }) => tables), options: own };
  }

  function mix(some: readonly Person[]): string[][] {
    if (some.length === 0) return [];
    const standing = some.length === people.length ? rule.tables : 0;
    return mixed(some, tableCount(some.length, rule.size, standing), seed);
  }

  /** As they sat; who has no seat in that yet comes in late. */
  function again(last: Seated | undefined): Seated {
    if (!last) return { ...bare, tables: mix(people) };
    const here = new Map(people.map((person) => [person.id, person]));
    const tables = last.tables.map((ids) => ids.filter((id) => here.has(id)));
    const known = new Set(tables.flat());
    const late = people.filter(({ id }) => !known.has(id));
    const groupOf = (id: string) => here.get(id)?.group ?? '';
    const { options, said } = last;
    const start: Seated = { ...bare, tables, options, said, kept: true };
    const all = late.reduce((so, person) => seatLate(so, person, groupOf, { size: rule.size }), start);
    return noneAlone(start, all, rule.size);
  }
}

/** Who gets a seat, in order of joining: neither secretaries, nor who was not drawn, nor who works elsewhere. */
export function sitters(place: Pick<Place, 'register' | 'doc'>): ParticipantRow[] {
  const sits = sitting(place.doc);
  return place.register.people.filter((person) => !person.duties.includes('secretary') && sits(person));
}

/** Does this person belong at a table, as guest or as secretary? */
export function sitting(doc: Y.Doc): (person: Pick<ParticipantRow, 'duties' | 'number'>) => boolean {
  const lost = notDrawn(doc);
  return ({ duties, number }) => !duties.some((duty) => standing.includes(duty)) && !lost.has(number);
}

/** Each keeps the table they have; who has none yet gets the lowest with fewest secretaries. */
function secretariesAt({ people }: Register, tables: number): Record<string, number> {
  if (tables === 0) return {};
  const at: Record<string, number> = {};
  const count = Array.from({ length: tables }, () => 0);
  const secretaries = people.filter(({ duties }) => duties.includes('secretary'));
  const isFixed = ({ table }: ParticipantRow) => table !== null && table <= tables;
  for (const { id, table } of secretaries.filter(isFixed)) {
    at[id] = table!;
    count[table! - 1]!++;
  }
  for (const { id } of secretaries.filter((one) => !isFixed(one))) {
    const index = count.indexOf(Math.min(...count));
    at[id] = index + 1;
    count[index]!++;
  }
  return at;
}

/** The numbers on a reserve list, and of who declined, in the last lot that was drawn. */
function notDrawn(doc: Y.Doc): ReadonlySet<number> {
  const { format, runs } = sessionOf(doc);
  const last = format.phases
    .filter((phase) => phase.kind === 'assign' && phase.way === 'draw' && runs[phase.id])
    .at(-1);
  const lot = last ? readLot(readLive(doc), last.id, runs[last.id]!) : null;
  return new Set((lot?.groups ?? []).flatMap(({ reserve, declined }) => [...reserve, ...declined]));
}

/** The run in which people said their neighbourhood: this one, or the newest before it. */
function whereSaid(doc: Y.Doc, phase: string, run: number): [string, number] {
  const { format, runs } = sessionOf(doc);
  const asks = format.phases.filter((one) => one.kind === 'assign' && one.way === 'neighbourhood');
  if (asks.some(({ id }) => id === phase)) return [phase, run];
  const last = asks.filter(({ id }) => runs[id]).at(-1);
  return [last?.id ?? '', runs[last?.id ?? ''] ?? 0];
}

/** Nobody has a table until they have chosen; secretaries keep theirs. */
function clearTables(register: Register): void {
  for (const { id, table, duties } of register.people) {
    if (table !== null && !duties.includes('secretary')) register.changeParticipant(id, { table: null });
  }
}
