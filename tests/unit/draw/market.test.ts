import { describe, expect, it } from 'vitest';
import {
  amend,
  confirm,
  openPlaces,
  propose,
  withdraw,
  type Confirmer,
  type Market,
  type MarketRules,
} from '../../../shared/draw/market.ts';
import type { Step } from '../../../shared/draw/step.ts';

const rules: MarketRules = { confirm: ['asker', 'giver', 'corner', 'notary'], favourRequired: true, money: false };
const floor: Market = {
  requests: [
    { id: 'chairs', by: 'club', kind: 'things', count: 1 },
    { id: 'hands', by: 'club', kind: 'time', count: 2 },
    { id: 'cash', by: 'club', kind: 'money', count: 1 },
  ],
  offers: [
    { id: 'office', by: 'firm', kind: 'things', count: 2 },
    { id: 'shop', by: 'shop', kind: 'things', count: 1 },
    { id: 'own', by: 'club', kind: 'things', count: 1 },
  ],
  matches: [],
};
const terms = { id: 'm1', request: 'chairs', offer: 'office', favour: 'Een optreden' };
const other = { ...terms, id: 'm2', offer: 'shop' };

type Move = (market: Market) => Step<Market, string>;
const proposed =
  (form = terms): Move =>
  (market) =>
    propose(market, form, rules);
const confirmed =
  (as: Confirmer, by: string, id = 'm1'): Move =>
  (market) =>
    confirm(market, id, as, by, rules);
const byAll = (id = 'm1', giver = 'firm'): Move[] => [
  confirmed('asker', 'club', id),
  confirmed('giver', giver, id),
  confirmed('corner', 'hoekman', id),
  confirmed('notary', 'notaris', id),
];
const amended =
  (favour: string): Move =>
  (market) =>
    amend(market, 'm1', favour, rules);
const withdrawn =
  (reason: string): Move =>
  (market) =>
    withdraw(market, 'm1', reason);

function after(...moves: Move[]): Market {
  return moves.reduce((market, move) => {
    const step = move(market);
    if (!step.ok) throw new Error(step.why);
    return step.state;
  }, floor);
}
const why = (move: Move, ...before: Move[]) => {
  const step = move(after(...before));
  return step.ok ? null : step.why;
};
const state = (...moves: Move[]) => after(...moves).matches[0]!.state;

describe('a match form', () => {
  it('names a request and an offer of two parties, and a favour in return', () => {
    expect(state(proposed())).toBe('proposed');
    expect(why(proposed({ ...terms, offer: 'gone' }))).toBe('not_found');
    expect(why(proposed({ ...terms, offer: 'own' }))).toBe('own_match');
    expect(why(proposed({ ...terms, favour: ' ' }))).toBe('favour_missing');
    expect(why(proposed({ ...terms, request: 'cash' }))).toBe('kind_not_allowed');
    expect(why((market) => propose(market, { ...terms, request: 'cash' }, { ...rules, money: true }))).toBeNull();
  });

  it('sent again changes nothing; another for the same two is refused until the first is withdrawn', () => {
    expect(after(proposed(), proposed())).toEqual(after(proposed()));
    expect(why(proposed({ ...terms, id: 'm2' }), proposed())).toBe('already_matched');
    expect(why(proposed({ ...terms, id: 'm2' }), proposed(), withdrawn(''))).toBeNull();
  });
});

describe('confirming', () => {
  it('makes the match when all have, in any order, and not before', () => {
    const all = byAll();
    for (const [index] of all.entries())
      expect(state(proposed(), ...all.filter((_, i) => i !== index))).toBe('proposed');
    expect(state(proposed(), ...all)).toBe('confirmed');
    expect(state(proposed(), ...[...all].reverse())).toBe('confirmed');
    expect(after(proposed(), all[0]!, all[0]!)).toEqual(after(proposed(), all[0]!));
  });

  it('is for each in their own place', () => {
    expect(why(confirmed('asker', 'firm'), proposed())).toBe('not_yours');
    expect(why(confirmed('giver', 'club'), proposed())).toBe('not_yours');
    expect(why(confirmed('notary', 'club'), proposed())).toBe('not_yours');
    expect(why(confirmed('asker', 'club', 'gone'), proposed())).toBe('not_found');
    const parties = { ...rules, confirm: ['asker', 'giver'] } as const;
    expect(why((market) => confirm(market, 'm1', 'notary', 'notaris', parties), proposed())).toBe('not_asked');
    expect(why(confirmed('asker', 'club'), proposed(), withdrawn(''))).toBe('match_gone');
  });

  it('starts again when the favour changes', () => {
    expect(state(proposed(), ...byAll().slice(0, 3), amended('Twee optredens'), ...byAll().slice(3))).toBe('proposed');
    expect(state(proposed(), ...byAll().slice(0, 3), amended(terms.favour), ...byAll().slice(3))).toBe('confirmed');
    expect(why(amended(''), proposed())).toBe('favour_missing');
  });

  it('fills places: what one match took is not there for another, unless more are asked', () => {
    const rival = [proposed(), proposed(other), ...byAll()];
    expect(why(confirmed('giver', 'shop', 'm2'), ...rival)).toBe('taken');
    expect(why(proposed({ ...other, id: 'm3' }), proposed(), ...byAll())).toBe('taken');
    const twice = [
      { ...terms, request: 'hands' },
      { ...other, request: 'hands' },
    ] as const;
    const market = after(...twice.map(proposed), ...byAll('m1'), ...byAll('m2', 'shop'));
    expect(market.matches.map((match) => match.state)).toEqual(['confirmed', 'confirmed']);
    expect(market.requests.map((post) => openPlaces(market, post))).toEqual([1, 0, 1]);
  });
});

describe('a confirmed match', () => {
  it('can not be changed, only withdrawn with a reason; then its places are open again', () => {
    const match = [proposed(), ...byAll()];
    expect(why(amended('Iets anders'), ...match)).toBe('match_fixed');
    expect(why(withdrawn(' '), ...match)).toBe('reason_missing');
    const market = after(...match, withdrawn('Te duur'));
    expect(market.matches).toEqual([{ ...terms, state: 'withdrawn', reason: 'Te duur' }]);
    expect(openPlaces(market, floor.requests[0]!)).toBe(1);
    expect(state(...match, ...byAll())).toBe('confirmed');
  });
});
