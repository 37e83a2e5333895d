import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyBallot, give, givenTo, keepOnly, missing, same, spent } from '../../client/phases/vote/choice.ts';
import { lineOf, scaleFor, tiedIn } from '../../client/phases/vote/scale.ts';
import type { Method } from '../../shared/phases/vote.ts';
import { checkBallot } from '../../shared/ballots.ts';
import type { Ballot } from '../../shared/vote.ts';
import { everyMethod } from '../support/methods.ts';

const dots: Method = { kind: 'dots', dots: 3, maxPerItem: 2 };
const approval: Method = { kind: 'approval', max: 2 };
const methods = everyMethod.map(([, method]) => method);
const items = ['a', 'b', 'c'].map((id, n) => {
  return { id, title: id, text: '', letter: null, originals: [], struck: false, cost: 1_000 * (n + 1) };
});

describe('choosing on a ballot', () => {
  it('never makes a ballot that the server refuses, whatever is pressed', () => {
    const press = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: -2, max: 4 }));
    fc.assert(
      fc.property(fc.constantFrom(dots, approval, ...methods), fc.array(press), (method, presses) => {
        const ballot = presses.reduce((so, [item, given]) => give(so, method, item, given, items), emptyBallot(method));
        if (!missing(ballot, method)) expect(checkBallot(ballot, method, items)).toEqual({ ok: true });
      }),
    );
  });

  it('gives dots back when they are taken away', () => {
    let ballot = give(emptyBallot(dots), dots, 'a', 2);
    ballot = give(ballot, dots, 'b', 2); // one too many: nothing happens
    expect(givenTo(ballot, 'b')).toBe(0);
    ballot = give(give(ballot, dots, 'a', 1), dots, 'b', 2);
    expect([givenTo(ballot, 'a'), givenTo(ballot, 'b'), spent(ballot)]).toEqual([1, 2, 3]);
  });

  it('says what is still missing', () => {
    const approve: Method = { kind: 'approval', max: 3, min: 2 };
    expect(missing({ approve: ['a'] }, approve)).toEqual({ what: 'choices', left: 1 });
    expect(missing({ approve: [] }, approve)).toBeNull();
    const allocate: Method = { kind: 'allocate', budget: 100 };
    expect(missing({ percent: { a: 60 } }, allocate)).toEqual({ what: 'percent', left: 40 });
  });

  it('keeps only what counts', () => {
    expect(keepOnly({ dots: { a: 2, gone: 1 } }, items)).toEqual({ dots: { a: 2 } });
    expect(keepOnly({ approve: ['gone', 'b'] }, items)).toEqual({ approve: ['b'] });
  });

  it.each<[Ballot, Ballot, boolean]>([
    [{ dots: { a: 1, b: 2 } }, { dots: { b: 2, a: 1 } }, true],
    [{ dots: { a: 1 } }, { dots: { b: 1 } }, false],
    [{ approve: ['a', 'b'] }, { approve: ['b', 'a'] }, true],
    [{ approve: [] }, { approve: ['a'] }, false],
    [{ ranking: ['a', 'b'] }, { ranking: ['b', 'a'] }, false],
    [{ scores: { a: 1, b: null } }, { scores: { a: 1 } }, true],
    [{ marks: { a: { x: 1 } } }, { marks: { a: { x: 2 } } }, false],
    [{ choose: 'a' }, { choose: null }, false],
  ])('%j and %j: the same is %s', (one, other, answer) => expect(same(one, other)).toBe(answer));
});

describe('dots on one scale', () => {
  it.each([
    [0, 1, 1],
    [24, 1, 1],
    [25, 1, 2],
    [72, 1, 3],
    [73, 2, 2],
    [184, 5, 2],
    [5_000, 100, 3],
  ])('with %i for the first, one dot is %i on %i rows', (highest, unit, rows) => {
    expect(scaleFor(highest)).toEqual({ unit, rows });
  });

  it('shows at least one dot for anything above zero', () => {
    expect(lineOf(1, { unit: 10, rows: 3 })).toEqual({ columns: 0, rest: 1 });
    expect(lineOf(0, { unit: 1, rows: 1 })).toEqual({ columns: 0, rest: 0 });
    expect(lineOf(8, { unit: 1, rows: 3 })).toEqual({ columns: 2, rest: 2 });
  });

  it('knows who is tied', () => {
    const ranking = [1, 2, 2, 4].map((rank, at) => ({ id: `i${at}`, rank }));
    expect([...tiedIn(ranking)]).toEqual(['i1', 'i2']);
  });
});
