/** Tickets: made and withdrawn by facilitators, taken by whoever votes. */
import * as tickets from '../../../shared/api/tickets.ts';
import type { Parts } from '../parts.ts';
import { rolesOf, route, type Route } from '../route.ts';

const path = '/api/sessions/:code';

export function ticketRoutes({ services, guesses }: Parts): Route[] {
  return [
    route({
      method: 'post',
      path: `${path}/tickets`,
      summary: 'Makes tickets, so many per group. The codes are given once.',
      roles: rolesOf('ticket.make'),
      input: tickets.makeTickets,
      output: tickets.madeTickets,
      status: 201,
      handle: (call) => services.tickets.make(call.ask, call.input),
    }),
    route({
      method: 'get',
      path: `${path}/tickets`,
      summary: 'How many tickets there are of each batch, and what became of them.',
      roles: ['facilitator'],
      output: tickets.ticketBatches,
      handle: (call) => services.tickets.list(call.ask),
    }),
    route({
      method: 'post',
      path: `${path}/tickets/withdraw`,
      summary: 'Withdraws one ticket by its code, or the unused ones of a batch; with `used` the used ones too.',
      roles: rolesOf('ticket.withdraw'),
      input: tickets.withdrawTickets,
      output: tickets.withdrawn,
      handle: (call) => services.tickets.withdraw(call.ask, call.input),
    }),
    route({
      method: 'post',
      path: `${path}/me/ticket`,
      summary: 'Takes a ticket: it is mine from now on, and gives me its group and a vote.',
      roles: rolesOf('ticket.take'),
      input: tickets.takeTicket,
      output: tickets.ticketTaken,
      handle(call) {
        const taken = services.tickets.take(call.ask, call.input.ticket);
        return !taken.ok && taken.code === 'bad_ticket' ? guesses.miss(call.visit.address, taken) : taken;
      },
    }),
  ];
}
