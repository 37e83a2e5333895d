import { describe, expect, it } from 'vitest';
import { balanceChanges, isExpected } from '../../client/views/console/balance.ts';
import { bundlesOf, isWhole, toggled } from '../../client/views/console/follow.ts';
import { changesOf, draftOf, find, nameOf, type Person } from '../../client/views/console/people.ts';
import { dutyWords } from '../../client/text/duties.ts';
import { emptyPicture } from '../../client/board/picture.ts';

const t = dutyWords.nl;
const groups = [{ id: 'raad', title: { nl: 'raadslid', en: 'councillor' } }];
const said = (text: { nl: string }) => text.nl;
const person = (number: number, more: Partial<Person> = {}): Person => ({
  number,
  name: '',
  group: '',
  table: null,
  here: true,
  duties: [],
  ...more,
});

describe('the list of people', () => {
  const people = [
    person(1, { table: 12 }),
    person(12, { name: 'Ann de Vries', group: 'raad' }),
    person(112, { duties: ['secretary'] }),
  ];
  const found = (search: string) => find(people, search, t, groups, said).map(({ number }) => number);

  it('calls people by number, and by name only who typed one', () => {
    expect(people.map((one) => nameOf(one, t))).toEqual(['deelnemer 1', 'deelnemer 12, Ann de Vries', 'deelnemer 112']);
  });

  it('finds them by whole number or table, and by words of name, group and duty', () => {
    expect(found('')).toEqual([1, 12, 112]);
    expect(found('12')).toEqual([1, 12]);
    expect(found('vries')).toEqual([12]);
    expect(found('raad 12')).toEqual([12]);
    expect(found('secretaris')).toEqual([112]);
    expect(found('secretaris vries')).toEqual([]);
  });

  it('sends only what a form changed', () => {
    const before = draftOf(person(1, { table: 4, duties: ['theme'] }));
    expect(changesOf(before, { ...before })).toEqual({});
    expect(changesOf(before, { group: 'raad', table: ' ', duties: ['secretary'] })).toEqual({
      give: ['secretary'],
      take: ['theme'],
      group: 'raad',
      table: null,
    });
    expect(changesOf(before, { ...before, table: '9' })).toEqual({ table: 9 });
  });
});

describe('what is expected', () => {
  it('is a number, or nothing: as the format says', () => {
    expect(['', ' 12 ', '10000'].every(isExpected)).toBe(true);
    expect(['-1', '1.5', '10001', 'tien'].some(isExpected)).toBe(false);
  });

  it('changes line by line', () => {
    const before = { expected: { a: '10', b: '' }, interests: 'huurders' };
    expect(balanceChanges(before, { ...before })).toEqual({});
    expect(balanceChanges(before, { expected: { a: '', b: '4' }, interests: 'huurders\n\n ouders ' })).toEqual({
      expected: { a: null, b: 4 },
      interests: ['huurders', 'ouders'],
    });
  });
});

describe('what comes along', () => {
  it('is taken and left by the bundle, each once', () => {
    const some = toggled(['a'], ['a', 'b'], true);
    expect(some).toEqual(['a', 'b']);
    expect(isWhole(some, ['b'])).toBe(true);
    expect(toggled(some, ['b', 'c'], false)).toEqual(['a']);
  });

  it('offers no bundle that is empty', () => expect(bundlesOf(emptyPicture)).toEqual([]));
});
