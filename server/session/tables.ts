/** Tables: choosing where to sit, drawing, moving somebody; and what the facilitator sees of it. */
import type { TablesInfo } from '../../shared/api/tables.ts';
import { readLive } from '../../shared/document.ts';
import { repeats } from '../../shared/draw/seating.ts';
import { phaseOf } from '../../shared/format.ts';
import { refuse } from '../../shared/refusals.ts';
import { readSeating, seatingRule } from '../../shared/seating.ts';
import type { ParticipantRow } from '../store/store.ts';
import { choicesOf, setChoice } from './choices.ts';
import type { Hall, Scene } from './hall.ts';
import { goingOn, tellSoon, writeNotice, type Going } from './latecomers.ts';
import { allSeated, keepSeated, noneAlone, seatLate, sitAt, type Seated } from './seated.ts';
import { seatAll, sitters } from './seating.ts';
import { tellTables } from './secretaries.ts';
import { answer, type Services } from './services.ts';

export function makeTables(hall: Hall): Services['tables'] {
  const { store, door } = hall.parts;

  return {
    choose(ask, { option }) {
      const scene = hall.may(ask, { type: 'table.choose' });
      if (!scene.ok) return scene;
      const { code, doc, register, who, room } = scene.value;
      const going = goingOn(hall, code, doc);
      if (!going?.chosen) return refuse('phase_closed');
      const choice = option === null ? null : readChoice(scene.value, going, option);
      if (choice === undefined) return refuse('not_found', 'option');
      let moved: string[] = [];
      hall.transaction(code, () => {
        setChoice(store, code, { who, phase: going.phase, run: going.run, option: choice });
        register.noteAct(who);
        const seats = going.seated;
        if (seats && choice !== null) moved = keepSeated(store, register, follow(scene.value, going, seats, choice));
      });
      for (const one of new Set([who, ...moved])) room.poke(one);
      tellSoon(hall, code);
      return answer(null);
    },

    draw(ask) {
      const scene = hall.may(ask, { type: 'table.draw' });
      if (!scene.ok) return scene;
      const { code, doc } = scene.value;
      const going = goingOn(hall, code, doc);
      if (!going) return refuse('phase_closed');
      const { phase, run, rule } = going;
      const options = (readSeating(readLive(doc), phase, run)?.options ?? []).map(({ id }) => id);
      const seated = seatAll(hall, scene.value, rule, { phase, run, options });
      if (seated.tables.length === 0) return refuse('nobody_to_seat');
      put(scene.value, going, seated, 'table.draw');
      scene.value.room.poke(null);
      return answer(null);
    },

    move(ask, input) {
      const scene = hall.may(ask, { type: 'table.move' });
      if (!scene.ok) return scene;
      const { code, doc, register, room } = scene.value;
      const going = goingOn(hall, code, doc);
      if (!going) return refuse('phase_closed');
      if (!going.seated) return refuse('nobody_seated');
      const person = byNumber(register.people, input.number);
      const other = input.how === 'swap' ? byNumber(register.people, input.with) : null;
      if (!person || (input.how === 'swap' && !other)) return refuse('not_found', 'number');
      const seated = other
        ? swap(going.seated, person, other)
        : sitAt(going.seated, person, input.how === 'to' ? input.table : 0);
      if (!seated) return refuse('not_found', 'table');
      put(scene.value, going, seated, 'table.move');
      for (const one of [person, other]) {
        if (one) room.poke(one.id);
        if (one) tellTables(scene.value, one, register.participant(one.id));
      }
      return answer(null);
    },

    list(ask) {
      const scene = hall.lead(ask);
      return scene.ok ? answer(tablesOf(scene.value)) : scene;
    },
  };

  function put(scene: Scene, going: Going, seated: Seated, action: 'table.draw' | 'table.move'): void {
    hall.act(
      scene,
      action,
      `${going.phase} ${going.run}`,
      (doc) => writeNotice(hall, scene.code, doc, { ...going, seated }),
      () => keepSeated(store, scene.register, seated),
    );
    hall.pokeLeaders(scene);
  }

  /** What is chosen must be among the options; of a neighbourhood the spelling of who said it first. */
  function readChoice({ code, doc }: Scene, { phase, run, rule }: Going, option: string): string | undefined {
    if (rule.way === 'choice') {
      return readSeating(readLive(doc), phase, run)?.options.find(({ id }) => id === option)?.id;
    }
    const said = [...choicesOf(store, code, phase, run).values()];
    return said.find((one) => one.toLowerCase() === option.toLowerCase()) ?? option;
  }

  /** Others sit already: straight to a table of what they chose. */
  function follow({ register, who }: Scene, { rule }: Going, seated: Seated, option: string): Seated {
    const person = register.participant(who)!;
    const groupOf = (id: string) => register.participant(id)?.group ?? '';
    const known = seated.options.some(({ id }) => id === option);
    const start = known ? seated : { ...seated, options: [...seated.options, { id: option, tables: [] }] };
    const at = start.options.find(({ id }) => id === option)!.tables;
    if (at.some((table) => start.tables[table - 1]?.includes(who))) return start;
    return noneAlone(start, seatLate(start, person, groupOf, { size: rule.size, option }), rule.size);
  }

  function tablesOf({ code, doc, session, register }: Scene): TablesInfo {
    const here = new Set(register.people.map(({ id }) => id));
    const rounds = allSeated(store, code);
    const going = goingOn(hall, code, doc);
    const numberOf = (id: string) => register.participant(id)?.number ?? 0;
    const sat = new Set(going?.seated?.tables.flat());
    const said = going?.chosen ? [...choicesOf(store, code, going.phase, going.run).values()] : [];
    return {
      people: register.seats.map(({ id, number, group, duties, table }) => ({
        number,
        group,
        badge: register.badges.of(id),
        device: door.registers.presence.isHere(code, id),
        secretary: duties.includes('secretary'),
        table,
      })),
      rounds: rounds.map(({ phase, run, tables, kept }, index) => {
        const before = rounds.slice(0, index).filter((one) => !one.kept);
        return {
          phase,
          run,
          tables: tables.map((ids) => ids.filter((id) => here.has(id)).map(numberOf)),
          repeats: kept
            ? 0
            : repeats(
                tables,
                before.map((one) => one.tables),
              ),
          shortages: shortagesOf(
            tables,
            seatingRule(phaseOf(session.format, phase))?.atLeast ?? {},
            (id) => register.participant(id)?.group ?? '',
          ),
        };
      }),
      said: [...new Set(said)].sort().map((option) => ({ option, count: said.filter((one) => one === option).length })),
      standing: going
        ? sitters({ register, doc })
            .filter(({ id }) => !sat.has(id))
            .map(({ number }) => number)
        : [],
    };
  }
}

function byNumber(people: readonly ParticipantRow[], number: number): ParticipantRow | null {
  return people.find((one) => one.number === number) ?? null;
}

/** Null when one of them has no seat. */
function swap(seated: Seated, one: ParticipantRow, other: ParticipantRow): Seated | null {
  const at = ({ id }: ParticipantRow) =>
    seated.secretaries[id] ?? seated.tables.findIndex((ids) => ids.includes(id)) + 1;
  const [from, to] = [at(one), at(other)];
  if (from === 0 || to === 0) return null;
  const moved = sitAt(seated, one, to);
  return moved && sitAt(moved, other, from);
}

function shortagesOf(
  tables: Seated['tables'],
  atLeast: Readonly<Record<string, number>>,
  groupOf: (id: string) => string,
) {
  return tables.flatMap((ids, index) =>
    Object.entries(atLeast).flatMap(([group, least]) => {
      const missing = least - ids.filter((id) => groupOf(id) === group).length;
      return missing > 0 ? [{ table: index + 1, group, missing }] : [];
    }),
  );
}
