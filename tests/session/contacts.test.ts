import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Bidding, origin } from './bidding.ts';
import { codeOf, value, type Person } from './evening.ts';

const day = 86_400_000;
const mail = 'ans@voorbeeld.nl';
const phone = '06 0000 0001';

function matched() {
  const evening = new Bidding();
  const match = evening.match();
  const give = (person: Person, words: string) => evening.services.contacts.give(person.ask, match, { words });
  return { evening, match, give };
}

describe('how two sides of a match reach each other', () => {
  it('is shown to the other side alone, and only when both said yes', () => {
    const { evening, match, give } = matched();
    value(give(evening.bringer, mail));
    expect(evening.me(evening.bidder).contacts).toEqual([{ match, given: null, waits: true, theirs: null }]);
    value(give(evening.bidder, phone));
    expect(evening.me(evening.bidder).contacts[0]?.theirs).toBe(mail);
    expect(evening.me(evening.bringer).contacts[0]?.theirs).toBe(phone);
    expect(evening.me(evening.other).contacts).toEqual([]);
    expect(codeOf(give(evening.other, 'x'))).toBe('not_your_match');
    expect(codeOf(evening.services.contacts.withdraw(evening.other.ask, match))).toBe('not_your_match');
    expect(codeOf(evening.services.contacts.give(evening.lead, match, { words: 'x' }))).toBe('not_allowed');
  });

  it('is in no byte that others get: not in the document, an export, a table, a console or a report', () => {
    const { evening, give } = matched();
    value(give(evening.bringer, mail));
    value(give(evening.bidder, phone));
    const { services, room, lead, other } = evening;
    const bytes = Buffer.from(Y.encodeStateAsUpdate(room.doc)).toString('latin1');
    const out = [
      bytes,
      JSON.stringify(evening.store.updates.load(evening.code).map((update) => Buffer.from(update).toString('latin1'))),
      ...[
        services.exports.session(lead, true),
        services.exports.matchesCsv(lead),
        services.exports.cardsCsv(lead, true),
      ],
      ...[services.sessions.console(lead, origin), services.sessions.report(other.ask), services.people.me(lead)],
      ...[services.people.me(other.ask), services.points.list(lead)],
      evening.store.records.of(evening.code, 'bid'),
      evening.store.audit.of(evening.code),
    ].map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
    for (const text of out) {
      for (const secret of [mail, phone]) expect(text).not.toContain(secret);
    }
    // and whoever takes part is in nothing but what the server keeps to itself
    for (const text of out.slice(0, -2))
      for (const { id } of [evening.bringer, evening.bidder]) expect(text).not.toContain(id);
  });

  it('can be taken back at any time, and the other sees nothing any more', () => {
    const { evening, match, give } = matched();
    value(give(evening.bringer, mail));
    value(give(evening.bidder, phone));
    value(evening.services.sessions.end(evening.lead));
    value(evening.services.contacts.withdraw(evening.bringer.ask, match));
    expect(evening.me(evening.bidder).contacts).toEqual([
      { match, given: { deleteAt: expect.any(Number) as number }, waits: false, theirs: null },
    ]);
    expect(evening.me(evening.bringer).contacts[0]?.theirs).toBeNull();
    expect(evening.store.contacts.of(evening.code)).toHaveLength(1);
  });

  it('goes at its own date, before the session; a day to look back moves it', () => {
    const { evening, give } = matched();
    value(give(evening.bringer, mail));
    evening.clock.pass(20 * day);
    value(evening.services.auction.set(evening.lead, 'veiling', { followUp: evening.clock.now() + 5 * day }));
    evening.clock.pass(34 * day);
    evening.services.sessions.sweep();
    expect(evening.store.contacts.of(evening.code)).toHaveLength(1);
    evening.clock.pass(day);
    expect(evening.services.sessions.sweep()).toEqual([]);
    expect(evening.store.contacts.of(evening.code)).toEqual([]);
    expect(evening.me(evening.bringer).contacts[0]).toMatchObject({ given: null });
    const far = { followUp: evening.clock.now() + 400 * day };
    expect(codeOf(evening.services.auction.set(evening.lead, 'veiling', far))).toBe('bad_request');
  });

  it('goes with the match that is off, and with who erases themselves', () => {
    for (const erase of [false, true]) {
      const { evening, match, give } = matched();
      value(give(evening.bringer, mail));
      value(give(evening.bidder, phone));
      if (erase) value(evening.services.people.erase(evening.bidder.ask));
      else value(evening.services.bids.withdraw(evening.bidder.ask, match, 'Toch niet'));
      expect(evening.store.contacts.of(evening.code)).toEqual([]);
      expect(evening.bids(evening.lots[0])).toEqual([]);
    }
  });

  it('goes with a bringer who erases themselves, and their bids too', () => {
    const { evening, give } = matched();
    value(give(evening.bringer, mail));
    value(give(evening.bidder, phone));
    value(evening.services.people.erase(evening.bringer.ask));
    expect(evening.store.contacts.of(evening.code)).toEqual([]);
  });

  it('has no side in a match with somebody without a device', () => {
    const evening = new Bidding();
    const [, , ferry] = evening.lots;
    value(evening.move('veiling'));
    value(evening.call('open', ferry));
    const { id } = value(evening.bid(evening.bidder, ferry));
    value(evening.services.bids.accept(evening.lead, id));
    value(evening.services.contacts.give(evening.bidder.ask, id, { words: phone }));
    expect(evening.me(evening.bidder).contacts).toMatchObject([{ waits: false, theirs: null }]);
  });

  it('is for a bid that was accepted', () => {
    const evening = new Bidding();
    value(evening.move('veiling'));
    value(evening.call('open', evening.lots[0]));
    const { id } = value(evening.bid(evening.bidder, evening.lots[0]));
    expect(codeOf(evening.services.contacts.give(evening.bidder.ask, id, { words: phone }))).toBe('not_your_match');
  });
});
