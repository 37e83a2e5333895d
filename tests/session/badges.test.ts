import { describe, expect, it } from 'vitest';
import { showCode } from '../../shared/papercode.ts';
import type { MadeBadges } from '../../shared/api/tables.ts';
import { codeOf, value, type Person } from './evening.ts';
import { Tabling, talk } from './tabling.ts';

function printed(count = 3) {
  const evening = new Tabling([talk('ronde', 'mixed', 2)]);
  const made = value(evening.services.badges.make(evening.lead, { groups: [{ group: 'inwoner', count }] }));
  return { evening, made };
}

const mark = (evening: Tabling, numbers: number[], here = true) =>
  value(evening.services.badges.mark(evening.lead, { numbers, here }));

describe('badges', () => {
  it('are nobody until somebody has them', () => {
    const { evening, made } = printed();
    expect(made.map(({ number, group }) => [number, group])).toEqual([1, 2, 3].map((number) => [number, 'inwoner']));
    for (const { code } of made) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{12}$/);
    expect(evening.register.people).toEqual([]);
    mark(evening, [1, 2]);
    evening.restart();
    expect(evening.register.people.map(({ number }) => number)).toEqual([1, 2]);
    mark(evening, [2], false);
    expect(evening.register.people.map(({ number }) => number)).toEqual([1]);
    expect(codeOf(evening.services.badges.mark(evening.lead, { numbers: [9], here: true }))).toBe('not_found');
  });

  it('give their place and group to whoever types the code, also in small letters, also on a second device', () => {
    const { evening, made } = printed();
    const typed = showCode(made[1]!.code).toLowerCase();
    const [one, again] = [evening.join({ badge: typed }), evening.join({ badge: made[1]!.code })];
    expect(again.id).toBe(one.id);
    expect(evening.register.participant(one.id)).toMatchObject({ number: 2, group: 'inwoner' });
    expect(evening.register.people).toHaveLength(1);
    for (const badge of ['', 'ABCD-EFGH-JKMN', 'nonsense']) {
      expect(codeOf(evening.services.people.join(evening.code, { badge }))).toBe('bad_badge');
    }
  });

  it('can be asked of everybody who comes in', () => {
    const { evening, made } = printed();
    value(evening.services.sessions.edit(evening.lead, { admission: 'badge' }));
    expect(codeOf(evening.services.people.join(evening.code, {}))).toBe('badge_needed');
    expect(evening.join({ badge: made[0]!.code }).id).toBeTruthy();
  });

  it('leave nothing of their code in the store', () => {
    const { evening, made } = printed();
    const rows = JSON.stringify([
      evening.store.participants.of(evening.code),
      evening.store.records.of(evening.code, 'badge'),
    ]);
    for (const { code } of made) expect(rows).not.toContain(code);
  });

  it('sit at a table without any device, also when they come late', () => {
    const { evening } = printed(4);
    mark(evening, [1, 2, 3]);
    value(evening.move('ronde'));
    expect(evening.tables().flat().sort()).toEqual([1, 2, 3]);
    mark(evening, [4]);
    expect(evening.tables().flat().sort()).toEqual([1, 2, 3, 4]);
  });

  it('get a new code when they are lost; the old one works no more', () => {
    const { evening, made } = printed();
    const lost = evening.join({ badge: made[0]!.code });
    const [fresh] = value(evening.services.badges.renew(evening.lead, 1));
    expect(codeOf(evening.services.people.join(evening.code, { badge: made[0]!.code }))).toBe('bad_badge');
    expect(() => evening.identity('participant', lost.token)).toThrow('bad_token');
    expect(evening.join({ badge: fresh!.code }).id).toBe(lost.id);
    expect(codeOf(evening.services.badges.renew(evening.lead, 99))).toBe('not_found');
  });

  it('are made by facilitators, for groups that there are, as many as fit', () => {
    const { evening } = printed();
    const make = (group: string, count: number) =>
      codeOf(evening.services.badges.make(evening.lead, { groups: [{ group, count }] }));
    expect([make('niemand', 1), make('inwoner', 1_998), make('inwoner', 1_997)]).toEqual([
      'bad_request',
      'too_many',
      'ok',
    ]);
    const { ask } = evening.join({});
    expect(codeOf(evening.services.badges.make(ask, { groups: [{ group: '', count: 1 }] }))).toBe('not_allowed');
  });
});

