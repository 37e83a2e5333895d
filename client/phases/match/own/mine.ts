/** One's own matches: bids of mine that were accepted, and bids on what I brought. */
import { matchesOf, type BidLive } from '../../../../shared/bids.ts';
import { itemOn } from '../../../../shared/sources.ts';
import type { Board } from '../../../board/board.svelte.ts';

export interface OwnMatch {
  bid: BidLive;
  /** title of the lot */
  title: string;
  side: 'bringer' | 'bidder';
}

export function ownMatches({ me, picture }: Pick<Board, 'me' | 'picture'>, phase?: string): OwnMatch[] {
  if (!me) return [];
  const { bids, lots } = me.matching;
  return matchesOf(picture.live).flatMap((bid): OwnMatch[] => {
    const side = bids.includes(bid.id) ? 'bidder' : lots.includes(bid.lot) ? 'bringer' : null;
    if (!side || (phase !== undefined && bid.phase !== phase)) return [];
    return [{ bid, side, title: itemOn(picture, bid.lot)?.title ?? '' }];
  });
}
