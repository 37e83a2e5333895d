/** What people see of a result that was revealed: its steps on the wall, and a ballot like theirs in the list. */
import { describe, expect, it } from 'vitest';
import { timesIn } from '../../client/phases/vote/check.ts';
import { pageOf, stepsForWall, stepsPerPage } from '../../client/phases/vote/steplist.ts';
import { ballotText } from '../../client/text/ballottext.ts';
import { methods } from '../../client/text/methods.ts';
import { others } from '../../client/text/others.ts';
import { randomBallot } from '../../server/rehearsal/ballots.ts';
import type { RankedItem } from '../../shared/model.ts';
import { strip } from '../../shared/strip.ts';
import type { Step } from '../../shared/tally/log.ts';
import { otherIds } from '../../shared/tally/others.ts';
import { placesOf, toldOf } from '../../shared/telling.ts';
import type { Ballot } from '../../shared/vote.ts';
import { everyMethod } from '../support/methods.ts';
import { seeded } from '../support/seeded.ts';

const line = (id: string, wins: boolean): RankedItem => ({
  id,
  title: `Idee ${id}`,
  rank: 1,
  value: 1,
  voters: 1,
  wins,
});
const ranking = [line('a', true), line('b', true), line('c', false), line('d', false)];
const items = ranking.map(({ id, title }) => {
  return { id, title, text: '', letter: null, originals: [], struck: false, cost: 100 };
});

describe('a result is told', () => {
  it('from the last that was chosen, as far as somebody pressed or the time has gone', () => {
    expect(placesOf({ ranking }).map(({ id }) => id)).toEqual(['a', 'b']);
    expect([toldOf(undefined, 2, 0), toldOf({ by: 'press', told: 9 }, 2, 0)]).toEqual([2, 2]);
    const itself = { by: 'itself', since: 10_000 } as const;
    expect([9_000, 12_499, 12_500, 99_000].map((now) => toldOf(itself, 2, now))).toEqual([0, 0, 1, 2]);
  });

  it('with the steps that touch who won, or came next, a few at a time', () => {
    const item = (id: string): Step => ({ step: 'item', id, counts: {} });
    const steps: Step[] = [
      { step: 'ballots', cast: 9, blank: 0, electorate: 9 },
      ...['a', 'b', 'c', 'd'].map(item),
      { step: 'tie', ids: ['d'], by: 'lot' },
      { step: 'left out', id: 'd', why: 'votes' },
      { step: 'cut', top: 2, cut: 'lot', tied: [], wins: ['a', 'b'], again: [] },
    ];
    const told = stepsForWall(steps, { ranking });
    expect(told.map((one) => ('id' in one ? one.id : one.step))).toEqual(['ballots', 'a', 'b', 'c', 'cut']);
    const many = Array.from({ length: 2 * stepsPerPage + 1 }, (_, n) => n);
    expect(pageOf(many, 2)).toEqual({ from: 2 * stepsPerPage, part: [2 * stepsPerPage], last: 2 });
    expect(pageOf(many, 40).from).toBe(2 * stepsPerPage);
    expect(pageOf([], 3)).toEqual({ from: 0, part: [], last: 0 });
  });
});

describe('a ballot like mine', () => {
  it.each(everyMethod)('is found in the list however it was filled in, and no other is: %s', (_, method) => {
    const chance = seeded(3);
    const [own, other] = [randomBallot(method, items, chance), randomBallot(method, items, chance)];
    // as it lies in the list: stripped, in the order of the paper
    const list = [own, other].map((ballot, n) => ({ ballot: strip(ballot, items), count: n + 3 }));
    const same = JSON.stringify(list[0]!.ballot) === JSON.stringify(list[1]!.ballot);
    expect(timesIn(turned(own), list, { ranking })).toBe(same ? 7 : 3);
    expect(timesIn(own, list.slice(1), { ranking })).toBe(same ? 4 : 0);
    for (const language of ['nl', 'en'] as const) {
      const text = ballotText[language](list[0]!.ballot, { method, title: (id) => `Idee ${id}` });
      expect(text).toMatch(/^(Idee |1 Idee |leeg|blank)/);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('is found without what was hidden during the vote', () => {
    const list = [{ ballot: { approve: ['a'] }, count: 4 }];
    expect(timesIn({ approve: ['gone', 'a'] }, list, { ranking })).toBe(4);
    expect(timesIn({ approve: [] }, list, { ranking })).toBe(0);
  });
});

it('there are words for every other rule, and for what a supporter pays', () => {
  for (const language of ['nl', 'en'] as const) {
    expect(otherIds.every((id) => others[language][id].name !== '' && others[language][id].about.endsWith('.'))).toBe(
      true,
    );
  }
  const budget = { kind: 'budget', budget: 1_000, rule: 'equal-shares' } as const;
  const paid = { value: 4, voters: 4, cost: 50, supporters: 4, price: '25/2' };
  expect(methods.nl.each(budget, paid)).toBe('ieder hoogstens €\u00a012,50');
  expect(methods.nl.each({ ...budget, rule: 'greedy' }, { value: 4, voters: 4, cost: 50 })).toBe(
    '€\u00a012,50 per stem',
  );
  expect(methods.en.each({ kind: 'single' }, { value: 4, voters: 4 })).toBe('');
});

/** The same choice, filled in in another order. */
function turned(ballot: Ballot): Ballot {
  const turn = <T>(given: Record<string, T>) => Object.fromEntries(Object.entries(given).reverse());
  if ('approve' in ballot) return { approve: [...ballot.approve].reverse() };
  if ('dots' in ballot) return { dots: turn(ballot.dots) };
  if ('points' in ballot) return { points: turn(ballot.points) };
  if ('marks' in ballot) {
    const marks = Object.entries(ballot.marks).map(([id, given]) => [id, turn(given)] as const);
    return { marks: Object.fromEntries(marks.reverse()), group: 'inwoner' };
  }
  return 'duels' in ballot ? { duels: [...ballot.duels].reverse() } : ballot;
}
