/**
 * Badges: numbered places with a group, made beforehand, also for people without a device. A badge is a participant whose join
 * id is its secret code. Until it is handed out or used it is printed paper, and nobody.
 */
import { makeBadge, parseBadge } from '../../shared/badge.ts';
import { makeId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { refuse } from '../../shared/refusals.ts';
import type { ParticipantRow } from '../store/store.ts';
import type { Hall, Scene } from './hall.ts';
import { Latecomers } from './latecomers.ts';
import type { Register } from './register.ts';
import { joinHash, participantToken, tokenHash } from './secrets.ts';
import { answer, type Services } from './services.ts';

export function makeBadges(hall: Hall): Services['badges'] {
  const { store, random } = hall.parts;

  return {
    make(ask, { groups }) {
      const scene = hall.may(ask, { type: 'badge.make' });
      if (!scene.ok) return scene;
      const { code, session, register } = scene.value;
      const count = groups.reduce((sum, one) => sum + one.count, 0);
      if (register.nextSeat + count > limits.participantsPerSession + 1) return refuse('too_many', 'badges');
      const known = (group: string) => group === '' || session.format.groups.some(({ id }) => id === group);
      if (!groups.every(({ group }) => known(group))) return refuse('bad_request', 'group');
      const made = hall.transaction(code, () => {
        hall.note(scene.value, 'badge.make', String(count));
        const secret = store.secret();
        return groups.flatMap(({ group, count: many }) =>
          Array.from({ length: many }, () => {
            const badge = makeBadge(random);
            const row: ParticipantRow = {
              id: makeId(random),
              session: code,
              ...hashesOf(secret, code, badge),
              name: '',
              group,
              table: null,
              number: register.nextSeat,
              removed: false,
              acted: false,
              duties: [],
            };
            register.addParticipant(row, hall.now());
            register.badges.set(row.id, 'printed');
            return { number: row.number, group, code: badge };
          }),
        );
      });
      hall.pokeLeaders(scene.value);
      return answer(made);
    },

    renew(ask, number) {
      const scene = hall.may(ask, { type: 'badge.renew' });
      if (!scene.ok) return scene;
      const { code, register, room } = scene.value;
      const row = register.seats.find((one) => one.number === number);
      if (!row || register.badges.of(row.id) === null) return refuse('not_found', 'number');
      const badge = makeBadge(random);
      hall.transaction(code, () => {
        hall.note(scene.value, 'badge.renew', String(number));
        // With another token a ballot would come into another slot: who has voted, has voted.
        for (const vote of register.openVotes) if (register.hasVoted(vote, row.id)) register.makeFinal(vote, row.id);
        register.changeParticipant(row.id, hashesOf(store.secret(), code, badge));
      });
      room.dismiss(row.id, refuse('bad_token'));
      return answer([{ number, group: row.group, code: badge }]);
    },

    mark(ask, { numbers, here }) {
      const scene = hall.may(ask, { type: 'badge.mark' });
      if (!scene.ok) return scene;
      const { code, doc, register, room } = scene.value;
      const meant = numbers && new Set(numbers);
      const rows = register.seats.filter(
        ({ id, number }) => register.badges.of(id) !== null && (meant?.has(number) ?? true),
      );
      if (meant && rows.length < meant.size) return refuse('not_found', 'number');
      const late = new Latecomers(hall, code, doc);
      hall.transaction(code, () => {
        hall.note(scene.value, 'badge.mark', `${rows.length} ${here ? 'here' : 'away'}`);
        for (const { id, acted } of rows) {
          if (here) takeBadge(register, id, late);
          else if (!acted) putBack(register, id);
        }
        late.keep();
      });
      late.tell();
      room.pulse();
      hall.pokeLeaders(scene.value);
      return answer(null);
    },
  };
}

/** Within a transaction: somebody has it now, and is here. */
export function takeBadge(register: Register, id: string, late: Latecomers): void {
  if (register.badges.of(id) !== 'printed') return;
  register.badges.set(id, 'in');
  const row = register.participant(id)!;
  register.admitVoter(row);
  const table = late.seat(row);
  if (table !== null) register.changeParticipant(id, { table });
}

/** Within a transaction: nobody has it after all. */
function putBack(register: Register, id: string): void {
  if (register.badges.of(id) === 'in') register.setAside(register.participant(id)!);
  register.badges.set(id, 'printed');
}

/** Whose badge this is, as people type it; undefined: nobody's. */
export function badgeHolder(
  { code, register }: Pick<Scene, 'code' | 'register'>,
  typed: string,
): ParticipantRow | undefined {
  const badge = parseBadge(typed);
  const row = badge === null ? undefined : register.byJoin(joinHash(code, badge));
  return row && register.badges.of(row.id) !== null ? row : undefined;
}

function hashesOf(secret: Uint8Array, code: string, badge: string) {
  return { joinHash: joinHash(code, badge), tokenHash: tokenHash(participantToken(secret, code, badge)) };
}
