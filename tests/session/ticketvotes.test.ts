import { describe, expect, it } from 'vitest';
import type { VotePhase } from '../../shared/format.ts';
import { codeOf, value } from './evening.ts';
import { Ticketing } from './ticketing.ts';

const decide: Partial<VotePhase> = { electorate: ['inwoner'], others: 'apart' };

describe('a vote with tickets', () => {
  it('is closed to whoever has none, who may look and write; and open as soon as they have one', () => {
    const evening = new Ticketing();
    const [code] = evening.make(1);
    const ann = evening.join();
    const [item] = evening.toVote('een bank');
    const paper = () => value(evening.services.votes.ownBallot(ann.ask, ann.token, 'vote'));
    expect(codeOf(evening.cast(ann, { [item!]: 1 }))).toBe('ticket_needed');
    expect(paper()).toMatchObject({ eligible: false, standing: 'none', needs: 'ticket' });
    value(evening.take(ann, code!));
    expect(paper()).toMatchObject({ eligible: true, standing: 'decides' });
    expect(paper().needs).toBeUndefined();
    value(evening.cast(ann, { [item!]: 1 }));
    expect(evening.result()).toMatchObject({ ballots: 1, electorate: 1, tickets: true });
  });

  it('counts tickets, those that were made while it is open too, and never fewer', () => {
    const evening = new Ticketing({ vote: decide });
    const codes = evening.make(4);
    evening.make(2, 'raadslid');
    const ann = evening.voter(codes[0]!);
    evening.people(3);
    const [item] = evening.toVote('een bank');
    expect(evening.turnout()).toEqual({ voted: 0, of: 4 });
    evening.voter(codes[1]!);
    expect(evening.turnout()?.of).toBe(4);
    evening.make(3);
    evening.make(3, 'raadslid');
    expect(evening.turnout()?.of).toBe(7);
    value(evening.services.tickets.withdraw(evening.lead, { batch: 1 }));
    expect(evening.turnout()?.of).toBe(7);
    value(evening.cast(ann, { [item!]: 1 }));
    evening.restart();
    expect(evening.turnout()).toEqual({ voted: 1, of: 7 });
    expect(evening.result()).toMatchObject({ electorate: 7, ballots: 1 });
  });

  it('counts a group apart by its tickets, whatever their devices said', () => {
    const evening = new Ticketing({ vote: decide });
    const residents = evening.make(2);
    const council = evening.make(5, 'raadslid');
    const [item] = evening.toVote('een bank');
    for (const code of [...residents, ...council]) {
      const person = evening.join({ group: 'inwoner' });
      value(evening.take(person, code));
      value(evening.cast(person, { [item!]: 1 }));
    }
    expect(evening.turnout()).toEqual({ voted: 2, of: 2 });
    expect(evening.result()).toMatchObject({ ballots: 2, electorate: 2, apart: { ballots: 5 } });
  });

  it('takes one ballot of a ticket that two devices try in one moment', () => {
    const evening = new Ticketing();
    const [code] = evening.make(1);
    const [item] = evening.toVote('een bank');
    const devices = evening.people(2);
    expect(devices.map((one) => codeOf(evening.take(one, code!)))).toEqual(['ok', 'ticket_used']);
    const cast = evening.services.votes.castAll(
      evening.code,
      devices.map(({ ask, token }) => ({ ask, token, phase: 'vote', ballot: { dots: { [item!]: 1 } } })),
    );
    expect(cast.map(codeOf)).toEqual(['ok', 'ticket_needed']);
    expect(evening.result()).toMatchObject({ ballots: 1 });
  });

  it('goes on for whoever voted before the server stopped, and ends for a ticket that was withdrawn', () => {
    const evening = new Ticketing();
    const codes = evening.make(2);
    const [ann, bob] = [evening.voter(codes[0]!), evening.voter(codes[1]!)];
    const [a, b] = evening.toVote('een bank', 'een boom');
    value(evening.cast(ann, { [a!]: 1 }));
    evening.restart();
    value(evening.cast(ann, { [b!]: 1 }));
    value(evening.cast(bob, { [b!]: 1 }));
    const withdrawn = evening.services.tickets.withdraw(evening.lead, { ticket: codes[1]! });
    expect(value(withdrawn)).toEqual({ withdrawn: 1, used: 1, voted: 1 });
    expect(codeOf(evening.cast(bob, { [a!]: 1 }))).toBe('ticket_needed');
    const result = evening.result();
    expect(result.ranking.map(({ id, value: given }) => [id, given])).toEqual([
      [b, 2],
      [a, 0],
    ]);
    expect(codeOf(evening.cast(ann, { [a!]: 1 }))).toBe('vote_not_open');
    expect(codeOf(evening.seat(evening.laptop(), codes[0]!, { [a!]: 1 }))).toBe('vote_not_open');
  });

  it('is held as it was set when it opened', () => {
    const evening = new Ticketing();
    const [item] = evening.toVote('een bank');
    const { tickets: _, ...format } = evening.session.format;
    value(evening.services.formats.set(evening.lead, format));
    expect(codeOf(evening.cast(evening.join(), { [item!]: 1 }))).toBe('ticket_needed');
  });

  it('takes a badge for a ticket, and counts it once', () => {
    const evening = new Ticketing();
    const made = value(evening.services.badges.make(evening.lead, { groups: [{ group: 'inwoner', count: 2 }] }));
    evening.make(1);
    const ann = evening.join({ badge: made[0]!.code });
    const [item] = evening.toVote('een bank');
    expect(evening.turnout()?.of).toBe(2);
    value(evening.cast(ann, { [item!]: 1 }));
    const { number, code } = made[1]!;
    const ballot = { dots: { [item!]: 1 } };
    value(evening.services.votes.castAtTable(evening.laptop().ask, 'vote', { number, badge: code, ballot }));
    expect(evening.turnout()).toEqual({ voted: 2, of: 3 });
    expect(codeOf(evening.services.people.edit(ann.ask, { group: 'raadslid' }))).toBe('ticket_group');
  });

  it.each([
    ['of a table', { method: { kind: 'tables', choices: 1 } }],
    ['of a jury', { duty: 'jury' }],
  ] as const)('%s goes without', (_, vote) => {
    const evening = new Ticketing({ vote });
    evening.toVote('een bank');
    expect(evening.register.newestVote('vote')?.settings.tickets).toBeUndefined();
  });
});