describe('voting at a table', () => {
  /** A vote on two ideas, a secretary, and three badges. */
  function voting() {
    const { evening, made } = printed();
    const laptop = evening.join();
    evening.register.changeParticipant(laptop.id, { duties: ['secretary'], table: 1 });
    const [a, b] = evening.toVote('een bank', 'een boom') as [string, string];
    const at = (badge: MadeBadges[number], item: string, by: Person = laptop) =>
      evening.services.votes.castAtTable(by.ask, 'vote', {
        number: badge.number,
        badge: badge.code,
        ballot: { dots: { [item]: 1 } },
      });
    return { evening, made: made as [MadeBadges[0], MadeBadges[0], MadeBadges[0]], laptop, a, b, at };
  }

  it('takes one ballot of each badge, and counts it', () => {
    const { evening, made, a, b, at } = voting();
    for (const [index, badge] of made.entries()) value(at(badge, index < 2 ? a : b));
    value(evening.services.votes.close(evening.lead, 'vote'));
    value(evening.services.votes.reveal(evening.lead, 'vote'));
    const result = evening.store.results.of(evening.code)[0]!.result;
    expect(result).toMatchObject({ ballots: 3, electorate: 5 });
    expect(result.ranking.map(({ id, value: dots }) => [id, dots])).toEqual([
      [a, 2],
      [b, 1],
    ]);
  });

  it('is final: not again at the table, not by phone', () => {
    const { evening, made, a, b, at } = voting();
    value(at(made[0], a));
    expect(codeOf(at(made[0], b))).toBe('badge_voted');
    const phone = evening.join({ badge: made[0].code });
    expect(codeOf(evening.cast(phone, { [b]: 1 }))).toBe('ballot_final');
    expect(value(evening.services.people.me(phone.ask))).toMatchObject({ voted: ['vote:1'], final: ['vote:1'] });
    evening.restart();
    expect(codeOf(evening.cast(phone, { [b]: 1 }))).toBe('ballot_final');
  });

  it('is not for a badge that voted by phone, which may still change that', () => {
    const { evening, made, a, b, at } = voting();
    const phone = evening.join({ badge: made[0].code });
    value(evening.cast(phone, { [a]: 1 }));
    expect(codeOf(at(made[0], b))).toBe('badge_voted');
    expect(codeOf(evening.cast(phone, { [b]: 1 }))).toBe('ok');
  });

  it('gives no second ballot to a badge that got a new code', () => {
    const { evening, made, a, b, at } = voting();
    value(evening.cast(evening.join({ badge: made[0].code }), { [a]: 1 }));
    const [fresh] = value(evening.services.badges.renew(evening.lead, 1));
    expect(codeOf(at(fresh!, b))).toBe('badge_voted');
    expect(codeOf(evening.cast(evening.join({ badge: fresh!.code }), { [b]: 1 }))).toBe('ballot_final');
  });

  it('counts a badge once that was put back and handed out again', () => {
    const { evening, made } = printed();
    const numbers = made.map(({ number }) => number);
    mark(evening, numbers);
    evening.toVote('Een bankje');
    const of = () => value(evening.services.sessions.console(evening.lead, '')).votes[0]?.of;
    const before = of();
    mark(evening, [numbers[0]!], false);
    mark(evening, [numbers[0]!]);
    expect(of()).toBe(before);
  });

  it('is for secretaries, with a right code, a right ballot and an open vote', () => {
    const { evening, made, laptop, a, at } = voting();
    expect(codeOf(at(made[0], a, evening.join()))).toBe('not_allowed');
    expect(codeOf(at({ ...made[0], number: 2 }, a))).toBe('bad_badge');
    expect(codeOf(at({ ...made[0], code: 'ABCDEFGHJKMN' }, a))).toBe('bad_badge');
    expect(codeOf(at(made[0], 'ietsanders'))).toBe('unknown_item');
    value(evening.services.votes.close(evening.lead, 'vote'));
    expect(codeOf(at(made[0], a, laptop))).toBe('vote_not_open');
  });
});
