import { describe, expect, it } from 'vitest';
import { keyLink, onlyHere, takeToken, tokenIn } from '../../client/views/console/entry.ts';
import { findCards } from '../../client/views/console/find.ts';
import { anchorLines, changesOf, excessOf } from '../../client/views/console/settings.ts';
import { presenceOf } from '../../client/views/console/who.ts';
import type { Card } from '../../shared/model.ts';

const card = (number: number, title: string, text = '') => ({ id: `c${number}`, number, title, text }) as Card;

describe('the key of a facilitator', () => {
  it.each([
    ['http://bord.example/s/KRAS-7QXM/console#abc123', 'abc123'],
    ['  abc123 ', 'abc123'],
    ['#abc123', 'abc123'],
  ])('is read from %s', (pasted, token) => expect(tokenIn(pasted)).toBe(token));

  it('leaves the address bar at once', () => {
    const seen: string[] = [];
    const past = { replaceState: (_s: unknown, _t: string, url: string) => seen.push(url) } as unknown as History;
    const place = { hash: '#abc', pathname: '/s/KRAS-7QXM/console', search: '?x=1' } as Location;
    expect(takeToken(place, past)).toBe('abc');
    expect(seen).toEqual(['/s/KRAS-7QXM/console?x=1']);
    expect(takeToken({ ...place, hash: '' }, past)).toBeNull();
  });

  it('makes a link on the address of the hall, and knows one that goes nowhere', () => {
    expect(keyLink('http://10.0.0.4:8080/', 'KRAS-7QXM', 'abc')).toBe('http://10.0.0.4:8080/s/KRAS-7QXM/console#abc');
    expect(onlyHere('http://localhost:8080/s/X')).toBe(true);
    expect(onlyHere('http://10.0.0.4:8080/s/X')).toBe(false);
  });
});

describe('finding a card', () => {
  const cards = [card(1, 'Ideeënbus', 'bij de bakker'), card(2, 'Bankje bij de bus'), card(12, 'Soep')];
  const found = (typed: string) => findCards(cards, typed).map(({ number }) => number);

  it('gives the newest first', () => expect(found('  ')).toEqual([12, 2, 1]));
  it('takes words in any order, without accents or capitals', () => {
    expect(found('BUS bank')).toEqual([2]);
    expect(found('ideeen')).toEqual([1]);
    expect(found('bakker bus')).toEqual([1]);
  });
  it('takes a number', () => expect(found('12')).toEqual([12]));
});

describe('the settings of a session', () => {
  const before = { title: 'A', question: 'B', organiser: '', anchors: 'een\ntwee', showTables: false };

  it('sends only what changed', () => {
    expect(changesOf(before, before)).toEqual({});
    expect(changesOf(before, { ...before, title: ' C ', showTables: true })).toEqual({ title: 'C', showTables: true });
    expect(changesOf(before, { ...before, anchors: ' een \n\n twee\n' })).toEqual({});
    expect(changesOf(before, { ...before, anchors: '' })).toEqual({ anchors: [] });
  });

  it('reads anchors line by line and says how much too long', () => {
    expect(anchorLines(' a \n\n b')).toEqual(['a', 'b']);
    expect(excessOf(['a'.repeat(83), 'b'])).toBe(3);
    expect(excessOf([])).toBe(0);
  });
});

describe('who is there', () => {
  const groups = [
    { id: 'inwoner', title: { nl: 'inwoner', en: 'resident' } },
    { id: 'raadslid', title: { nl: 'raadslid', en: 'councillor' } },
  ];

  const unexpected = { expected: 0, expectedPart: 0, short: false };

  it('says of which expected group fewer than half came, measured by the widest bar', () => {
    const came = [
      { group: 'inwoner', joined: 20, here: 20 },
      { group: 'raadslid', joined: 4, here: 4 },
    ];
    const counted = { present: 0, cards: 0, turns: 0 };
    const balance = [
      { group: 'inwoner', expected: 40, ...counted },
      { group: 'raadslid', expected: 10, ...counted },
    ];
    const lines = presenceOf(came, groups, balance);
    expect(lines.map(({ short, expectedPart }) => [short, expectedPart])).toEqual([
      [false, 1],
      [true, 0.25],
    ]);
  });

  it('keeps the order of the format, with the others last', () => {
    const people = [
      { group: '', joined: 2, here: 1 },
      { group: 'inwoner', joined: 8, here: 4 },
    ];
    expect(presenceOf(people, groups)).toEqual([
      { group: groups[0], joined: 8, here: 4, joinedPart: 1, herePart: 0.5, ...unexpected },
      { group: groups[1], joined: 0, here: 0, joinedPart: 0, herePart: 0, ...unexpected },
      { group: null, joined: 2, here: 1, joinedPart: 0.25, herePart: 0.125, ...unexpected },
    ]);
  });

  it('leaves the others out when there are none', () => expect(presenceOf([], groups)).toHaveLength(2));
});
