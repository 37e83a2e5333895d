/**
 * What the rules of signing up and bidding may know: the same answers from the server's register and from a client's board.
 * What the board does not say (which of it is one's own) comes in as `Own`.
 */
import { floorOf, readBid, readBids, readFloor, type BidLive, type Floor, type FloorLive, type Live } from './bids.ts';
import { phaseOf } from './format.ts';
import type { Session } from './model.ts';
import { itemsOn, type Ground } from './sources.ts';
import { teamsOf } from './teams.ts';

export interface TeamFacts {
  mine: boolean;
  /** teams of this run one is in, and how many that may be */
  joined: number;
  most: number;
  leads: 'me' | 'other' | null;
}

export interface LotFacts {
  floor: Floor;
  own: boolean;
  /** somebody was accepted */
  taken: boolean;
  bids: number;
  /** own bids in this run */
  mine: number;
}

export interface BidFacts {
  accepted: boolean;
  /** the hammer fell */
  fixed: boolean;
  /** on which side one is; null: neither */
  party: 'bringer' | 'bidder' | null;
}

export interface MatchFacts {
  /** null: nothing to sign up for */
  team(phase: string, item: string): TeamFacts | null;
  lot(phase: string, lot: string): LotFacts | null;
  bid(id: string): BidFacts | null;
  /** of the newest run */
  floor(phase: string): FloorLive | null;
}

export interface OwnMatching {
  /** keys of teams (`teamKey`) */
  teams: readonly { phase: string; run: number; item: string; lead: boolean }[];
  /** ids of bids */
  bids: readonly string[];
  /** is this item one's own? */
  brings(item: string): boolean;
}

/** `board` and `own` are asked only when something is: most rules are about other things. */
export function matchFacts(board: () => Ground & { session: Session | null }, own: () => OwnMatching): MatchFacts {
  const live = (): Live => board().live;
  const runOf = (phase: string) => board().session?.runs[phase] ?? 0;

  return {
    team(id, item) {
      const ground = board();
      const phase = ground.session && phaseOf(ground.session.format, id);
      const run = runOf(id);
      if (phase?.kind !== 'match' || phase.way !== 'teams' || run === 0) return null;
      const mine = own().teams.filter((team) => team.phase === id && team.run === run);
      const here = mine.find((team) => team.item === item);
      if (!here && !itemsOn(ground, phase.of).some((one) => one.id === item)) return null;
      const lead = teamsOf(ground.live, id, run).get(item)?.lead;
      return {
        mine: here !== undefined,
        joined: mine.length,
        most: phase.maxTeams ?? 1,
        leads: here?.lead ? 'me' : lead ? 'other' : null,
      };
    },

    lot(id, item) {
      const ground = board();
      const phase = ground.session && phaseOf(ground.session.format, id);
      if (phase?.kind !== 'match' || phase.way === 'teams') return null;
      if (!itemsOn(ground, phase.of).some((one) => one.id === item)) return null;
      const run = runOf(id);
      const all = readBids(ground.live).filter((bid) => bid.phase === id && bid.run === run);
      const here = all.filter((bid) => bid.lot === item);
      const mine = new Set(own().bids);
      return {
        floor: floorOf(ground.live, { phase: id, run, item }),
        own: own().brings(item),
        taken: here.some(({ state }) => state === 'accepted'),
        bids: here.length,
        mine: all.filter((bid) => mine.has(bid.id)).length,
      };
    },

    bid(id) {
      const bid = readBid(live(), id);
      if (!bid) return null;
      const fixed = floorOf(live(), { ...bid, item: bid.lot }) === 'hammered';
      return { accepted: bid.state === 'accepted', fixed, party: partyOf(bid, own()) };
    },

    floor: (phase) => readFloor(live(), phase, runOf(phase)),
  };
}

function partyOf(bid: BidLive, own: OwnMatching): BidFacts['party'] {
  if (own.bids.includes(bid.id)) return 'bidder';
  return own.brings(bid.lot) ? 'bringer' : null;
}
