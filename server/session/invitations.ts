/**
 * Links that give a duty, a capacity, or both. One link serves everybody it was given to, until it is withdrawn; of its
 * token the store has only the hash.
 */
import type { Invitation } from '../../shared/api/invitations.ts';
import { comesAfterwards, dutiesOf, withDuty } from '../../shared/duties.ts';
import type { Duty } from '../../shared/format.ts';
import { makeId, makeToken } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import type { Session } from '../../shared/model.ts';
import { refuse, yes, type Refusal, type Yes } from '../../shared/refusals.ts';
import type { ParticipantRow, Store } from '../store/store.ts';
import type { Hall } from './hall.ts';
import type { Register } from './register.ts';
import { tellTables } from './secretaries.ts';
import { tokenHash } from './secrets.ts';
import { answer, type Services } from './services.ts';

const kind = 'invitation';

interface Kept {
  tokenHash: string;
  duty: Duty | null;
  group: string | null;
  createdAt: number;
  used: number;
}

/** A link that works, and the id it is withdrawn by. */
export interface Open extends Kept {
  id: string;
}

export function makeInvitations(hall: Hall): Services['invitations'] {
  const { store, random } = hall.parts;

  return {
    make(ask, { duty = null, group = null }) {
      const scene = hall.may(ask, { type: 'invitation.make' });
      if (!scene.ok) return scene;
      const { code, session } = scene.value;
      const fits = suits(session, { duties: duty === null ? [] : [duty], group });
      if (!fits.ok) return fits;
      if (store.records.of(code, kind).length >= limits.invitationsPerSession) return refuse('too_many', 'invitations');
      const id = makeId(random);
      const token = makeToken(random);
      const value: Kept = { tokenHash: tokenHash(token), duty, group, createdAt: hall.now(), used: 0 };
      hall.transaction(code, () => {
        store.records.put({ session: code, kind, id, value });
        hall.note(scene.value, 'invitation.make', [duty, group].filter(Boolean).join(', '));
      });
      hall.pokeLeaders(scene.value);
      return answer({ id, token });
    },

    list(ask) {
      const scene = hall.lead(ask);
      if (!scene.ok) return scene;
      const open = invitationsOf(store, ask.code);
      return answer(open.map(({ id, duty, group, createdAt, used }) => ({ id, duty, group, createdAt, used })));
    },

    withdraw(ask, id) {
      const scene = hall.may(ask, { type: 'invitation.make' });
      if (!scene.ok) return scene;
      const { code } = scene.value;
      if (!store.records.get(code, kind, id)) return refuse('not_found', 'invitation');
      hall.transaction(code, () => {
        store.records.remove(code, kind, id);
        hall.note(scene.value, 'invitation.withdraw', id);
      });
      hall.pokeLeaders(scene.value);
      return answer(null);
    },

    show(code, token) {
      const found = invitationOf(store, code, token);
      return found ? answer({ duty: found.duty, group: found.group }) : refuse('bad_invitation');
    },

    accept(ask, token) {
      const scene = hall.may(ask, { type: 'invitation.accept' });
      if (!scene.ok) return scene;
      const { code, register, room, who } = scene.value;
      const found = invitationOf(store, code, token);
      if (!found) return refuse('bad_invitation');
      const row = register.participant(who)!;
      const change = given(row, found);
      if (change.group !== row.group || change.duties.join() !== row.duties.join()) {
        const taken = hall.transaction(code, () => {
          const handed = hand(register, row, change);
          if (handed.ok) use(store, code, found);
          return handed;
        });
        if (!taken.ok) return taken;
        room.poke(who);
        tellTables(scene.value, row, register.participant(who));
        hall.pokeLeaders(scene.value);
      }
      return answer({ duty: found.duty, group: found.group });
    },
  };
}

export function invitationOf(store: Store, code: string, token: string): Open | null {
  const hash = tokenHash(token);
  return invitationsOf(store, code).find((open) => open.tokenHash === hash) ?? null;
}

/** Within a transaction: one more came with it. */
export function use(store: Store, code: string, { id, ...kept }: Open): void {
  store.records.put({ session: code, kind, id, value: { ...kept, used: kept.used + 1 } satisfies Kept });
}

/** What somebody has after following a link. */
export function given(
  { duties, group }: Pick<ParticipantRow, 'duties' | 'group'>,
  invitation: Invitation,
): { duties: Duty[]; group: string } {
  return {
    duties: invitation.duty === null ? [...duties] : withDuty(duties, invitation.duty),
    group: invitation.group ?? group,
  };
}

/** Within a transaction. Who observes has no vote in what is open; who does so no more has it (again). */
export function hand(
  register: Register,
  row: ParticipantRow,
  change: Pick<ParticipantRow, 'duties' | 'group'> & { table?: number | null },
): Yes | Refusal {
  if (change.group !== row.group && register.tickets.of(row.id)) return refuse('ticket_group');
  if (change.group !== row.group && groupsFixed(register)) return refuse('group_fixed');
  const after = { ...row, ...change };
  register.setAside(row, after);
  register.changeParticipant(row.id, change);
  register.admitVoter(after, row);
  return yes;
}

/** While a vote is open that only some groups decide, nobody changes groups. */
export function groupsFixed(register: Register): boolean {
  return register.openVotes.some(({ settings }) => settings.electorate);
}

/** May a newcomer come in now? Shut doors keep out nobody who was invited. */
export function mayEnter({ state, doors }: Session, invitation: Invitation | null): Yes | Refusal {
  if (state === 'prepared') return refuse('not_open_yet');
  if (state === 'ended' && !comesAfterwards(invitation?.duty ?? null)) return refuse('ended');
  return doors === 'shut' && invitation === null ? refuse('doors_shut') : yes;
}

/** Only what the format has is given away. */
export function suits(
  { format }: Session,
  { duties, group }: { duties: readonly Duty[]; group: string | null },
): Yes | Refusal {
  if (!duties.every((duty) => dutiesOf(format).includes(duty))) return refuse('bad_request', 'duty');
  if (group !== null && !format.groups.some(({ id }) => id === group)) return refuse('bad_request', 'group');
  return yes;
}

function invitationsOf(store: Store, code: string): Open[] {
  return store.records.of(code, kind).map(({ id, value }) => ({ id, ...(value as Kept) }));
}
