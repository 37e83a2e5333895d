import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotsOfHands, checkHands, handsKind, plainHands, type Hands } from '../../shared/hands.ts';
import { checkBallot } from '../../shared/ballots.ts';
import type { Method } from '../../shared/phases/vote.ts';
import { outcomeOf } from '../../shared/tally/tally.ts';
import { everyMethod } from '../support/methods.ts';

const items = ['a', 'b', 'c', 'd'].map((id) => {
  return { id, title: id, text: '', letter: null, originals: [], struck: false };
});
const hands = (people: number, yes: Record<string, number>, no = {}): Hands => ({ people, yes, no });
const count = (method: Method, given: Hands) => {
  const ballots = ballotsOfHands(given, { method });
  for (const ballot of ballots) expect(checkBallot(ballot, method, items)).toEqual({ ok: true });
  const rest = { items, top: 1, cut: 'along', threshold: undefined, seed: 'x' } as const;
  return outcomeOf({ method, ballots, electorate: given.people, ...rest });
};

describe('hands as ballots', () => {
  it('are as many as people, and give each item its hands', () => {
    const single = count({ kind: 'single' }, hands(9, { a: 4, c: 3 }));
    expect([single.cast, single.blank]).toEqual([9, 2]);
    expect(single.ranking.map(({ id, values }) => `${id} ${values[0]}`).slice(0, 2)).toEqual(['a 4', 'c 3']);
    const consent = count({ kind: 'consent' }, hands(8, { a: 5, b: 1 }, { a: 2, b: 7 }));
    expect(consent.ranking.slice(0, 2).map(({ id, values }) => `${id} ${values.join(' ')}`)).toEqual([
      'a 5/7 5',
      'b 1/8 1',
    ]);
  });

  it('never give one person too many, nor the same twice: whatever the hands', () => {
    const method = { kind: 'approval', max: 3 } as const;
    const of = fc.nat(12);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.tuple(of, of, of, of), (people, raised) => {
        const yes = Object.fromEntries(items.map(({ id }, index) => [id, raised[index]!]));
        const given = hands(people, yes);
        if (!checkHands(given, { method }, items).ok) return;
        const { ranking, cast } = count(method, given);
        expect(cast).toBe(people);
        for (const { id, values } of ranking) expect(values[0]).toBe(`${yes[id]}`);
      }),
    );
  });

  it('are no way to vote where they can not be counted exactly', () => {
    const able = everyMethod.filter(([, method]) => handsKind({ method }) !== null).map(([name]) => name);
    expect(able).toEqual(['single', 'consent']); // of the approvals on that list each must choose two
    expect(handsKind({ method: { kind: 'approval', max: 2 } })).toBe('several');
    expect(handsKind({ method: { kind: 'single' }, per: 'table' })).toBeNull();
  });
});

describe('hands that can not be', () => {
  it.each<[string, Method, Hands, string]>([
    ['more than people, each once', { kind: 'single' }, hands(5, { a: 3, b: 3 }), 'hands_too_many'],
    ['more than people for one', { kind: 'approval', max: 2 }, hands(5, { a: 6 }), 'hands_too_many'],
    ['more than each may raise', { kind: 'approval', max: 1 }, hands(2, { a: 2, b: 1 }), 'hands_too_many'],
    ['more yes and no than people', { kind: 'consent' }, hands(5, { a: 3 }, { a: 3 }), 'hands_too_many'],
    ['for what is not there', { kind: 'single' }, hands(5, { z: 1 }), 'unknown_item'],
    ['a no where nobody is asked', { kind: 'single' }, hands(5, {}, { a: 1 }), 'hands_not'],
    ['dots', { kind: 'dots', dots: 3, maxPerItem: 1 }, hands(5, { a: 1 }), 'hands_not'],
  ])('%s', (_, method, given, code) => {
    expect(checkHands(given, { method }, items)).toMatchObject({ ok: false, code });
  });

  it('are the same hands without zeros and in any order', () => {
    expect(plainHands(hands(3, { b: 2, a: 1, c: 0 }), items)).toEqual(hands(3, { a: 1, b: 2 }));
    expect(JSON.stringify(plainHands(hands(3, { b: 2, a: 1 }), items))).toBe(JSON.stringify(hands(3, { a: 1, b: 2 })));
  });
});
