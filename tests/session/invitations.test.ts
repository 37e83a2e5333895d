import { describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import type { ChangePerson } from '../../shared/api/people.ts';
import { codeOf, Evening, value } from './evening.ts';

const open = { format: 'g1000' };
const evening = () => new Evening({ open });
const rowOf = (from: Evening, person: { id: string }) =>
  from.store.participants.of(from.code).find(({ id }) => id === person.id)!;

describe('a link that gives a duty or a group', () => {
  it('gives them to whoever joins with it, as often as it is used, also after a restart', () => {
    const night = evening();
    const { token } = value(night.services.invitations.make(night.lead, { duty: 'secretary', group: 'inwoner' }));
    const first = night.join({ invitation: token });
    night.restart();
    const second = night.join({ invitation: token, group: 'overheid', table: 9 });
    for (const person of [first, second]) {
      expect(rowOf(night, person)).toMatchObject({ duties: ['secretary'], group: 'inwoner' });
    }
    expect(value(night.services.people.me(second.ask)).participant).toMatchObject({ duties: ['secretary'], table: 9 });
    expect(value(night.services.invitations.list(night.lead))).toMatchObject([{ duty: 'secretary', used: 2 }]);
  });

  it('is kept as a hash only, of a token nobody guesses', () => {
    const night = evening();
    const { token } = value(night.services.invitations.make(night.lead, { duty: 'theme' }));
    expect(token).toMatch(/^[0-9a-z]{52}$/); // five bits each
    expect(JSON.stringify(night.store.records.of(night.code, 'invitation'))).not.toContain(token);
    expect(JSON.stringify(value(night.services.invitations.list(night.lead)))).not.toContain(token);
  });

  it('gives it to who takes part already, once, and to who joins again with the same id', () => {
    const night = evening();
    const id = 'made-by-the-client';
    const ann = night.join({ id });
    const { invitations } = night.services;
    const theme = value(invitations.make(night.lead, { duty: 'theme' })).token;
    const secretary = value(invitations.make(night.lead, { duty: 'secretary' })).token;
    expect(value(invitations.accept(ann.ask, theme))).toEqual({ duty: 'theme', group: null });
    value(invitations.accept(ann.ask, theme));
    night.join({ id, invitation: secretary });
    expect(rowOf(night, ann).duties).toEqual(['theme', 'secretary']);
    expect(value(invitations.list(night.lead)).map(({ used }) => used)).toEqual([1, 0]);
  });

  it('works no more once it is withdrawn, and leaves who came with it what it gave', () => {
    const night = evening();
    const { invitations, people } = night.services;
    const { id, token } = value(invitations.make(night.lead, { duty: 'theme' }));
    const ann = night.join({ invitation: token });
    value(invitations.withdraw(night.lead, id));
    expect(codeOf(invitations.show(night.code, token))).toBe('bad_invitation');
    expect(codeOf(people.join(night.code, { invitation: token }))).toBe('bad_invitation');
    expect(codeOf(invitations.accept(ann.ask, token))).toBe('bad_invitation');
    expect(codeOf(invitations.withdraw(night.lead, id))).toBe('not_found');
    expect(rowOf(night, ann).duties).toEqual(['theme']);
    expect(night.store.participants.of(night.code)).toHaveLength(1);
  });

  it('is only for what the format has, made by facilitators, and not without end', () => {
    const night = evening();
    const { invitations } = night.services;
    expect(codeOf(invitations.make(night.lead, { duty: 'auctioneer' }))).toBe('bad_request');
    expect(codeOf(invitations.make(night.lead, { group: 'koning' }))).toBe('bad_request');
    expect(codeOf(invitations.make(night.join().ask, { duty: 'theme' }))).toBe('not_allowed');
    for (let n = 0; n < limits.invitationsPerSession; n++) value(invitations.make(night.lead, { duty: 'theme' }));
    expect(codeOf(invitations.make(night.lead, { duty: 'theme' }))).toBe('too_many');
  });

  it('opens shut doors, and after the end only for who answers', () => {
    const night = evening();
    const { invitations, people, phases, sessions } = night.services;
    const join = (invitation?: string) => codeOf(people.join(night.code, { invitation }));
    const theme = value(invitations.make(night.lead, { duty: 'theme' })).token;
    const clerk = value(invitations.make(night.lead, { duty: 'clerk' })).token;
    value(phases.doors(night.lead, 'shut'));
    expect([join(), join(theme), join(clerk)]).toEqual(['doors_shut', 'ok', 'ok']);
    value(sessions.end(night.lead));
    expect([join(), join(theme), join(clerk)]).toEqual(['ended', 'ended', 'ok']);
  });
});

describe('people, as facilitators see them', () => {
  it('are told by number with what they do, and never by who they are or what they wrote', () => {
    const night = evening();
    const [ann] = night.people(2);
    night.join({ name: 'Cor', group: 'overheid', table: 4 });
    const list = value(night.services.people.list(night.lead));
    expect(list).toEqual([
      { number: 1, name: '', group: '', table: null, here: false, duties: [] },
      { number: 2, name: '', group: '', table: null, here: false, duties: [] },
      { number: 3, name: 'Cor', group: 'overheid', table: 4, here: false, duties: [] },
    ]);
    expect(codeOf(night.services.people.list(ann!.ask))).toBe('not_allowed');
  });

  it('are given a duty and lose it again, move to another group and table', () => {
    const night = evening();
    const { people } = night.services;
    const ann = night.join();
    value(people.change(night.lead, 1, { give: ['secretary'], table: 9, group: 'vrij' }));
    expect(rowOf(night, ann)).toMatchObject({ duties: ['secretary'], table: 9, group: 'vrij' });
    value(people.change(night.lead, 1, { take: ['secretary'] }));
    expect(rowOf(night, ann)).toMatchObject({ duties: [], table: 9, group: 'vrij' });
    value(people.change(night.lead, 1, { group: '' }));
    expect(rowOf(night, ann).group).toBe('');
    expect(codeOf(people.change(night.lead, 2, { give: ['theme'] }))).toBe('not_found');
    expect(codeOf(people.change(night.lead, 1, { give: ['partner'] }))).toBe('bad_request');
    expect(codeOf(people.change(ann.ask, 1, { give: ['theme'] }))).toBe('not_allowed');
  });

  it('are in no line of the log', () => {
    const night = evening();
    const ann = night.join({ name: 'Ann de Vries' });
    value(night.services.people.change(night.lead, 1, { give: ['secretary'] }));
    const log = JSON.stringify(night.store.audit.of(night.code));
    expect(log).toContain('+secretary');
    expect(log).not.toContain('Ann de Vries');
    expect(log).not.toContain(ann.id);
  });
});

describe('who observes', () => {
  it('reads, does nothing, has no vote, and can be given another duty', () => {
    const night = new Evening();
    value(night.services.formats.set(night.lead, { ...night.session.format, duties: ['observer', 'theme'] }));
    const { invitations, people, cards } = night.services;
    const observe = value(invitations.make(night.lead, { duty: 'observer' })).token;
    const theme = value(invitations.make(night.lead, { duty: 'theme' })).token;
    const ann = night.join({ invitation: observe });
    value(night.move('pitch'));
    expect(codeOf(cards.add(ann.ask, { title: 'Een bankje' }))).toBe('not_allowed');
    expect(codeOf(people.me(ann.ask))).toBe('ok');
    night.write(night.join(), 'Een bankje');
    value(night.move('cluster'));
    night.clock.pass(60_000);
    value(night.move('vote'));
    const turnout = () => value(night.services.sessions.console(night.lead, '')).votes[0]?.of;
    expect(turnout()).toBe(1);
    night.join({ invitation: observe });
    expect(turnout()).toBe(1);
    value(invitations.accept(ann.ask, theme));
    expect(turnout()).toBe(2);
    expect(rowOf(night, ann).duties).toEqual(['theme']);
    value(people.change(night.lead, 1, { give: ['observer'] }));
    expect(rowOf(night, ann).duties).toEqual(['observer']);
  });

  it('for a while, during a vote, is counted once', () => {
    const night = new Evening();
    value(night.services.formats.set(night.lead, { ...night.session.format, duties: ['observer'] }));
    const ann = night.join();
    night.toVote('Een bankje');
    const turnout = () => value(night.services.sessions.console(night.lead, '')).votes[0]?.of;
    expect(turnout()).toBe(2);
    const changes: ChangePerson[] = [{ give: ['observer'] }, { take: ['observer'] }];
    for (const change of changes) {
      value(night.services.people.change(night.lead, 1, change));
      night.restart();
      expect(turnout()).toBe(2);
    }
    expect(rowOf(night, ann).duties).toEqual([]);
  });
});

describe('while a vote is open that one group decides', () => {
  it('nobody is moved to another group, and duties can still be given', () => {
    const night = new Evening();
    const { format } = night.session;
    const phases = format.phases.map((phase) =>
      phase.kind === 'vote' ? { ...phase, electorate: [format.groups[0]!.id] } : phase,
    );
    value(night.services.formats.set(night.lead, { ...format, phases, duties: ['theme'] }));
    const { invitations, people } = night.services;
    const [first, second] = format.groups.map(({ id }) => id);
    const { token } = value(invitations.make(night.lead, { group: first }));
    const ann = night.join({ group: second, id: 'made-by-the-client' });
    night.toVote('Een bankje', 'Een boom');
    expect(codeOf(people.change(night.lead, 1, { group: first }))).toBe('group_fixed');
    expect(codeOf(invitations.accept(ann.ask, token))).toBe('group_fixed');
    expect(codeOf(people.join(night.code, { id: 'made-by-the-client', invitation: token }))).toBe('group_fixed');
    expect(codeOf(people.change(night.lead, 1, { give: ['theme'] }))).toBe('ok');
    expect(rowOf(night, ann)).toMatchObject({ group: second, duties: ['theme'] });
  });
});
