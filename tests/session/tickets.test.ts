import { describe, expect, it } from 'vitest';
import { showCode } from '../../shared/papercode.ts';
import { codeOf, Evening, value } from './evening.ts';
import { misread, Ticketing } from './ticketing.ts';

describe('tickets', () => {
  it('are made by facilitators, for groups that there are, as many as fit', () => {
    const evening = new Ticketing();
    const make = (group: string, count: number) =>
      codeOf(evening.services.tickets.make(evening.lead, { groups: [{ group, count }] }));
    expect([make('niemand', 1), make('', 2), make('inwoner', 3_999), make('inwoner', 3_998)]).toEqual([
      'bad_request',
      'ok',
      'too_many',
      'ok',
    ]);
    const { ask } = evening.join();
    expect(codeOf(evening.services.tickets.make(ask, { groups: [{ group: '', count: 1 }] }))).toBe('not_allowed');
    expect(codeOf(evening.services.tickets.list(ask))).toBe('not_allowed');
  });

  it('leave nothing of their code in the store, and are in no file that leaves the room', () => {
    const evening = new Ticketing();
    const codes = evening.make(3);
    evening.voter(codes[0]!);
    const rows = JSON.stringify(evening.store.records.of(evening.code, 'ticket'));
    const file = JSON.stringify(value(evening.services.exports.session(evening.lead, true)));
    for (const code of codes) for (const text of [code, showCode(code)]) expect(rows + file).not.toContain(text);
    for (const { id } of evening.store.records.of(evening.code, 'ticket')) expect(file).not.toContain(id);
  });

  it('are taken by one person, also typed in small letters, also when the answer was lost', () => {
    const evening = new Ticketing();
    const [code] = evening.make(1);
    const [ann, bob] = [evening.join(), evening.join()];
    expect(value(evening.take(ann, showCode(code!).toLowerCase()))).toEqual({ group: 'inwoner' });
    expect(codeOf(evening.take(ann, code!))).toBe('ok');
    expect(codeOf(evening.take(bob, code!))).toBe('ticket_used');
    evening.restart();
    expect(codeOf(evening.take(bob, code!))).toBe('ticket_used');
    expect(value(evening.services.people.me(ann.ask)).ticket).toBe(true);
    expect(value(evening.services.people.me(bob.ask)).ticket).toBeUndefined();
  });

  it('are refused when misread, unknown, of another session, or when one has one already', () => {
    const evening = new Ticketing();
    const [one, two] = evening.make(2);
    const other = new Ticketing();
    const [stolen] = other.make(1);
    const ann = evening.join();
    expect(codeOf(evening.take(ann, misread(one!)))).toBe('ticket_typo');
    expect(codeOf(evening.take(ann, ''))).toBe('ticket_typo');
    expect(codeOf(evening.take(ann, stolen!))).toBe('bad_ticket');
    value(evening.take(ann, one!));
    expect(codeOf(evening.take(ann, two!))).toBe('ticket_held');
    const [badge] = value(evening.services.badges.make(evening.lead, { groups: [{ group: 'inwoner', count: 1 }] }));
    expect(codeOf(evening.take(evening.join({ badge: badge!.code }), two!))).toBe('ticket_held');
    expect(codeOf(evening.take(evening.voter(two!), two!))).toBe('ok');
  });

  it('give their group, which nobody changes after that', () => {
    const evening = new Ticketing();
    const [code] = evening.make(1, 'raadslid');
    const ann = evening.join({ group: 'inwoner' });
    value(evening.take(ann, code!));
    expect(evening.register.participant(ann.id)?.group).toBe('raadslid');
    expect(codeOf(evening.services.people.edit(ann.ask, { group: 'inwoner' }))).toBe('ticket_group');
    expect(codeOf(evening.services.people.edit(ann.ask, { group: 'raadslid', name: 'Ann' }))).toBe('ok');
    const { number } = evening.register.participant(ann.id)!;
    expect(codeOf(evening.services.people.change(evening.lead, number, { group: 'inwoner' }))).toBe('ticket_group');
  });

  it('are withdrawn one by one, or what is left of a batch', () => {
    const evening = new Ticketing();
    const [a, b, c] = evening.make(3);
    const ann = evening.voter(a!);
    const withdraw = (what: { ticket: string } | { batch: number; used?: boolean }) =>
      evening.services.tickets.withdraw(evening.lead, what);
    expect(value(withdraw({ ticket: b! }))).toEqual({ withdrawn: 1, used: 0, voted: 0 });
    expect(codeOf(withdraw({ ticket: b! }))).toBe('ticket_withdrawn');
    expect(codeOf(evening.take(evening.join(), b!))).toBe('ticket_withdrawn');
    expect(value(withdraw({ batch: 1 }))).toEqual({ withdrawn: 1, used: 0, voted: 0 });
    expect(codeOf(evening.take(evening.join(), c!))).toBe('ticket_withdrawn');
    expect(value(evening.services.people.me(ann.ask)).ticket).toBe(true);
    expect(value(withdraw({ batch: 1, used: true }))).toEqual({ withdrawn: 1, used: 1, voted: 0 });
    evening.restart();
    expect(value(evening.services.people.me(ann.ask)).ticket).toBeUndefined();
    expect(codeOf(withdraw({ batch: 9 }))).toBe('not_found');
    const made = { batch: 1, group: 'inwoner', at: evening.clock.now(), made: 3, phones: 0, tables: 0, withdrawn: 3 };
    expect(value(evening.services.tickets.list(evening.lead))).toEqual([made]);
    const [again] = evening.make(1);
    value(evening.take(ann, again!));
  });

  it('are gone when the evening is over', () => {
    const evening = new Ticketing();
    const [code] = evening.make(2);
    const ann = evening.voter(code!);
    value(evening.services.sessions.end(evening.lead));
    expect(evening.store.records.of(evening.code, 'ticket')).toEqual([]);
    evening.restart();
    expect(value(evening.services.tickets.list(evening.lead))).toEqual([]);
    expect(codeOf(evening.take(ann, code!))).toBe('ended');
  });

  it('stay as long as a vote is still to come', () => {
    const evening = new Ticketing({ vote: { when: 'after' } });
    evening.make(2);
    value(evening.services.sessions.end(evening.lead));
    expect(evening.store.records.of(evening.code, 'ticket')).toHaveLength(2);
  });

  it('are no condition where the format does not ask for them', () => {
    const evening = new Evening();
    const [item] = evening.toVote('een bank');
    expect(codeOf(evening.cast(evening.join(), { [item!]: 1 }))).toBe('ok');
  });
});
