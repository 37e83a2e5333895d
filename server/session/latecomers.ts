/** Who comes in while others sit: they get the table with fewest people. */
import type * as Y from 'yjs';
import { readLive } from '../../shared/document.ts';
import { phaseNow } from '../../shared/programme.ts';
import { refuse } from '../../shared/refusals.ts';
import { isChosen, readSeating, seatingKey, seatingRule, type SeatingRule } from '../../shared/seating.ts';
import { setLive } from '../../shared/stamp.ts';
import { StoreUnavailable } from '../store/failure.ts';
import type { ParticipantRow } from '../store/store.ts';
import { sessionOf } from './board.ts';
import { choicesOf } from './choices.ts';
import type { Hall, Scene } from './hall.ts';
import {
  keepSeated,
  noneAlone,
  noticeOf,
  putSeated,
  seatedOf,
  seatLate,
  sitAt,
  standUp,
  type Seated,
} from './seated.ts';
import { sitting } from './seating.ts';
import { answer, type Answer } from './services.ts';

/** ms after which the numbers that everybody sees follow: a hall that chooses at once is some writes, not a thousand. */
const followAfter = 1_000;

/** A seating that is going on: that of the current phase. */
export interface Going {
  phase: string;
  run: number;
  rule: SeatingRule;
  /** people choose first, and sit with others who chose the same */
  chosen: boolean;
  /** null: people still choose */
  seated: Seated | null;
}

/** Null when the current phase seats nobody. */
export function goingOn(hall: Hall, code: string, doc: Y.Doc): Going | null {
  const session = sessionOf(doc);
  const phase = phaseNow(session);
  const rule = seatingRule(phase);
  if (!phase || !rule) return null;
  const seated = seatedOf(hall.parts.store, code, phase.id, session.run);
  return { phase: phase.id, run: session.run, rule, chosen: isChosen(phase), seated };
}

/** Seats newcomers one by one within one transaction, and keeps the seating once. */
export class Latecomers {
  readonly #hall: Hall;
  readonly #code: string;
  readonly #doc: Y.Doc;
  /** asked for the first newcomer, and not before */
  #going: Going | null | undefined;
  #seated: Seated | null = null;
  /** who sits elsewhere because of them, or elsewhere than they were first given */
  #moved: readonly string[] = [];
  #sits: ReturnType<typeof sitting> = () => false;

  constructor(hall: Hall, code: string, doc: Y.Doc) {
    this.#hall = hall;
    this.#code = code;
    this.#doc = doc;
  }

  /** The table of somebody who has none; null when people do not sit now, or choose first. */
  seat(person: Pick<ParticipantRow, 'id' | 'group' | 'duties' | 'number'>): number | null {
    const going = this.#begin();
    if (!going?.seated || going.chosen || person.duties.includes('secretary') || !this.#sits(person)) return null;
    const register = this.#hall.parts.door.registers.of(this.#code);
    const groupOf = (id: string) => register.participant(id)?.group ?? '';
    const { size } = going.rule;
    this.#seated = seatLate(this.#seated ?? going.seated, person, groupOf, { size });
    return this.#seated.tables.findIndex((ids) => ids.includes(person.id)) + 1;
  }

  /** Within the transaction in which they came, when all of them have: nobody sits alone. */
  keep(): void {
    const before = this.#going?.seated;
    if (!this.#seated || !before) return;
    const { store, door } = this.#hall.parts;
    const seated = noneAlone(before, this.#seated, this.#going!.rule.size);
    if (seated === this.#seated) return putSeated(store, this.#code, seated);
    this.#moved = keepSeated(store, door.registers.of(this.#code), seated);
  }

  /** After it. */
  tell(): void {
    if (!this.#seated) return;
    const room = this.#hall.parts.rooms.open(this.#code);
    for (const who of this.#moved) room.poke(who);
    tellSoon(this.#hall, this.#code);
  }

  #begin(): Going | null {
    if (this.#going === undefined) {
      this.#going = goingOn(this.#hall, this.#code, this.#doc);
      this.#sits = sitting(this.#doc);
    }
    return this.#going;
  }
}

/**
 * Somebody says that they sit at another table, while people sit by a seating: that follows. The answer's value is to be done
 * within their transaction; null: people sit where they like.
 */
export function sitElsewhere(
  hall: Hall,
  { code, doc, register, who }: Scene,
  table: number | null,
): Answer<() => void> | null {
  const going = goingOn(hall, code, doc);
  if (!going?.seated) return null;
  const person = register.participant(who)!;
  const seated = table === null ? standUp(going.seated, who) : sitAt(going.seated, person, table);
  if (!seated) return refuse('not_found', 'table');
  return answer(() => putSeated(hall.parts.store, code, seated));
}

/** Sizes and choices change with every person: the document follows now and then. */
export function tellSoon(hall: Hall, code: string): void {
  const tell = () => {
    try {
      tellNow(hall, code);
      return null;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      return followAfter;
    }
  };
  hall.later(`${code} seating`, tell, followAfter);
}

function tellNow(hall: Hall, code: string): void {
  const { store, rooms } = hall.parts;
  if (!store.sessions.get(code)) return;
  const room = rooms.open(code);
  const going = goingOn(hall, code, room.doc);
  if (!going) return;
  room.change((doc) => writeNotice(hall, code, doc, going));
}

/** Within a change of the document. */
export function writeNotice(hall: Hall, code: string, doc: Y.Doc, { phase, run, chosen, seated }: Going): void {
  const choices = chosen ? [...choicesOf(hall.parts.store, code, phase, run).values()] : [];
  const key = seatingKey(phase, run);
  if (seated) return setLive(doc, key, noticeOf(seated, choices));
  const told = readSeating(readLive(doc), phase, run);
  if (!told) return;
  const options = told.options.map((one) => ({ ...one, chosen: choices.filter((choice) => choice === one.id).length }));
  setLive(doc, key, { ...told, options });
}
