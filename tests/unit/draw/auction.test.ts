import { describe, expect, it } from 'vitest';
import {
  acceptBid,
  hammer,
  openLot,
  outcome,
  placeBid,
  releaseBid,
  withdrawBid,
  type Auction,
  type AuctionRules,
  type NewBid,
} from '../../../shared/draw/auction.ts';
import type { Step } from '../../../shared/draw/step.ts';

const rules: AuctionRules = { kinds: ['time', 'space', 'money'], money: false };
const hours: NewBid = { id: 'b1', by: 'bob', kind: 'time', text: 'Twee zaterdagen' };
const shed: NewBid = { id: 'b2', by: 'carla', kind: 'space', text: 'Een schuur' };
const lots: Auction = [
  { id: 'garden', owners: ['ans'], floor: 'waiting', bids: [] },
  { id: 'square', owners: ['bob'], floor: 'waiting', bids: [] },
];

type Move = (auction: Auction) => Step<Auction, string>;
const opened: Move = (auction) => openLot(auction, 'garden');
const offered =
  (bid: NewBid, by = rules): Move =>
  (auction) =>
    placeBid(auction, 'garden', bid, by);
const accepted: Move = (auction) => acceptBid(auction, 'garden', 'b1', 'ans');
const released: Move = (auction) => releaseBid(auction, 'garden', 'b1', 'ans');
const hammered: Move = (auction) => hammer(auction, 'garden');
const withdrawn =
  (by: string, reason = ''): Move =>
  (auction) =>
    withdrawBid(auction, 'garden', 'b1', by, reason);

/** The auction after these moves, all of which must be allowed. */
function after(...moves: Move[]): Auction {
  return moves.reduce((auction, move) => {
    const step = move(auction);
    if (!step.ok) throw new Error(step.why);
    return step.state;
  }, lots);
}
const why = (move: Move, ...before: Move[]) => {
  const step = move(after(...before));
  return step.ok ? null : step.why;
};
const found = (...moves: Move[]) => {
  const { taken, also } = outcome(after(...moves)[0]!);
  return { taken: taken.map(({ id }) => id), also: also.map(({ id }) => id) };
};

describe('the floor', () => {
  it('is open for one lot at a time, and again after the hammer', () => {
    expect(why((auction) => openLot(auction, 'square'), opened)).toBe('other_lot_open');
    expect(why((auction) => openLot(auction, 'square'), opened, hammered)).toBeNull();
    expect(why(opened, opened, hammered)).toBeNull();
    expect(why((auction) => openLot(auction, 'gone'))).toBe('not_found');
  });

  it('takes bids while it is open, and after the hammer as long as nobody was accepted', () => {
    expect(why(offered(hours))).toBe('floor_closed');
    expect(why(offered(hours), opened)).toBeNull();
    expect(why(offered(shed), opened, hammered)).toBeNull();
    expect(why(offered(shed), opened, offered(hours), accepted, hammered)).toBe('floor_closed');
    expect(after(hammered)).toEqual(lots);
  });
});

describe('a bid', () => {
  it('is not for the bringer, not empty, and of a kind that is asked', () => {
    expect(why(offered({ ...hours, by: 'ans' }), opened)).toBe('own_lot');
    expect(why(offered({ ...hours, text: '  ' }), opened)).toBe('empty');
    expect(why(offered({ ...hours, kind: 'knowledge' }), opened)).toBe('kind_not_allowed');
    const money = { ...hours, kind: 'money' } as const;
    expect(why(offered(money), opened)).toBe('kind_not_allowed');
    expect(why(offered(money, { ...rules, money: true }), opened)).toBeNull();
    expect(why(offered(money, { kinds: ['time'], money: true }), opened)).toBe('kind_not_allowed');
  });

  it('sent again changes nothing', () => {
    expect(after(opened, offered(hours), offered(hours))).toEqual(after(opened, offered(hours)));
  });

  it('is accepted by the bringer alone, beside others; the rest stays as "kan ook" and may be taken later', () => {
    expect(why((auction) => acceptBid(auction, 'garden', 'b1', 'carla'), opened, offered(hours))).toBe('not_yours');
    const evening = [opened, offered(hours), offered(shed), accepted, hammered];
    expect(found(...evening)).toEqual({ taken: ['b1'], also: ['b2'] });
    const later: Move = (auction) => acceptBid(auction, 'garden', 'b2', 'ans');
    expect(found(...evening, later)).toEqual({ taken: ['b1', 'b2'], also: [] });
  });

  it('can be let go by the bringer until the hammer', () => {
    expect(found(opened, offered(hours), accepted, released)).toEqual({ taken: [], also: ['b1'] });
    expect(why(released, opened, offered(hours), accepted, hammered)).toBe('match_fixed');
    expect(why((auction) => releaseBid(auction, 'garden', 'b1', 'bob'), opened, offered(hours))).toBe('not_yours');
  });

  it('is withdrawn freely; a match only with a reason, by either side', () => {
    expect(found(opened, offered(hours), withdrawn('bob'))).toEqual({ taken: [], also: [] });
    expect(why(accepted, opened, offered(hours), withdrawn('bob'))).toBe('bid_gone');
    expect(why(withdrawn('ans'), opened, offered(hours))).toBe('not_yours');
    const match = [opened, offered(hours), accepted, hammered];
    expect(why(withdrawn('bob', ' '), ...match)).toBe('reason_missing');
    expect(why(withdrawn('carla', 'Nee'), ...match)).toBe('not_yours');
    for (const side of ['ans', 'bob']) {
      const [lot] = after(...match, withdrawn(side, 'Verhuisd')) as [Auction[0]];
      expect(lot.bids).toEqual([{ ...hours, state: 'withdrawn', reason: 'Verhuisd' }]);
    }
    expect(why(offered(shed), ...match, withdrawn('bob', 'Verhuisd'))).toBeNull();
  });
});
