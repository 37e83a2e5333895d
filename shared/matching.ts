/** The part of the rules about teams and bids: is it there, is it one's own, is there room. */
import type { Action, Actor, Facts } from './actions.ts';
import { limits } from './limits.ts';
import { refuse, yes, type Refusal, type Yes } from './refusals.ts';

type TeamAction = Extract<Action, { type: 'team.join' | 'team.leave' | 'team.lead' }>;
type BidAction = Extract<Action, { type: 'bid.accept' | 'bid.release' | 'bid.withdraw' }>;

export function ofTeam({ type, phase, item }: TeamAction, facts: Facts): Yes | Refusal {
  if (isOver(phase, facts)) return refuse('ended');
  const { match } = facts;
  const team = match.team(phase, item);
  if (!team) return refuse('team_gone');
  if (type === 'team.leave') return yes;
  if (type === 'team.join') return team.mine || team.joined < team.most ? yes : refuse('too_many_teams');
  if (!team.mine) return refuse('not_in_team');
  return team.leads === 'other' ? refuse('has_lead') : yes;
}

/** Whether the kind of bid is asked for is judged with the bid itself (`draw/auction.ts`). */
export function placeBid({ phase, lot }: Extract<Action, { type: 'bid.place' }>, facts: Facts): Yes | Refusal {
  if (isOver(phase, facts)) return refuse('ended');
  const { match } = facts;
  const asked = match.lot(phase, lot);
  if (!asked) return refuse('not_found', 'lot');
  if (asked.own) return refuse('own_lot');
  if (asked.floor === 'waiting' || (asked.floor === 'hammered' && asked.taken)) return refuse('floor_closed');
  if (asked.bids >= limits.bidsPerLot) return refuse('lot_full');
  return asked.mine < limits.bidsPerPerson ? yes : refuse('too_many_bids');
}

export function ofBid({ type, bid }: BidAction, actor: Actor, { match }: Facts): Yes | Refusal {
  const asked = match.bid(bid);
  if (!asked) return refuse('bid_gone');
  const leads = actor.role === 'facilitator' || actor.duties.includes('auctioneer');
  if (type === 'bid.withdraw') {
    return leads || asked.party === 'bidder' || (asked.accepted && asked.party) ? yes : refuse('not_your_bid');
  }
  if (!leads && asked.party !== 'bringer') return refuse('not_your_lot');
  return type === 'bid.release' && asked.accepted && asked.fixed ? refuse('match_fixed') : yes;
}

/** After the evening only what is on then: a council that answers does not open the auction again. */
function isOver(phase: string, { state, phase: now }: Facts): boolean {
  return state === 'ended' && now?.id !== phase;
}
