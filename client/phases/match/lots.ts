/** Lots and stalls as views draw them. */
import {
  bidsOf,
  floorOf,
  readFloor,
  stateOf,
  type BidLive,
  type Floor,
  type FloorLive,
  type LotLive,
} from '../../../shared/bids.ts';
import { cardKindOf, type PhaseOf } from '../../../shared/format.ts';
import type { BidKind } from '../../../shared/phases/match.ts';
import { itemsOn, type Item } from '../../../shared/sources.ts';
import { templateOf } from '../../../shared/templates.ts';
import type { Words } from '../../../shared/words.ts';
import type { IconName } from '../../components/icons.ts';
import type { Picture } from '../../board/picture.ts';

export type BiddingPhase = Extract<PhaseOf<'match'>, { way: 'auction' | 'market' }>;
export type AuctionPhase = Extract<PhaseOf<'match'>, { way: 'auction' }>;

export interface Lot {
  item: Item;
  /** from 1 */
  number: number;
  floor: Floor;
  state: LotLive['state'] | null;
  bids: readonly BidLive[];
  /** somebody was accepted */
  taken: boolean;
}

export const kindIcons: Readonly<Record<BidKind, IconName>> = {
  time: 'clock',
  knowledge: 'book',
  things: 'box',
  space: 'house',
  contacts: 'share',
  money: 'coin',
};

/** In the order in which they come under the hammer. */
export function lotsOf(picture: Picture, phase: BiddingPhase, run: number): Lot[] {
  const bids = bidsOf(picture.live, phase.id, run);
  return itemsOn(picture, phase.of).map((item, index) => {
    const key = { phase: phase.id, run, item: item.id };
    const here = bids.get(item.id) ?? [];
    return {
      item,
      number: index + 1,
      floor: floorOf(picture.live, key),
      state: stateOf(picture.live, key),
      bids: here,
      taken: here.some(({ state }) => state === 'accepted'),
    };
  });
}

export function floorNow(picture: Picture, phase: BiddingPhase, run: number): FloorLive | null {
  return readFloor(picture.live, phase.id, run);
}

/** The first that did not come yet; when all came, the first that was skipped. */
export function nextLot(lots: readonly Lot[]): Lot | null {
  return lots.find(({ state }) => state === null) ?? lots.find(({ state }) => state === 'skipped') ?? null;
}

/** What of the lot may be bid now: after the hammer, what nobody took. */
export function takesBids({ floor, taken }: Lot): boolean {
  return floor === 'open' || (floor === 'hammered' && !taken);
}

export function kindsOf(phase: BiddingPhase, floor: FloorLive | null): readonly BidKind[] {
  return phase.bids.filter((kind) => kind !== 'money' || (floor?.money ?? false));
}

export interface Part {
  /** what the bringer looks for, puts in, or what else the card says */
  is: 'needs' | 'gives' | 'other';
  title: Words | null;
  text: string;
}

const meaning: Readonly<Record<string, Part['is']>> = {
  nodig: 'needs',
  zoek: 'needs',
  'ik-zoek': 'needs',
  terug: 'gives',
  zelf: 'gives',
  'ik-doe': 'gives',
  doe: 'gives',
};

/** The words of the plan that was made of it, else the fields of the card, else its text. What is needed comes first. */
export function partsOf(picture: Picture, item: Item): Part[] {
  const plan = picture.plans.find(({ id, card }) => id === item.id || card === item.id);
  const card = picture.byId.get(item.id);
  const fields = plan
    ? (templateOf(plan.template)?.fields ?? [])
    : (cardKindOf(picture.session?.format ?? { cardKinds: [] }, card?.kind ?? '')?.fields ?? []);
  const said = plan?.words ?? card?.fields ?? {};
  const parts = fields.flatMap(({ id, title }): Part[] => {
    const text = said[id]?.trim();
    return text ? [{ is: meaning[id] ?? 'other', title, text }] : [];
  });
  if (parts.length === 0) return item.text && !plan ? [{ is: 'other', title: null, text: item.text }] : [];
  const order = { needs: 0, gives: 1, other: 2 };
  return parts.sort((a, b) => order[a.is] - order[b.is]);
}
