/**
 * The auction of ideas (DOMAIN 4.17, `veiling`). Not the highest bid wins: the bringer of a lot takes who fits. The clock
 * is the session's timer; time up only signals, the auctioneer's hammer ends the bidding.
 */
import { done, not, type Step } from './step.ts';

export type BidKind = 'time' | 'knowledge' | 'things' | 'space' | 'contacts' | 'money' | 'advice' | 'rules';

/** Who does it; null: whoever leads, in the name of somebody without a device. */
export type By = string | null;

/** offered: also after the hammer, as "kan ook". `reason` is null when it was never accepted. */
type BidState = { state: 'offered' } | { state: 'accepted' } | { state: 'withdrawn'; reason: string | null };

export type Bid = { id: string; by: By; kind: BidKind; text: string } & BidState;

export type NewBid = Pick<Bid, 'id' | 'by' | 'kind' | 'text'>;

export interface Lot {
  id: string;
  /** the bringers: one, or the writers of what was merged; nobody when it came from paper */
  owners: readonly string[];
  floor: 'waiting' | 'open' | 'hammered';
  /** as they came */
  bids: readonly Bid[];
}

export interface AuctionRules {
  kinds: readonly BidKind[];
  /** whether the facilitator allows money, where `kinds` has it */
  money: boolean;
}

export type Auction = readonly Lot[];

type Absent = 'not_found';

/** One lot at a time comes under the hammer. A lot may come again, with the bids it has. */
export function openLot(auction: Auction, lot: string): Step<Auction, Absent | 'other_lot_open'> {
  if (auction.some((other) => other.floor === 'open' && other.id !== lot)) return not('other_lot_open');
  return onLot(auction, lot, (found) => done({ ...found, floor: 'open' }));
}

/** The hammer falls: what was accepted is a match. A lot that is not open stays as it is. */
export function hammer(auction: Auction, lot: string): Step<Auction, Absent> {
  return onLot(auction, lot, (found) => done(found.floor === 'open' ? { ...found, floor: 'hammered' } : found));
}

export type BidRefusal = Absent | 'own_lot' | 'floor_closed' | 'kind_not_allowed' | 'empty';

/** While the floor is open; after the hammer too when nobody was accepted. The same bid again changes nothing. */
export function placeBid(auction: Auction, lot: string, bid: NewBid, rules: AuctionRules): Step<Auction, BidRefusal> {
  return onLot(auction, lot, (found) => {
    if (found.bids.some(({ id }) => id === bid.id)) return done(found);
    if (bid.by !== null && found.owners.includes(bid.by)) return not('own_lot');
    if (found.floor === 'waiting' || (found.floor === 'hammered' && isTaken(found))) return not('floor_closed');
    if (!rules.kinds.includes(bid.kind) || (bid.kind === 'money' && !rules.money)) return not('kind_not_allowed');
    if (bid.text.trim() === '') return not('empty');
    return done({ ...found, bids: [...found.bids, { ...bid, state: 'offered' }] });
  });
}

/** By the bringer: one or more, at once or later from "kan ook". */
export function acceptBid(
  auction: Auction,
  lot: string,
  bid: string,
  by: By,
): Step<Auction, Absent | 'not_yours' | 'bid_gone'> {
  return onBid(auction, lot, bid, (offer, found) => {
    if (!brought(found, by)) return not('not_yours');
    return offer.state === 'withdrawn' ? not('bid_gone') : done({ ...offer, state: 'accepted' });
  });
}

/** By the bringer, until the hammer: the bid is an offer again. After that a match can only be withdrawn. */
export function releaseBid(
  auction: Auction,
  lot: string,
  bid: string,
  by: By,
): Step<Auction, Absent | 'not_yours' | 'match_fixed'> {
  return onBid(auction, lot, bid, (offer, found) => {
    if (!brought(found, by)) return not('not_yours');
    if (offer.state !== 'accepted') return done(offer);
    return found.floor === 'open' ? done({ ...offer, state: 'offered' }) : not('match_fixed');
  });
}

/** By the bidder; of a match also by the bringer, and only with a reason. */
export function withdrawBid(
  auction: Auction,
  lot: string,
  bid: string,
  by: By,
  reason: string,
): Step<Auction, Absent | 'not_yours' | 'reason_missing'> {
  return onBid(auction, lot, bid, (offer, found) => {
    const isMatch = offer.state === 'accepted';
    if (by !== null && by !== offer.by && !(isMatch && brought(found, by))) return not('not_yours');
    if (offer.state === 'withdrawn') return done(offer);
    if (isMatch && reason.trim() === '') return not('reason_missing');
    return done({ ...offer, state: 'withdrawn', reason: isMatch ? reason : null });
  });
}

/** taken: accepted by the bringer. also: offered and not accepted, "kan ook". */
export function outcome(lot: Lot): { taken: Bid[]; also: Bid[] } {
  return {
    taken: lot.bids.filter(({ state }) => state === 'accepted'),
    also: lot.bids.filter(({ state }) => state === 'offered'),
  };
}

function brought(lot: Lot, by: By): boolean {
  return by === null || lot.owners.includes(by);
}

function isTaken(lot: Lot): boolean {
  return lot.bids.some(({ state }) => state === 'accepted');
}

function onLot<Why extends string>(
  auction: Auction,
  id: string,
  change: (lot: Lot) => Step<Lot, Why>,
): Step<Auction, Why | Absent> {
  const lot = auction.find((other) => other.id === id);
  if (!lot) return not('not_found');
  const changed = change(lot);
  return changed.ok ? done(auction.map((other) => (other === lot ? changed.state : other))) : changed;
}

function onBid<Why extends string>(
  auction: Auction,
  lot: string,
  id: string,
  change: (bid: Bid, lot: Lot) => Step<Bid, Why>,
): Step<Auction, Why | Absent> {
  return onLot(auction, lot, (found): Step<Lot, Why | Absent> => {
    const bid = found.bids.find((other) => other.id === id);
    if (!bid) return not('not_found');
    const changed = change(bid, found);
    if (!changed.ok) return changed;
    return done({ ...found, bids: found.bids.map((other) => (other === bid ? changed.state : other)) });
  });
}
