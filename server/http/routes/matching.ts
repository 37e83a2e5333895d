/** Signing up for teams, the auction, and what comes of a match. No answer here says who somebody is. */
import * as api from '../../../shared/api/matching.ts';
import { done, made, setTimer } from '../../../shared/api.ts';
import type { Parts } from '../parts.ts';
import { okay, rolesOf, route, type Route } from '../route.ts';

const path = '/api/sessions/:code';

export function matchingRoutes({ services: { teams, auction, bids, contacts } }: Parts): Route[] {
  return [
    route({
      method: 'post',
      path: `${path}/teams/:phase/join`,
      summary: 'Signs me up for a working group; with my name only when I want it shown.',
      roles: rolesOf('team.join'),
      input: api.joinTeam,
      output: done,
      handle: (call) => okay(teams.join(call.ask, call.param('phase'), call.input)),
    }),
    route({
      method: 'post',
      path: `${path}/teams/:phase/leave`,
      summary: 'Takes me out of a working group.',
      roles: rolesOf('team.leave'),
      input: api.leaveTeam,
      output: done,
      handle: (call) => okay(teams.leave(call.ask, call.param('phase'), call.input)),
    }),
    route({
      method: 'post',
      path: `${path}/teams/:phase/lead`,
      summary: 'Offers to lead a working group I am in, or no longer.',
      roles: rolesOf('team.lead'),
      input: api.leadTeam,
      output: done,
      handle: (call) => okay(teams.lead(call.ask, call.param('phase'), call.input)),
    }),
    route({
      method: 'post',
      path: `${path}/auctions/:phase/call`,
      summary: 'The next step of the auction: opens a lot, going once, twice, awarded; or back, or another lot first.',
      roles: rolesOf('lot.call'),
      input: api.callLot,
      output: done,
      handle: (call) => okay(auction.call(call.ask, call.param('phase'), call.input)),
    }),
    route({
      method: 'post',
      path: `${path}/auctions/:phase/clock`,
      summary: 'The clock of the room, for the auctioneer.',
      roles: rolesOf('lot.call'),
      input: setTimer,
      output: done,
      handle: (call) => okay(auction.clock(call.ask, call.param('phase'), call.input)),
    }),
    route({
      method: 'post',
      path: `${path}/auctions/:phase/settings`,
      summary: 'Whether money may be bid, and the day on which people look back together.',
      roles: rolesOf('match.set'),
      input: api.setMatch,
      output: done,
      handle: (call) => okay(auction.set(call.ask, call.param('phase'), call.input)),
    }),
    route({
      method: 'post',
      path: `${path}/bids`,
      summary: 'Bids on a lot or a stall that is not my own.',
      roles: rolesOf('bid.place'),
      input: api.placeBid,
      output: made,
      status: 201,
      handle: (call) => bids.place(call.ask, call.input),
    }),
    route({
      method: 'post',
      path: `${path}/bids/:id/accept`,
      summary: 'Accepts a bid on what I brought: it is a match.',
      roles: rolesOf('bid.accept'),
      output: done,
      handle: (call) => okay(bids.accept(call.ask, call.param('id'))),
    }),
    route({
      method: 'post',
      path: `${path}/bids/:id/release`,
      summary: 'Takes an acceptance back, until the hammer has fallen.',
      roles: rolesOf('bid.release'),
      output: done,
      handle: (call) => okay(bids.release(call.ask, call.param('id'))),
    }),
    route({
      method: 'post',
      path: `${path}/bids/:id/withdraw`,
      summary: 'Withdraws a bid of mine; of a match by either side, with a reason.',
      roles: rolesOf('bid.withdraw'),
      input: api.withdrawBid,
      output: done,
      handle: (call) => okay(bids.withdraw(call.ask, call.param('id'), call.input.reason ?? '')),
    }),
    route({
      method: 'put',
      path: `${path}/matches/:id/contact`,
      summary: 'Says how the other side of a match can reach me: shown to them alone, when they said so too.',
      roles: rolesOf('contact.give'),
      input: api.giveContact,
      output: done,
      handle: (call) => okay(contacts.give(call.ask, call.param('id'), call.input)),
    }),
    route({
      method: 'delete',
      path: `${path}/matches/:id/contact`,
      summary: 'Takes that back, for good.',
      roles: rolesOf('contact.withdraw'),
      output: done,
      handle: (call) => okay(contacts.withdraw(call.ask, call.param('id'))),
    }),
  ];
}
