/** Who takes part, and who leads. */
import type { Join } from '../../shared/api.ts';
import type { Joined } from '../../shared/api/me.ts';
import { parseBadge } from '../../shared/badge.ts';
import { makeId, makeToken } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import type { Session } from '../../shared/model.ts';
import { refuse, type Refusal } from '../../shared/refusals.ts';
import { Meter } from '../meter.ts';
import type { ParticipantRow } from '../store/store.ts';
import { makeAppointing } from './appointing.ts';
import { takeBadge } from './badges.ts';
import { sessionOf } from './board.ts';
import { eraseOwn } from './erasure.ts';
import { retellMatching } from './forgetting.ts';
import type { Hall } from './hall.ts';
import { given, groupsFixed, hand, invitationOf, mayEnter, use } from './invitations.ts';
import { Latecomers, sitElsewhere, tellSoon } from './latecomers.ts';
import { meOf, shownParticipant } from './me.ts';
import type { Register } from './register.ts';
import { tellTables } from './secretaries.ts';
import { joinHash, participantToken, tokenHash } from './secrets.ts';
import { answer, type Answer, type Services } from './services.ts';
import { isLeader, leader } from './who.ts';

/** Where people come in, as it is now. */
interface Entrance {
  code: string;
  session: Session;
  secret: Uint8Array;
  /** gives a table to who comes while others sit */
  late: Latecomers;
}

/** What somebody is given. */
interface Seat {
  row: ParticipantRow;
  token: string;
}

/** A seat that did nothing and whose device is gone counts this long, in ms: a phone that is looking for wifi. */
const emptySeat = 15 * 60_000;

