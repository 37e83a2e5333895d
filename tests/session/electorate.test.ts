import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readResults } from '../../shared/document.ts';
import type { Format, VotePhase } from '../../shared/format.ts';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';
import { must, openHall, type Hall, type Seat } from '../support/hall.ts';

const approval = { kind: 'approval', max: 3 } as const;
let hall: Hall;
let cards: string[];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An evening in which residents decide. `others` as in the settings of a vote. */
function begin(vote: Partial<VotePhase>): void {
  hall = openHall();
  const phases = ideeenronde.phases.map((phase) => {
    if (phase.kind !== 'vote') return phase;
    return { ...phase, method: approval, electorate: ['inwoner'], ...vote };
  });
  const format: Format = { ...ideeenronde, phases };
  must(hall.services.formats.set(hall.lead, format));
  must(hall.services.phases.move(hall.lead, { to: 'pitch' }));
  const writer = hall.join();
  cards = ['Bankje', 'Moestuin'].map((title) => must(hall.services.cards.add(writer.ask, { title })).id);
  must(hall.services.people.removeAuthor(hall.lead, cards[0]!));
}

function join(group: string): Seat {
  const seat = hall.join();
  must(hall.services.people.edit(seat.ask, { group }));
  return seat;
}

const cast = ({ ask, token }: Seat, ...approve: string[]) => hall.services.votes.cast(ask, token, 'vote', { approve });
const openVote = () => {
  must(hall.services.phases.move(hall.lead, { to: 'cluster' }));
  must(hall.services.phases.move(hall.lead, { to: 'vote' }));
};
function result() {
  must(hall.services.votes.close(hall.lead, 'vote'));
  must(hall.services.votes.reveal(hall.lead, 'vote'));
  return readResults(hall.rooms.open(hall.code).doc)[0]!;
}

describe('a vote of one group', () => {
  it('is refused to the others, and counts the group alone', () => {
    begin({});
    const [an, bo, raad] = [join('inwoner'), join('inwoner'), join('raadslid')];
    openVote();
    must(cast(an!, cards[0]!));
    must(cast(bo!, cards[0]!, cards[1]!));
    expect(cast(raad!, cards[1]!)).toMatchObject({ ok: false, code: 'no_right_to_vote' });
    expect(must(hall.services.votes.paper(raad!.ask, 'vote'))).toMatchObject({ eligible: false, standing: 'none' });
    expect(result()).toMatchObject({ ballots: 2, electorate: 2, ranking: [{ value: 2 }, { value: 1 }] });
  });

  it('lets nobody change groups while it is open', () => {
    begin({});
    const raad = join('raadslid');
    openVote();
    expect(hall.services.people.edit(raad.ask, { group: 'inwoner' })).toMatchObject({ code: 'group_fixed' });
    must(hall.services.people.edit(raad.ask, { name: 'Bo' }));
  });

  it('turnout is that of those who decide, also after a restart', () => {
    begin({ others: 'apart' });
    const [an, raad] = [join('inwoner'), join('raadslid')];
    join('inwoner');
    openVote();
    must(cast(an!, cards[0]!));
    must(cast(raad!, cards[1]!));
    const status = () => must(hall.services.sessions.console(hall.lead, 'http://zaal.test')).votes[0];
    expect(status()).toMatchObject({ voted: 1, of: 2 });
    hall.rooms.drop(hall.code, { ok: false, code: 'server_error' });
    expect(status()).toMatchObject({ voted: 1, of: 2 });
  });
});

describe('groups that are counted apart', () => {
  it('do not decide, and are shown beside the result', () => {
    begin({ others: 'apart', top: 1 });
    const residents = [join('inwoner'), join('inwoner')];
    const others = Array.from({ length: 5 }, () => join('raadslid'));
    openVote();
    for (const seat of residents) must(cast(seat, cards[0]!));
    for (const seat of others) must(cast(seat, cards[1]!));
    const { ranking, ballots, electorate, apart } = result();
    expect(ranking.filter(({ wins }) => wins).map(({ id }) => id)).toEqual([cards[0]]);
    expect({ ballots, electorate }).toEqual({ ballots: 2, electorate: 2 });
    expect(apart).toMatchObject({ ballots: 5, ranking: [{ id: cards[1], value: 5 }, { value: 0 }] });
  });

  it('are neither shown nor kept when they are so few that it would say whose they were', () => {
    begin({ others: 'apart' });
    const [an, raad] = [join('inwoner'), join('raadslid')];
    openVote();
    must(cast(an!, cards[0]!));
    must(cast(raad!, cards[1]!));
    const { apart, phase, run } = result();
    expect(apart).toBeUndefined();
    const kept = hall.store.ballots.of({ session: hall.code, phase, run });
    expect(kept.map(({ ballot }) => JSON.parse(ballot) as unknown)).toEqual([{ approve: [cards[0]] }]);
  });
});

it('a vote is about what its source gives', () => {
  begin({ of: { from: 'cards', kind: 'idea' } });
  const an = join('inwoner');
  openVote();
  expect(
    must(hall.services.votes.paper(an.ask, 'vote'))
      .items.map(({ id }) => id)
      .sort(),
  ).toEqual([...cards].sort());
});
