/**
 * Auction and market as everybody may see them: what is under the hammer, and what was bid. Who a bid is from is in it only
 * when the bidder wanted so. An accepted bid is a match, under the id of the bid.
 */
import * as v from 'valibot';
import { floorSteps, type FloorStep } from './draw/floor.ts';
import { limits } from './limits.ts';
import { bidKinds } from './phases/common.ts';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const run = { phase: text(40), run: whole };

/** One run of an auction or a market. */
export const floorLive = v.strictObject({
  ...run,
  way: v.picklist(['auction', 'market']),
  step: v.picklist(floorSteps),
  /** under the hammer, or the last that was */
  lot: v.nullable(text(40)),
  money: v.boolean(),
  /** server time of the day on which people look back together; contact details go some time after it */
  followUp: v.nullable(whole),
});

/** What happened to one lot of an auction; a lot without one has not come yet. */
export const lotLive = v.strictObject({
  ...run,
  item: text(40),
  state: v.picklist(['open', 'hammered', 'skipped']),
});

export const bidLive = v.strictObject({
  id: text(40),
  ...run,
  lot: text(40),
  kind: v.picklist(bidKinds),
  text: text(limits.bidLength),
  /** name or organisation, when the bidder wanted it shown */
  from: text(limits.nameLength),
  /** when the session shows tables */
  table: v.nullable(whole),
  /** of the participant, where there is neither name nor table */
  number: v.nullable(whole),
  /** order of arrival in the session, from 1 */
  place: whole,
  at: whole,
  state: v.picklist(['offered', 'accepted']),
});

export type FloorLive = v.InferOutput<typeof floorLive>;
export type LotLive = v.InferOutput<typeof lotLive>;
export type BidLive = v.InferOutput<typeof bidLive>;
export type Live = ReadonlyMap<string, unknown>;
export type Floor = 'waiting' | 'open' | 'hammered';

export const floorKey = (phase: string, run: number): string => `floor:${phase}:${run}`;
export const lotKey = ({ phase, run, item }: Pick<LotLive, 'phase' | 'run' | 'item'>): string =>
  `auctionlot:${phase}:${run}:${item}`;
export const bidKey = (id: string): string => `bid:${id}`;

export function readFloor(live: Live, phase: string, run: number): FloorLive | null {
  const value = live.get(floorKey(phase, run));
  return v.is(floorLive, value) ? value : null;
}

export function readFloors(live: Live): FloorLive[] {
  return of(live, 'floor:', floorLive);
}

export function readLots(live: Live): LotLive[] {
  return of(live, 'auctionlot:', lotLive);
}

export function readBid(live: Live, id: string): BidLive | null {
  const value = live.get(bidKey(id));
  return v.is(bidLive, value) ? value : null;
}

/** In order of arrival. */
export function readBids(live: Live): BidLive[] {
  return of(live, 'bid:', bidLive).sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
}

/** Lot → its bids, of one run, in order of arrival. */
export function bidsOf(live: Live, phase: string, run: number): ReadonlyMap<string, BidLive[]> {
  const lots = new Map<string, BidLive[]>();
  for (const bid of readBids(live)) {
    if (bid.phase !== phase || bid.run !== run) continue;
    lots.set(bid.lot, [...(lots.get(bid.lot) ?? []), bid]);
  }
  return lots;
}

/** What happened to this lot; null: it has not come yet. */
export function stateOf(live: Live, lot: Pick<LotLive, 'phase' | 'run' | 'item'>): LotLive['state'] | null {
  const value = live.get(lotKey(lot));
  return v.is(lotLive, value) ? value.state : null;
}

/** May be bid on? A market is open as a whole; when the phase was left, everything has been under the hammer. */
export function floorOf(live: Live, lot: Pick<LotLive, 'phase' | 'run' | 'item'>): Floor {
  const floor = readFloor(live, lot.phase, lot.run);
  if (!floor) return 'waiting';
  if (floor.step === 'over') return 'hammered';
  if (floor.way === 'market') return 'open';
  const state = stateOf(live, lot);
  return state === 'open' || state === 'hammered' ? state : 'waiting';
}

/** Every match there is: for the report, the exports, and the plans made by `match`. */
export function matchesOf(live: Live): BidLive[] {
  return readBids(live).filter(({ state }) => state === 'accepted');
}

function of<S extends v.GenericSchema>(live: Live, prefix: string, schema: S): v.InferOutput<S>[] {
  return [...live].flatMap(([key, value]) => (key.startsWith(prefix) && v.is(schema, value) ? [value] : []));
}

export type { FloorStep };