export function makePeople(hall: Hall): Services['people'] {
  const { store, rooms, door, random, clock } = hall.parts;
  const joins = new Meter(limits.joinsPerMinute, 60_000, clock);

  return {
    ...makeAppointing(hall),

    join: (code, input) => joinAll(code, [input])[0]!,
    joinAll,

    me(ask) {
      const scene = hall.enter(ask);
      return scene.ok ? answer(meOf(hall, scene.value)) : scene;
    },

    edit(ask, input) {
      const scene = hall.may(ask, { type: 'name.erase' }); // one's own details: the same right
      if (!scene.ok) return scene;
      const { code, register, session, room, who } = scene.value;
      if (input.group !== undefined && !isGroup(session, input.group)) return refuse('bad_request', 'group');
      const before = register.participant(who)!;
      const { name, group, table } = before;
      const moves = input.group !== undefined && input.group !== group;
      const bound = register.tickets.of(who) ?? (session.format.tickets && register.badges.of(who));
      if (moves && bound) return refuse('ticket_group');
      if (moves && groupsFixed(register)) return refuse('group_fixed');
      const change = {
        name: input.name ?? name,
        group: input.group ?? group,
        table: input.table === undefined ? table : input.table,
      };
      const moved = change.table === table ? null : sitElsewhere(hall, scene.value, change.table);
      if (moved && !moved.ok) return moved;
      hall.transaction(code, () => {
        register.changeParticipant(who, change);
        moved?.value();
      });
      if (moved) tellSoon(hall, code);
      if (change.name !== name || moves) retellMatching(hall, scene.value);
      room.poke(who);
      tellTables(scene.value, before, register.participant(who));
      return answer(null);
    },

    erase(ask) {
      const scene = hall.may(ask, { type: 'name.erase' });
      if (!scene.ok) return scene;
      eraseOwn(hall, scene.value);
      return answer(null);
    },

    signIn(code, token) {
      const there = hall.exists(code);
      if (!there.ok) return there;
      rooms.open(code); // a register is in memory as long as its room
      const register = door.registers.of(code);
      const row = register.facilitator(register.byToken(tokenHash(token)) ?? '');
      return row ? answer({ id: row.id, name: row.name }) : refuse('bad_token');
    },

    invite(ask, { name }) {
      const scene = hall.may(ask, { type: 'facilitator.invite' });
      if (!scene.ok) return scene;
      const { code, register } = scene.value;
      if (register.facilitators.length >= limits.facilitatorsPerSession) return refuse('too_many', 'facilitators');
      const id = makeId(random);
      const token = makeToken(random);
      hall.transaction(code, () => {
        register.addFacilitator({ id, session: code, tokenHash: tokenHash(token), name, createdAt: hall.now() });
        hall.note(scene.value, 'facilitator.invite', id);
      });
      hall.pokeLeaders(scene.value);
      return answer({ id, token });
    },

    withdrawInvitation(ask, facilitator) {
      const scene = hall.may(ask, { type: 'facilitator.invite' });
      if (!scene.ok) return scene;
      const { code, register, room } = scene.value;
      const row = register.facilitator(leader(facilitator));
      if (!row) return refuse('not_found', 'facilitator');
      if (register.facilitators.length === 1) return refuse('not_allowed', 'last facilitator');
      hall.transaction(code, () => {
        register.removeFacilitator(row);
        hall.note(scene.value, 'facilitator.withdraw', row.id);
      });
      room.dismiss(leader(row.id), refuse('bad_token'));
      hall.pokeLeaders(scene.value);
      return answer(null);
    },

    removeAuthor(ask, card) {
      const scene = hall.may(ask, { type: 'participant.remove' });
      if (!scene.ok) return scene;
      const { code, register, room } = scene.value;
      const who = register.authors.of(card);
      const before = register.participant(who ?? '');
      if (who === undefined || isLeader(who) || !before) return noAuthor(card);
      hall.transaction(code, () => {
        register.changeParticipant(who, { removed: true });
        hall.note(scene.value, 'participant.remove'); // not by which card: that would say who wrote it
      });
      room.dismiss(who, refuse('removed'));
      tellTables(scene.value, before, null);
      room.pulse();
      hall.pokeLeaders(scene.value);
      return answer(null);
    },
  };

  function joinAll(code: string, inputs: readonly Join[]): Answer<Joined>[] {
    const there = hall.exists(code);
    if (!there.ok) return inputs.map(() => there);
    const room = rooms.open(code);
    const session = sessionOf(room.doc); // first, as in Hall.enter: when storing fails the register is loaded anew
    const late = new Latecomers(hall, code, room.doc);
    const answers = hall.transaction(code, () => {
      const secret = store.secret();
      const joined = inputs.map((input) => join({ code, session, secret, late }, input));
      late.keep();
      return joined;
    });
    late.tell();
    const register = door.registers.of(code);
    for (const one of answers) if (one.ok) tellTables({ register, room }, null, one.value.row);
    room.pulse();
    return answers.map((one) => (one.ok ? welcome(code, one.value) : one)); // where they sit is known when all have come
  }

  function welcome(code: string, { row, token }: Seat): Answer<Joined> {
    const scene = hall.enter({ code, identity: { role: 'participant', who: row.id, tokenHash: row.tokenHash } });
    if (!scene.ok) return scene;
    const seated = scene.value.register.participant(row.id) ?? row;
    return answer({ participant: shownParticipant(seated), token, me: meOf(hall, scene.value) });
  }

  /** Within a transaction. */
  function join({ code, session, secret, late }: Entrance, input: Join): Answer<Seat> {
    const id = input.badge === undefined ? (input.id ?? makeId(random) + makeId(random)) : parseBadge(input.badge);
    const hash = id === null ? '' : joinHash(code, id);
    const register = door.registers.of(code);
    const known = register.byJoin(hash);
    const printed = known && register.badges.of(known.id) === 'printed';
    if (id === null || (input.badge !== undefined && !known)) {
      return joins.take(code) ? refuse('bad_badge') : refuse('too_fast', 'joins');
    }
    const token = participantToken(secret, code, id);
    if (known?.removed) return refuse('removed');
    const invitation = input.invitation === undefined ? null : invitationOf(store, code, input.invitation);
    if (input.invitation !== undefined && !invitation) return refuse('bad_invitation');
    if (known && invitation) {
      const taken = hand(register, known, given(known, invitation));
      if (!taken.ok) return taken;
    }
    if (known && !printed) return answer({ row: register.participant(known.id)!, token });
    const open = mayEnter(session, invitation);
    if (!open.ok) return open;
    if (known) {
      takeBadge(register, known.id, late);
      return answer({ row: register.participant(known.id)!, token });
    }
    if (session.admission === 'badge' && !invitation?.duty) return refuse('badge_needed');
    if (!isGroup(session, input.group ?? '')) return refuse('bad_request', 'group');
    if (isFull(code, register)) return refuse('session_full');
    if (!joins.take(code)) return refuse('too_fast', 'joins');

    const row: ParticipantRow = {
      id: makeId(random),
      session: code,
      joinHash: hash,
      tokenHash: tokenHash(token),
      name: input.name ?? '',
      table: input.table ?? null,
      number: register.nextSeat,
      removed: false,
      acted: false,
      ...given({ duties: [], group: input.group ?? '' }, invitation ?? { duty: null, group: null }),
    };
    const seated = { ...row, table: late.seat(row) ?? row.table };
    register.addParticipant(seated, hall.now());
    if (invitation) use(store, code, invitation);
    register.admitVoter(seated);
    return answer({ row: seated, token });
  }

  /** The seats are counted only when there may be too many: that takes as long as there are people. */
  function isFull(code: string, register: Register): boolean {
    if (register.nextSeat <= limits.participantsPerSession) return false;
    const since = hall.now() - emptySeat;
    const { presence } = door.registers;
    const counts = ({ id, acted }: ParticipantRow) =>
      acted || presence.isHere(code, id) || register.joinedAt(id) > since;
    return register.people.filter(counts).length >= limits.participantsPerSession;
  }
}

/** The capacity is optional. */
function isGroup(session: { format: { groups: readonly { id: string }[] } }, group: string): boolean {
  return group === '' || session.format.groups.some(({ id }) => id === group);
}

function noAuthor(card: string): Refusal {
  return refuse('not_found', card);
}
