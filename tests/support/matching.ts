/** A board with an auction on it as plain data, for views: what is there, who looks, and what they send. */
import type { Board } from '../../client/board/board.svelte.ts';
import { emptyPicture, type Picture } from '../../client/board/picture.ts';
import type { AuctionPhase } from '../../client/phases/match/lots.ts';
import type { OwnMatchingInfo } from '../../shared/api/matching.ts';
import { bidKey, floorKey, lotKey, type BidLive, type FloorLive, type LotLive } from '../../shared/bids.ts';
import type { Duty, Format } from '../../shared/format.ts';
import { ideeenveiling } from '../../shared/formats/ideeenveiling.ts';
import { matchFacts } from '../../shared/matchfacts.ts';
import type { Card, Session } from '../../shared/model.ts';
import { can } from '../../shared/rules.ts';

const words = { nl: 'De veiling', en: 'The auction' };
export const auction: AuctionPhase = {
  id: 'veiling',
  kind: 'match',
  way: 'auction',
  title: words,
  prompt: words,
  minutes: 50,
  of: { from: 'cards', kind: 'idee' },
  bids: ['time', 'things', 'money'],
  money: false,
  seconds: 240,
};
const format: Format = { ...ideeenveiling, phases: [auction] };

export interface Told {
  floor?: Partial<FloorLive>;
  lots?: Partial<Record<string, LotLive['state']>>;
  bids?: (Partial<BidLive> & Pick<BidLive, 'id' | 'lot'>)[];
  own?: Partial<OwnMatchingInfo>;
  duties?: Duty[];
  role?: Board['role'];
  name?: string;
}

export const lot = (n: number) => `kavel0000${n}`;

const card = (n: number): Card => ({
  ...{ id: lot(n), kind: 'idee', title: `Idee ${n}`, text: '', cluster: null, fields: { zelf: 'ik kook' }, on: null },
  ...{ column: null, number: n, at: n, phase: null, run: 1, table: null, via: null, gone: null },
  ...{ mergedFrom: [], mergedInto: null },
});

export function auctionPicture({ floor, lots = {}, bids = [] }: Told): Picture {
  const run = { phase: auction.id, run: 1 };
  const live = new Map<string, unknown>();
  live.set(floorKey(auction.id, 1), {
    ...run,
    way: 'auction',
    step: 'waiting',
    lot: null,
    money: false,
    followUp: null,
    ...floor,
  });
  for (const [item, state] of Object.entries(lots)) live.set(lotKey({ ...run, item }), { ...run, item, state });
  for (const [index, bid] of bids.entries()) {
    const plain = { kind: 'time', text: `bod ${index + 1}`, from: '', table: null, number: 3, state: 'offered', at: 1 };
    live.set(bidKey(bid.id), { ...run, ...plain, place: index + 1, ...bid });
  }
  const cards = [card(1), card(2), card(3)];
  const session = {
    format,
    state: 'running',
    phase: auction.id,
    run: 1,
    runs: { [auction.id]: 1 },
    timer: { state: 'off' },
  };
  return {
    ...emptyPicture,
    session: session as unknown as Session,
    byId: new Map(cards.map((one) => [one.id, one])),
    cards,
    live,
  };
}

/** `sent`: what went to the server, in order. */
export function auctionBoard(told: Told = {}) {
  const picture = auctionPicture(told);
  const { session } = picture;
  const sent: { method: string; path: string; body: unknown }[] = [];
  const matching: OwnMatchingInfo = { teams: [], bids: [], lots: [], contacts: [], off: [], ...told.own };
  const role = told.role ?? 'participant';
  const duties = told.duties ?? [];
  const facts = matchFacts(
    () => picture,
    () => ({ ...matching, brings: (item) => matching.lots.includes(item) }),
  );
  const board = {
    ...{ code: 'KRAS-7QXM', role, picture, session, phase: auction, online: true, pulse: null },
    me: { participant: { name: told.name ?? '', duties, group: '', number: 3 }, matching, cards: [] },
    now: () => 0,
    refreshMe: () => Promise.resolve(),
    can: (action: Parameters<typeof can>[0]) =>
      can(action, { role, removed: false, group: '', table: null, duties, owns: () => false, writes: () => false }, {
        state: 'running',
        format,
        phase: auction,
        grace: null,
        locked: false,
        match: facts,
      } as never),
    api: {
      send: (method: string, path: string, body: unknown) => {
        sent.push({ method, path: path.replace('/sessions/KRAS-7QXM', ''), body });
        return Promise.resolve({ ok: true, value: {} });
      },
    },
  };
  return { board: board as unknown as Board, sent };
}
