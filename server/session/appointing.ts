/** The people in the room as facilitators may know them: by number, with what they do, never with what they wrote. */
import { withDuty, withoutDuty } from '../../shared/duties.ts';
import type { Duty } from '../../shared/format.ts';
import { refuse } from '../../shared/refusals.ts';
import type { Hall } from './hall.ts';
import { hand, suits } from './invitations.ts';
import { sitElsewhere, tellSoon } from './latecomers.ts';
import { tellTables } from './secretaries.ts';
import { answer, type Services } from './services.ts';

export function makeAppointing(hall: Hall): Pick<Services['people'], 'list' | 'change'> {
  const { presence } = hall.parts.door.registers;

  return {
    list(ask) {
      const scene = hall.lead(ask);
      if (!scene.ok) return scene;
      const { code, register } = scene.value;
      const people = register.people.map(({ id, number, name, group, table, duties }) => {
        return { number, name, group, table, here: presence.isHere(code, id), duties: [...duties] };
      });
      return answer(people.sort((a, b) => a.number - b.number));
    },

    change(ask, number, { give = [], take = [], group, table }) {
      const scene = hall.may(ask, { type: 'participant.appoint' });
      if (!scene.ok) return scene;
      const { code, session, register, room } = scene.value;
      const row = register.people.find((one) => one.number === number);
      if (!row) return refuse('not_found', 'participant');
      const fits = suits(session, { duties: give, group: group || null });
      if (!fits.ok) return fits;
      const change = {
        duties: give.reduce<readonly Duty[]>(withDuty, take.reduce<readonly Duty[]>(withoutDuty, row.duties)),
        group: group ?? row.group,
        table: table === undefined ? row.table : table,
      };
      const moved =
        change.table === row.table ? null : sitElsewhere(hall, { ...scene.value, who: row.id }, change.table);
      if (moved && !moved.ok) return moved;
      const handed = hall.transaction(code, () => {
        const done = hand(register, row, change);
        if (!done.ok) return done;
        moved?.value();
        // who it was is not told: the log outlives people's names
        const detail = [
          ...give.map((duty) => `+${duty}`),
          ...take.map((duty) => `-${duty}`),
          ...(group ? [group] : []),
        ];
        hall.note(scene.value, 'participant.appoint', detail.join(', '));
        return done;
      });
      if (!handed.ok) return handed;
      if (moved) tellSoon(hall, code);
      room.poke(row.id);
      tellTables(scene.value, row, register.participant(row.id));
      hall.pokeLeaders(scene.value);
      return answer(null);
    },
  };
}
