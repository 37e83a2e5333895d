import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { count, methodOf, methods, type BallotOf, type Kind, type SettingsOf } from '../../../shared/tally/methods.ts';
import { pollOf, type AnyPoll } from '../../support/polls.ts';

const kinds = Object.keys(methods) as Kind[];

describe.each(kinds)('every count of %s', (kind) => {
  it('is the same in whatever order ballots and items come', () => {
    fc.assert(
      fc.property(pollOf(kind), fc.infiniteStream(fc.nat()), (poll, keys) => {
        const mix = <T>(list: readonly T[]) => {
          const keyed = list.map((one) => ({ one, key: keys.next().value! }));
          return keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
        };
        expect(count(kind, { ...poll, ballots: mix(poll.ballots), items: mix(poll.items) })).toEqual(count(kind, poll));
      }),
    );
  });

  it('depends on the lot only where items tie', () => {
    fc.assert(
      fc.property(pollOf(kind), (poll) => {
        const [one, other] = ['one', 'other'].map((seed) => count(kind, { ...poll, seed }));
        const lots = [...one!.ties, ...one!.log.filter((step) => step.step === 'bought' || step.step === 'dropped')];
        if (lots.some(({ by }) => by === 'lot')) return;
        expect(new Set(other!.winners)).toEqual(new Set(one!.winners));
      }),
    );
  });

  it('is plain data that says the same in the ranking, the winners and the schemas', () => {
    fc.assert(
      fc.property(pollOf(kind), (poll) => {
        const outcome = count(kind, poll);
        expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
        const wins = outcome.ranking.filter((line) => line.wins).map(({ id }) => id);
        expect(wins.sort()).toEqual([...outcome.winners].sort());
        expect(outcome.again.filter((id) => outcome.winners.includes(id))).toEqual([]);
        expect(outcome.cast).toBe(poll.ballots.length);
        const method = methodOf(kind);
        expect(v.is(method.settings, poll.method)).toBe(true);
        for (const ballot of poll.ballots) expect(v.is(method.ballot, ballot)).toBe(true);
      }),
    );
  });

  it('does not see blank ballots, but for the turnout', () => {
    const blank = blanks[kind];
    fc.assert(
      fc.property(pollOf(kind), (poll) => {
        const { threshold: _, ...free } = poll;
        const more = count(kind, { ...free, ballots: [...poll.ballots, blank] } as typeof poll);
        const { winners, ranking } = count(kind, free as typeof poll);
        expect({ winners: more.winners, ranking: more.ranking }).toEqual({ winners, ranking });
        expect(methodOf(kind).isBlank(blank as never)).toBe(true);
      }),
    );
  });
});

const blanks: { [K in Kind]: BallotOf<K> } = {
  approval: { approve: [] },
  single: { choose: null },
  dots: { dots: { a: 0 } },
  points: { points: {} },
  score: { scores: { a: null } },
  jury: { marks: {} },
  ranked: { ranking: [] },
  pairwise: { duels: [{ left: 'a', right: 'b', choice: 'unsure' }] },
  consent: { answers: {} },
  budget: { approve: [] },
  allocate: { percent: {} },
  vouchers: { vouchers: { a: 0 } },
  tables: { approve: [] },
};

/** One more ballot that wants this item as much as a ballot can, and nothing else. */
const fans: { [K in Kind]?: (id: string) => BallotOf<K> } = {
  approval: (id) => ({ approve: [id] }),
  single: (id) => ({ choose: id }),
  dots: (id) => ({ dots: { [id]: 3 } }),
  points: (id) => ({ points: { [id]: 5 } }),
  score: (id) => ({ scores: { [id]: 5 } }),
  ranked: (id) => ({ ranking: [id] }),
  pairwise: (id) => ({ duels: [{ left: id, right: id === 'a' ? 'b' : 'a', choice: 'left' }] }),
  consent: (id) => ({ answers: { [id]: 'yes' } }),
  allocate: (id) => ({ percent: { [id]: 100 } }),
  tables: (id) => ({ approve: [id] }),
  budget: (id) => ({ approve: [id] }),
  jury: (id) => ({ marks: { [id]: { new: 5, fair: 5 } }, group: 'x' }),
};

describe.each(Object.keys(fans) as (keyof typeof fans)[])('%s', (kind) => {
  it('never lets a winner lose by one ballot more for it', () => {
    fc.assert(
      fc.property(monotone(kind), (poll) => {
        const { winners } = count(kind, poll);
        for (const id of winners) {
          const fan = (fans[kind] as (id: string) => BallotOf<typeof kind>)(id);
          const more = count(kind, {
            ...poll,
            ballots: [...poll.ballots, fan],
            electorate: poll.electorate + 1,
          } as never);
          expect(more.winners).toContain(id);
        }
      }),
    );
  });
});

/** Polls whose rule promises it: not runoff, not equal shares. */
function monotone<K extends Kind>(kind: K): fc.Arbitrary<AnyPoll<K>> {
  return pollOf(kind).map((poll) => {
    const method: object = { ...(poll.method as object) };
    if ('count' in method) method.count = 'borda';
    if ('rule' in method && method.rule === 'equal-shares') method.rule = 'greedy';
    return { ...poll, method: method as SettingsOf<K> };
  });
}
