import { describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { Bidding, phase } from './bidding.ts';
import { codeOf, value } from './evening.ts';

function started() {
  const evening = new Bidding();
  value(evening.move(phase));
  value(evening.call('open', evening.lots[0]));
  return evening;
}

describe('the floor', () => {
  it('opens one lot at a time, with its clock, and goes step by step to the hammer', () => {
    const evening = new Bidding();
    value(evening.move(phase));
    const [soup, orchard] = evening.lots;
    expect(evening.floor()).toMatchObject({ step: 'waiting', lot: null, money: false });
    value(evening.call('open', soup));
    expect(evening.session.timer).toMatchObject({ state: 'running', total: 240_000 });
    expect(codeOf(evening.call('open', orchard))).toBe('other_lot_open');
    expect(codeOf(evening.call('twice'))).toBe('floor_moved');
    value(evening.call('once'));
    expect(codeOf(evening.call('once'))).toBe('floor_moved');
    value(evening.call('twice'));
    value(evening.call('sold'));
    expect([evening.floor()?.step, evening.stateOf(soup), evening.session.timer.state]).toEqual([
      'sold',
      'hammered',
      'off',
    ]);
    value(evening.call('open', orchard));
    expect([evening.floor()?.lot, evening.stateOf(orchard)]).toEqual([orchard, 'open']);
  });

  it('goes a step back, up to before the lot was opened, and lets a lot wait', () => {
    const evening = started();
    const [soup, orchard] = evening.lots;
    for (const call of ['once', 'twice', 'sold'] as const) value(evening.call(call));
    value(evening.call('back'));
    expect([evening.floor()?.step, evening.stateOf(soup)]).toEqual(['twice', 'open']);
    for (let n = 0; n < 3; n++) value(evening.call('back'));
    expect([evening.floor()?.step, evening.stateOf(soup)]).toEqual(['waiting', null]);
    value(evening.call('skip', orchard));
    expect(evening.stateOf(orchard)).toBe('skipped');
    value(evening.call('open', orchard));
    value(evening.call('skip'));
    expect([evening.floor()?.step, evening.stateOf(orchard)]).toEqual(['waiting', 'skipped']);
    expect(codeOf(evening.call('open', 'nergens1'))).toBe('not_found');
  });

  it('is the facilitator’s and the auctioneer’s, and nobody else’s', () => {
    const evening = started();
    expect(codeOf(evening.call('once', undefined, evening.other.ask))).toBe('not_allowed');
    evening.server.door.registers.of(evening.code).changeParticipant(evening.other.id, { duties: ['auctioneer'] });
    value(evening.call('once', undefined, evening.other.ask));
    const { auction } = evening.services;
    value(auction.clock(evening.other.ask, phase, { action: 'add', seconds: 30 }));
    expect(evening.session.timer).toMatchObject({ total: 270_000 });
    value(auction.set(evening.other.ask, phase, { money: true }));
    expect(evening.floor()?.money).toBe(true);
    expect(codeOf(auction.clock(evening.bidder.ask, phase, { action: 'stop' }))).toBe('not_allowed');
    expect(codeOf(auction.set(evening.bidder.ask, phase, { money: false }))).toBe('not_allowed');
  });
});

describe('a bid', () => {
  it('runs over the board without whose it is; the name only when they want it', () => {
    const evening = started();
    const [soup] = evening.lots;
    value(evening.services.sessions.edit(evening.lead, { showTables: false }));
    value(evening.bid(evening.bidder, soup, '2 koks leren ons soep voor 60'));
    value(evening.bid(evening.bidder, soup, 'onze keuken', { kind: 'space', show: true }));
    value(evening.services.sessions.edit(evening.lead, { showTables: true }));
    value(evening.bid(evening.bidder, soup, '6 handen'));
    expect(evening.bids(soup)).toMatchObject([
      { text: '2 koks leren ons soep voor 60', from: '', number: 2, table: null, state: 'offered' },
      { kind: 'space', from: 'Kokschool De Pan', number: null },
      { from: '', number: null, table: 7 },
    ]);
    expect(JSON.stringify(evening.room.doc.toJSON())).not.toContain(evening.bidder.id);
  });

  it('stands under the name its bidder has now, or under none', () => {
    const evening = started();
    const [soup] = evening.lots;
    value(evening.services.sessions.edit(evening.lead, { showTables: false }));
    value(evening.bid(evening.bidder, soup, '2 koks', { show: true }));
    value(evening.services.people.edit(evening.bidder.ask, { name: 'De Pan' }));
    expect(evening.bids(soup)).toMatchObject([{ from: 'De Pan', number: null }]);
    value(evening.services.people.edit(evening.bidder.ask, { name: '' }));
    expect(evening.bids(soup)).toMatchObject([{ from: '', number: 2 }]);
  });

  it('is refused on one’s own lot, on a lot that has not come, of a kind that is not asked, and when it is empty', () => {
    const evening = started();
    const [soup, orchard] = evening.lots;
    expect(codeOf(evening.bid(evening.bringer, soup))).toBe('own_lot');
    expect(codeOf(evening.bid(evening.bringer, orchard))).toBe('floor_closed');
    expect(codeOf(evening.bid(evening.bidder, soup, '€ 50', { kind: 'money' }))).toBe('kind_not_allowed');
    value(evening.services.auction.set(evening.lead, phase, { money: true }));
    expect(codeOf(evening.bid(evening.bidder, soup, '€ 50', { kind: 'money' }))).toBe('ok');
    expect(codeOf(evening.bid(evening.bidder, 'nergens1'))).toBe('not_found');
    expect(evening.bids(soup)).toHaveLength(1);
  });

  it('sent again is one bid; under another’s id it is refused', () => {
    const evening = started();
    const [soup] = evening.lots;
    for (let n = 0; n < 2; n++) value(evening.bid(evening.bidder, soup, '2 koks', { id: 'bod00001' }));
    expect(evening.bids(soup)).toHaveLength(1);
    expect(codeOf(evening.bid(evening.other, soup, 'anders', { id: 'bod00001' }))).toBe('not_your_bid');
  });

  it('has a most per person and per lot', () => {
    const evening = started();
    const [soup] = evening.lots;
    for (let n = 0; n < limits.bidsPerPerson; n++) value(evening.bid(evening.bidder, soup, `bod ${n}`));
    expect(codeOf(evening.bid(evening.bidder, soup))).toBe('too_many_bids');
    const people = evening.people(Math.ceil(limits.bidsPerLot / limits.bidsPerPerson));
    const left = limits.bidsPerLot - limits.bidsPerPerson;
    for (let n = 0; n < left; n++) value(evening.bid(people[Math.floor(n / limits.bidsPerPerson)]!, soup, `bod ${n}`));
    expect(codeOf(evening.bid(evening.other, soup))).toBe('lot_full');
  });

  it('is withdrawn by whoever made it, and by nobody else; its words leave the board', () => {
    const evening = started();
    const [soup] = evening.lots;
    const { id } = value(evening.bid(evening.bidder, soup, 'geheim woord'));
    const withdraw = (ask = evening.bidder.ask) => evening.services.bids.withdraw(ask, id, '');
    expect(codeOf(withdraw(evening.other.ask))).toBe('not_your_bid');
    expect(codeOf(withdraw(evening.bringer.ask))).toBe('not_your_bid');
    value(withdraw());
    expect(JSON.stringify(evening.room.doc.toJSON())).not.toContain('geheim woord');
    expect(codeOf(withdraw())).toBe('bid_gone');
    expect(codeOf(evening.services.bids.accept(evening.bringer.ask, id))).toBe('bid_gone');
  });

  it('is accepted by the bringer alone, one or more, and let go again until the hammer', () => {
    const evening = started();
    const [soup] = evening.lots;
    const ids = ['koks', 'pannen'].map((text) => value(evening.bid(evening.bidder, soup, text)).id);
    const { accept, release, withdraw } = evening.services.bids;
    expect(codeOf(accept(evening.bidder.ask, ids[0]!))).toBe('not_your_lot');
    expect(codeOf(accept(evening.other.ask, ids[0]!))).toBe('not_your_lot');
    for (const id of ids) value(accept(evening.bringer.ask, id));
    value(release(evening.bringer.ask, ids[1]!));
    expect(evening.bids(soup).map(({ state }) => state)).toEqual(['accepted', 'offered']);
    value(evening.call('sold'));
    expect(codeOf(release(evening.bringer.ask, ids[0]!))).toBe('match_fixed');
    expect(codeOf(withdraw(evening.bidder.ask, ids[0]!, ''))).toBe('reason_missing');
    value(withdraw(evening.bidder.ask, ids[0]!, 'De kok is ziek'));
    expect(evening.me(evening.bringer).off).toEqual([{ lot: soup, text: 'koks', reason: 'De kok is ziek' }]);
    expect(evening.me(evening.other).off).toEqual([]);
    expect(JSON.stringify(evening.room.doc.toJSON())).not.toContain('De kok is ziek');
  });

  it('from paper is accepted by whoever leads, who can also write down what was called out', () => {
    const evening = started();
    const [soup, , ferry] = evening.lots;
    value(evening.call('sold'));
    value(evening.call('open', ferry));
    const spoken = { phase, lot: ferry, kind: 'things', text: 'een oude boot', from: 'tafel 22' } as const;
    const { id } = value(evening.services.bids.place(evening.lead, spoken));
    expect(evening.bids(ferry)).toMatchObject([{ from: 'tafel 22', number: null }]);
    value(evening.services.bids.accept(evening.lead, id));
    expect(evening.bids(ferry)).toMatchObject([{ state: 'accepted' }]);
    void soup;
  });

  it('may come after the hammer on what nobody took, until the session ends; also on what never came', () => {
    const evening = started();
    const [soup, orchard, ferry] = evening.lots;
    value(evening.call('sold'));
    const late = value(evening.bid(evening.bidder, soup, 'alsnog'));
    value(evening.services.bids.accept(evening.bringer.ask, late.id));
    expect(codeOf(evening.bid(evening.other, soup))).toBe('floor_closed');
    value(evening.call('open', orchard));
    value(evening.move('slot'));
    expect([evening.floor()?.step, evening.stateOf(orchard)]).toEqual(['over', 'hammered']);
    value(evening.bid(evening.other, orchard, 'bomen'));
    value(evening.bid(evening.other, ferry, 'verf'));
    expect(codeOf(evening.call('open', ferry))).toBe('phase_closed');
    value(evening.services.sessions.end(evening.lead));
    expect(codeOf(evening.bid(evening.other, ferry))).toBe('ended');
  });

  it('is in a run of its own when the auction is held again', () => {
    const evening = started();
    const [soup] = evening.lots;
    value(evening.bid(evening.bidder, soup));
    value(evening.move('slot'));
    value(evening.move(phase));
    expect(evening.bids(soup)).toEqual([]);
    value(evening.call('open', soup));
    value(evening.bid(evening.other, soup, 'nog een keer'));
    expect(evening.file().matching?.bids.map(({ run, text }) => [run, text])).toEqual([
      [1, '2 koks'],
      [2, 'nog een keer'],
    ]);
  });

  it('survives a restart in the middle of a lot', () => {
    const evening = started();
    const [soup] = evening.lots;
    value(evening.call('once'));
    const { id } = value(evening.bid(evening.bidder, soup));
    evening.restart();
    expect(codeOf(evening.call('open', evening.lots[1]))).toBe('other_lot_open');
    value(evening.call('twice'));
    expect(codeOf(evening.services.bids.accept(evening.bidder.ask, id))).toBe('not_your_lot');
    value(evening.services.bids.accept(evening.bringer.ask, id));
    expect(evening.me(evening.bidder)).toMatchObject({ bids: [id], lots: [evening.lots[1]] });
  });
});

describe('a market', () => {
  it('has all stalls open at once, bids and matches in parallel, until it is over', () => {
    const evening = new Bidding();
    value(evening.move('markt'));
    const [soup, orchard, ferry] = evening.lots;
    const bid = (person: typeof evening.bidder, lot: string) =>
      evening.services.bids.place(person.ask, { phase: 'markt', lot, kind: 'things', text: 'spade' });
    const ids = [
      value(bid(evening.bidder, soup)),
      value(bid(evening.bringer, orchard)),
      value(bid(evening.other, ferry)),
    ];
    expect(codeOf(bid(evening.bringer, soup))).toBe('own_lot');
    value(evening.services.bids.accept(evening.bringer.ask, ids[0]!.id));
    value(evening.services.bids.accept(evening.bidder.ask, ids[1]!.id));
    value(bid(evening.other, soup));
    expect(evening.file().matching?.bids.filter(({ state }) => state === 'accepted')).toHaveLength(2);
    expect(codeOf(evening.services.auction.call(evening.lead, 'markt', { call: 'open', lot: soup }))).toBe('not_found');
    value(evening.move('slot'));
    expect(codeOf(bid(evening.other, orchard))).toBe('floor_closed');
    value(bid(evening.bidder, ferry));
  });
});
