/** Bidding and accepting, at an auction and on a market. The board shows the bids; whose they are stays in the store. */
import {
  acceptBid,
  placeBid,
  releaseBid,
  withdrawBid,
  type Auction,
  type By,
  type Lot,
} from '../../shared/draw/auction.ts';
import { bidKey, floorOf, readBids, readFloor } from '../../shared/bids.ts';
import { readLive } from '../../shared/document.ts';
import { phaseOf } from '../../shared/format.ts';
import { makeId } from '../../shared/ids.ts';
import { refuse, type RefusalCode } from '../../shared/refusals.ts';
import { setLive } from '../../shared/stamp.ts';
import { bidRow, bidRows, putBidRow, shownBid, type BidRow } from './bidrows.ts';
import { bringersOf } from './bringers.ts';
import type { Hall, Scene } from './hall.ts';
import { answer, type Answer, type Ask, type Services } from './services.ts';

const because: Readonly<Record<string, RefusalCode>> = { not_yours: 'not_your_lot', empty: 'bad_request' };
const refused = (why: string) => refuse(because[why] ?? (why as RefusalCode));

export function makeBids(hall: Hall): Services['bids'] {
  const { store, random } = hall.parts;

  return {
    place(ask, input) {
      const scene = hall.may(ask, { type: 'bid.place', phase: input.phase, lot: input.lot });
      if (!scene.ok) return scene;
      const { session, who, code, doc, identity } = scene.value;
      const { phase: id, lot: item, kind, text } = input;
      const run = session.runs[id] ?? 0;
      const bid = input.id ?? makeId(random);
      const known = bidRow(store, code, doc, bid);
      if (known) return known.by === byOf(scene.value) ? answer({ id: bid }) : refuse('not_your_bid');
      const phase = phaseOf(session.format, id);
      if (phase?.kind !== 'match' || phase.way === 'teams') return refuse('not_found', 'phase');
      const money = readFloor(readLive(doc), id, run)?.money ?? false;
      const by = identity.role === 'facilitator' ? null : who;
      const step = placeBid(
        [lotOf(scene.value, id, run, item)],
        item,
        { id: bid, by, kind, text },
        { kinds: phase.bids, money },
      );
      if (!step.ok) return refused(step.why);
      const row: BidRow = {
        ...{ id: bid, phase: id, run, lot: item, kind, text, by, at: hall.now(), state: 'offered', reason: null },
        ...signOf(scene.value, input),
        place: placeOfNext(bidRows(store, code), readBids(readLive(doc))),
      };
      write(scene.value, row);
      return answer({ id: bid });
    },

    accept: (ask, bid) => change(ask, bid, 'bid.accept', (auction, { lot }, by) => acceptBid(auction, lot, bid, by)),
    release: (ask, bid) => change(ask, bid, 'bid.release', (auction, { lot }, by) => releaseBid(auction, lot, bid, by)),
    withdraw: (ask, bid, reason) =>
      change(ask, bid, 'bid.withdraw', (auction, { lot }, by) => withdrawBid(auction, lot, bid, by, reason)),
  };

  function change(
    ask: Ask,
    id: string,
    type: 'bid.accept' | 'bid.release' | 'bid.withdraw',
    take: (auction: Auction, row: BidRow, by: By) => { ok: true; state: Auction } | { ok: false; why: string },
  ): Answer<null> {
    const scene = hall.may(ask, { type, bid: id });
    if (!scene.ok) return scene;
    const { code, doc } = scene.value;
    const row = bidRow(store, code, doc, id);
    if (!row) return refuse('bid_gone');
    const lot = lotOf(scene.value, row.phase, row.run, row.lot, row);
    const step = take([lot], row, byWhom(scene.value, lot, row));
    if (!step.ok) return refused(step.why);
    const after = step.state[0]?.bids.find((bid) => bid.id === id);
    if (!after || after.state === row.state) return answer(null);
    const reason = after.state === 'withdrawn' ? after.reason : null;
    write(scene.value, { ...row, state: after.state, reason }, type);
    return answer(null);
  }

  /** What is no match any more takes the contact details of both sides along. */
  function write(scene: Scene, row: BidRow, type?: 'bid.accept' | 'bid.release' | 'bid.withdraw'): void {
    const { code, room, register, identity, who } = scene;
    const dropped = row.state !== 'accepted' && store.contacts.of(code).some(({ match }) => match === row.id);
    hall.change(
      scene,
      (doc) => setLive(doc, bidKey(row.id), shownBid(row)),
      () => {
        putBidRow(store, code, row);
        if (dropped) store.contacts.remove(code, row.id);
        if (dropped) hall.broom.mark(code);
        if (identity.role === 'participant') register.noteAct(who);
        if (type) hall.note(scene, type, `${row.phase} ${row.run}`);
      },
    );
    if (dropped) hall.broom.sweep();
    for (const one of sidesOfRow(hall, scene, row)) room.poke(one);
  }

  function lotOf({ code, register, doc }: Scene, phase: string, run: number, item: string, known?: BidRow): Lot {
    const rows = bidRows(store, code).filter((row) => row.phase === phase && row.run === run && row.lot === item);
    const all = known && !rows.some(({ id }) => id === known.id) ? [...rows, known] : rows;
    return {
      id: item,
      owners: bringersOf(store, register, doc, item),
      floor: floorOf(readLive(doc), { phase, run, item }),
      bids: all.map(({ id, by, kind, text, state, reason }) =>
        state === 'withdrawn' ? { id, by, kind, text, state, reason } : { id, by, kind, text, state },
      ),
    };
  }
}

/** The people behind a match, or a bid: the bringers, and the bidder where there is one with a device. */
export function sidesOf(
  hall: Hall,
  scene: Scene,
  match: string,
): { bringers: readonly string[]; bidder: string | null } {
  const { store } = hall.parts;
  const row = bidRow(store, scene.code, scene.doc, match);
  if (!row) return { bringers: [], bidder: null };
  return { bringers: bringersOf(store, scene.register, scene.doc, row.lot), bidder: row.by };
}

function sidesOfRow(hall: Hall, { register, doc }: Scene, row: BidRow): string[] {
  const bringers = bringersOf(hall.parts.store, register, doc, row.lot);
  return [...new Set([...bringers, ...(row.by === null ? [] : [row.by])])];
}

function placeOfNext(...all: (readonly { place: number }[])[]): number {
  return all.flat().reduce((most, { place }) => Math.max(most, place), 0) + 1;
}

function byOf({ identity, who }: Scene): string | null {
  return identity.role === 'facilitator' ? null : who;
}

/** Whoever is one of the sides acts as that; else, as the rule book allowed it, for somebody without a device. */
function byWhom({ identity, who, actor }: Scene, lot: Lot, row: BidRow): By {
  if (identity.role === 'facilitator') return null;
  if (lot.owners.includes(who) || row.by === who) return who;
  return actor.duties.includes('auctioneer') ? null : who;
}

/** Under which words a bid stands: what the bidder wants shown, else the table, else a number. */
function signOf(
  { identity, register, who, session }: Scene,
  { show, from }: { show?: boolean | undefined; from?: string | undefined },
): Pick<BidRow, 'from' | 'table' | 'number'> {
  if (identity.role === 'facilitator') return { from: from ?? '', table: null, number: null };
  const person = register.participant(who);
  const name = show ? (person?.name ?? '') : '';
  const table = session.showTables ? (person?.table ?? null) : null;
  return { from: name, table, number: name === '' && table === null ? (person?.number ?? null) : null };
}
