/**
 * Tickets: the right to vote, on paper. A ticket is somebody's from when their device took it, or when it voted at the device
 * of a table; it gives its group, whatever the device said. Of its code the store has only the hash.
 */
import { limits } from '../../shared/limits.ts';
import { refuse } from '../../shared/refusals.ts';
import { makeTicket, readTicket } from '../../shared/tickets.ts';
import { retellMatching } from './forgetting.ts';
import type { Hall, Scene } from './hall.ts';
import type { Register } from './register.ts';
import { ticketHash } from './secrets.ts';
import { answer, type Answer, type Services } from './services.ts';
import type { Ticket } from './ticketbook.ts';

export function makeTickets(hall: Hall): Services['tickets'] {
  const { random } = hall.parts;

  return {
    make(ask, { groups }) {
      const scene = hall.may(ask, { type: 'ticket.make' });
      if (!scene.ok) return scene;
      const { code, session, register, room } = scene.value;
      const count = groups.reduce((sum, one) => sum + one.count, 0);
      const { all } = register.tickets;
      if (all.length + count > limits.ticketsPerSession) return refuse('too_many', 'tickets');
      const known = (group: string) => group === '' || session.format.groups.some(({ id }) => id === group);
      if (!groups.every(({ group }) => known(group))) return refuse('bad_request', 'group');
      const last = Math.max(0, ...all.map(({ batch }) => batch));
      const made = groups.flatMap(({ group, count: many }, index) =>
        Array.from({ length: many }, () => ({ batch: last + 1 + index, group, code: makeTicket(random) })),
      );
      hall.transaction(code, () => {
        hall.note(scene.value, 'ticket.make', String(count));
        const fresh = made.map(({ batch, group, code: ticket }): Ticket => {
          return { id: ticketHash(code, ticket), group, batch, madeAt: hall.now(), used: null, withdrawn: false };
        });
        for (const ticket of fresh) register.tickets.put(ticket);
        admitTickets(register, fresh);
      });
      room.pulse();
      hall.pokeLeaders(scene.value);
      return answer(made);
    },

    list(ask) {
      const scene = hall.lead(ask);
      return scene.ok ? answer(batchesOf(scene.value.register.tickets.all)) : scene;
    },

    withdraw(ask, what) {
      const scene = hall.may(ask, { type: 'ticket.withdraw' });
      if (!scene.ok) return scene;
      const { code, register, room } = scene.value;
      const meant = meantBy(scene.value, what);
      if (!meant.ok) return meant;
      const tickets = meant.value;
      const voted = tickets.filter((ticket) => hasVoted(register, ticket)).length;
      hall.transaction(code, () => {
        hall.note(scene.value, 'ticket.withdraw', String(tickets.length));
        for (const ticket of tickets) register.tickets.put({ ...ticket, withdrawn: true });
      });
      for (const { used } of tickets) if (used?.by === 'phone') room.poke(used.who);
      hall.pokeLeaders(scene.value);
      return answer({ withdrawn: tickets.length, used: tickets.filter(({ used }) => used).length, voted });
    },

    take(ask, typed) {
      const scene = hall.may(ask, { type: 'ticket.take' });
      if (!scene.ok) return scene;
      const { code, register, room, who } = scene.value;
      const found = ticketOf(scene.value, typed);
      if (!found.ok) return found;
      const { used, group } = found.value;
      if (used?.by === 'phone' && used.who === who) return answer({ group });
      if (used) return refuse('ticket_used');
      const row = register.participant(who)!;
      if (register.tickets.gives(who)) return refuse('ticket_held');
      const moves = group !== row.group;
      const decided = register.openVotes.some(({ settings }) => settings.electorate && !settings.tickets);
      if (moves && decided) return refuse('group_fixed');
      hall.transaction(code, () => {
        const after = { ...row, group };
        register.setAside(row, after);
        if (moves) register.changeParticipant(who, { group });
        register.admitVoter(after, row);
        register.tickets.put({ ...found.value, used: { by: 'phone', who } });
        register.noteAct(who);
      });
      if (moves) retellMatching(hall, scene.value);
      room.poke(who);
      room.pulse();
      hall.pokeLeaders(scene.value);
      return answer({ group });
    },
  };
}

/** A ticket that works, as people type it; whether it has been used is for whoever asks. */
export function ticketOf({ code, register }: Pick<Scene, 'code' | 'register'>, typed: string): Answer<Ticket> {
  const read = readTicket(typed);
  if (!read.ok) return refuse('ticket_typo', read.why);
  const ticket = register.tickets.get(ticketHash(code, read.code));
  if (!ticket) return refuse('bad_ticket');
  return ticket.withdrawn ? refuse('ticket_withdrawn') : answer(ticket);
}

/** Within a transaction, when the evening is over: nobody votes any more, unless a vote is still to come. */
export function dropTickets(hall: Hall, { code, register, session }: Scene): void {
  const toCome = session.format.phases.some(({ kind, when, left }) => kind === 'vote' && when === 'after' && !left);
  if (toCome || register.tickets.all.length === 0) return;
  register.tickets.clear();
  hall.broom.mark(code);
}

/** Within a transaction: with so many more the electorate of what is open grows. */
function admitTickets(register: Register, fresh: readonly Ticket[]): void {
  for (const vote of register.openVotes) {
    const more = register.tickets.votersIn(vote, fresh);
    if (vote.state === 'open' && more > 0) register.setElectorate(vote, register.electorate(vote) + more);
  }
}

function meantBy({ code, register }: Scene, what: Parameters<Services['tickets']['withdraw']>[1]): Answer<Ticket[]> {
  if ('ticket' in what) {
    const found = ticketOf({ code, register }, what.ticket);
    return found.ok ? answer([found.value]) : found.code === 'bad_ticket' ? refuse('not_found', 'ticket') : found;
  }
  const batch = register.tickets.all.filter((ticket) => ticket.batch === what.batch);
  if (batch.length === 0) return refuse('not_found', 'batch');
  return answer(batch.filter(({ withdrawn, used }) => !withdrawn && (what.used || !used)));
}

/** In a vote that is open now. */
function hasVoted(register: Register, ticket: Ticket): boolean {
  const { used } = ticket;
  return register.openVotes.some((vote) => {
    return used?.by === 'phone'
      ? vote.settings.tickets && register.hasVoted(vote, used.who)
      : register.tickets.hasVoted(register.keyOf(vote), ticket);
  });
}

function batchesOf(tickets: readonly Ticket[]) {
  const batches = new Map<number, Ticket[]>();
  for (const ticket of tickets) {
    const there = batches.get(ticket.batch);
    if (there) there.push(ticket);
    else batches.set(ticket.batch, [ticket]);
  }
  return [...batches].map(([batch, all]) => ({
    batch,
    group: all[0]!.group,
    at: all[0]!.madeAt,
    made: all.length,
    phones: all.filter(({ used, withdrawn }) => used?.by === 'phone' && !withdrawn).length,
    tables: all.filter(({ used, withdrawn }) => used?.by === 'table' && !withdrawn).length,
    withdrawn: all.filter(({ withdrawn }) => withdrawn).length,
  }));
}