describe('a ticket at the device of a table', () => {
  function voting(vote: Partial<VotePhase> = {}) {
    const evening = new Ticketing({ vote });
    const codes = evening.make(3);
    const [a, b] = evening.toVote('een bank', 'een boom') as [string, string];
    return { evening, codes, a, b, laptop: evening.laptop() };
  }

  it('votes once, and its group decides', () => {
    const { evening, codes, a, b, laptop } = voting(decide);
    value(evening.seat(laptop, codes[0]!, { [a]: 1 }));
    expect(codeOf(evening.seat(laptop, codes[0]!, { [b]: 1 }))).toBe('ticket_voted');
    evening.restart();
    expect(codeOf(evening.seat(laptop, codes[0]!, { [b]: 1 }))).toBe('ticket_voted');
    expect(evening.turnout()).toEqual({ voted: 1, of: 3 });
    expect(codeOf(evening.take(evening.join(), codes[0]!))).toBe('ticket_used');
    const [council] = evening.make(1, 'raadslid');
    value(evening.seat(laptop, council!, { [b]: 1 }));
    expect(evening.result()).toMatchObject({ ballots: 1, electorate: 3, ranking: [{ id: a }, { id: b }] });
    evening.restart();
    expect(evening.turnout()).toEqual({ voted: 1, of: 3 });
  });

  it('is not for a ticket that a phone took, nor for one that was withdrawn or misread', () => {
    const { evening, codes, a, laptop } = voting();
    evening.voter(codes[0]!);
    value(evening.services.tickets.withdraw(evening.lead, { ticket: codes[1]! }));
    const [other] = new Ticketing().make(1);
    expect(codeOf(evening.seat(laptop, codes[0]!, { [a]: 1 }))).toBe('ticket_used');
    expect(codeOf(evening.seat(laptop, codes[1]!, { [a]: 1 }))).toBe('ticket_withdrawn');
    expect(codeOf(evening.seat(laptop, other!, { [a]: 1 }))).toBe('bad_ticket');
    expect(codeOf(evening.seat(laptop, codes[2]!, { nothing: 1 }))).toBe('unknown_item');
    expect(codeOf(evening.seat(evening.join(), codes[2]!, { [a]: 1 }))).toBe('not_allowed');
    expect(value(evening.services.tickets.list(evening.lead))[0]).toMatchObject({ phones: 1, tables: 0, withdrawn: 1 });
  });

  it('votes again in the next round, and after a vote that was aborted', () => {
    const { evening, codes, a, laptop } = voting();
    value(evening.seat(laptop, codes[0]!, { [a]: 1 }));
    value(evening.services.votes.abort(evening.lead, 'vote'));
    value(evening.move('cluster'));
    evening.clock.pass(60_000);
    value(evening.move('vote'));
    expect(evening.turnout()).toEqual({ voted: 0, of: 3 });
    value(evening.seat(laptop, codes[0]!, { [a]: 2 }));
    expect(evening.result()).toMatchObject({ run: 2, ballots: 1 });
  });

  it('has no part where no ticket is asked', () => {
    const evening = new Ticketing({ tickets: false });
    const [code] = evening.make(1);
    const [item] = evening.toVote('een bank');
    expect(codeOf(evening.seat(evening.laptop(), code!, { [item!]: 1 }))).toBe('ticket_not_asked');
  });
});
