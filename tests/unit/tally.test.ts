import { describe, expect, it } from 'vitest';
import { shuffle } from '../../server/session/secrets.ts';
import type { Cut } from '../../shared/phases/common.ts';
import { commitment, lotOrder, sha256 } from '../../shared/tally/lot.ts';
import { linesOf, lotsOf, outcomeOf, type Count } from '../../shared/tally/tally.ts';
import { checkBallot } from '../../shared/ballots.ts';
import type { Ballot, VoteItem } from '../../shared/vote.ts';
import golden from '../fixtures/golden.json';

const seed = 'kantelbord-test-1';
const items = (...ids: string[]) => ids.map((id) => ({ id, title: id }));
const dotsMethod = { kind: 'dots', dots: 3, maxPerItem: 3 } as const;
const approvalMethod = { kind: 'approval', max: 2 } as const;
const blank = { method: dotsMethod, top: 3, cut: 'along', seed } as const;

interface Stickers {
  stemmen: Record<string, Record<string, number>>;
  samenvoegen: Record<string, string> | null;
  verwacht: { totaal: Record<string, number>; stemmers: Record<string, number>; rangorde: string[] };
}
interface Bound {
  scores: Record<string, number>;
  top: number;
  verwacht: { meenemen: string[]; loting: string[] };
}

/** A count of dots or approval as a result tells it. */
function tally(count: Omit<Count, 'electorate'>) {
  const outcome = outcomeOf({ ...count, electorate: 0 });
  return { ranking: linesOf(outcome, count.items, true), blank: outcome.blank, lots: lotsOf(outcome) };
}

/** The golden cases of one kind. */
function cases<T>(kind: string): T[] {
  return golden.filter(({ soort }) => soort === kind) as unknown as T[];
}

describe('the golden cases', () => {
  it('are there', () => {
    expect([cases('stippen').length, cases('loting').length, cases('grens').length]).toEqual([2, 1, 1]);
  });

  it.each(cases<Stickers>('stippen'))('dots: $naam', ({ stemmen, samenvoegen, verwacht }) => {
    const into = (id: string) => samenvoegen?.[id] ?? id;
    const ballots = Object.values(stemmen).map((given) => {
      const dots: Record<string, number> = {};
      for (const [id, count] of Object.entries(given)) dots[into(id)] = (dots[into(id)] ?? 0) + count;
      return { dots };
    });
    const { ranking } = tally({ ...blank, items: items(...Object.keys(verwacht.totaal)), ballots });
    expect(ranking.map(({ id }) => id)).toEqual(verwacht.rangorde);
    expect(Object.fromEntries(ranking.map(({ id, value }) => [id, value]))).toEqual(verwacht.totaal);
    expect(Object.fromEntries(ranking.map(({ id, voters }) => [id, voters]))).toEqual(verwacht.stemmers);
  });

  it.each(cases<{ ids: string[]; verwacht: { sleutels: Record<string, string>; volgorde: string[] } }>('loting'))(
    'lot',
    ({ ids, verwacht }) => {
      expect(lotOrder(seed, ids)).toEqual(verwacht.volgorde);
      for (const [id, key] of Object.entries(verwacht.sleutels)) expect(sha256(`${seed}|${id}`)).toContain(key);
    },
  );

  it.each(cases<Bound>('grens'))('cut', ({ scores, top, verwacht }) => {
    const ids = Object.keys(scores);
    const ballots = Array.from({ length: 9 }, (_, index) => ({ approve: ids.filter((id) => scores[id]! > index) }));
    const chosen = (cut: Cut) => {
      const { ranking } = tally({ method: approvalMethod, items: items(...ids), ballots, top, cut, seed });
      return ranking.filter(({ wins }) => wins).map(({ id }) => id);
    };
    expect(chosen('along').sort()).toEqual(verwacht.meenemen);
    expect(chosen('lot').sort()).toEqual(verwacht.loting);
  });
});

describe('a count', () => {
  it('shares the rank of items that tie, says which the lot ordered, and lets nothing without votes win', () => {
    const ballots: Ballot[] = [{ dots: { a: 1 } }, { dots: { b: 1 } }, { dots: {} }];
    const counted = tally({ ...blank, items: items('a', 'b', 'c', 'd'), ballots });
    expect(counted.ranking.map(({ rank, value, wins }) => [rank, value, wins])).toEqual([
      [1, 1, true],
      [1, 1, true],
      [3, 0, false],
      [3, 0, false],
    ]);
    expect(counted.lots).toEqual([lotOrder(seed, ['a', 'b'])]);
    expect(counted.blank).toBe(1);
  });

  it('puts more voters before fewer with as many dots', () => {
    const ballots: Ballot[] = [{ dots: { a: 2 } }, { dots: { b: 1 } }, { dots: { b: 1 } }];
    expect(tally({ ...blank, items: items('a', 'b'), ballots }).ranking.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('does not depend on the order of ballots or items', () => {
    const ballots = [{ approve: ['a', 'b'] }, { approve: ['c'] }, { approve: ['b'] }, { approve: [] }];
    const count = { method: approvalMethod, top: 1, cut: 'lot', seed } as const;
    const one = tally({ ...count, items: items('a', 'b', 'c'), ballots });
    expect(tally({ ...count, items: items('c', 'b', 'a'), ballots: [...ballots].reverse() })).toEqual(one);
  });

  it('commits to its lot before', () => {
    expect(commitment('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('a lawful ballot', () => {
  const voteItems = ['a', 'b', 'c'].map((id): VoteItem => ({
    id,
    title: id,
    text: '',
    letter: null,
    originals: [],
    struck: false,
  }));
  const dots = { kind: 'dots', dots: 3, maxPerItem: 2 } as const;
  const answer = (ballot: Ballot, method: Parameters<typeof checkBallot>[1]) => {
    const checked = checkBallot(ballot, method, voteItems);
    return checked.ok ? 'ok' : checked.code;
  };

  it.each<[Ballot, string]>([
    [{ dots: {} }, 'ok'],
    [{ dots: { a: 2, b: 1 } }, 'ok'],
    [{ dots: { a: 2, b: 2 } }, 'bad_ballot'],
    [{ dots: { a: 3 } }, 'bad_ballot'],
    [{ dots: { x: 1 } }, 'unknown_item'],
    [{ approve: ['a'] }, 'bad_ballot'],
  ])('dots %j: %s', (ballot, code) => expect(answer(ballot, dots)).toBe(code));

  it.each<[Ballot, string]>([
    [{ approve: [] }, 'ok'],
    [{ approve: ['a', 'b'] }, 'ok'],
    [{ approve: ['a', 'a'] }, 'bad_ballot'],
    [{ approve: ['a', 'b', 'c'] }, 'bad_ballot'],
    [{ approve: ['x'] }, 'unknown_item'],
    [{ dots: {} }, 'bad_ballot'],
  ])('approval %j: %s', (ballot, code) => expect(answer(ballot, approvalMethod)).toBe(code));
});

describe('shuffling', () => {
  it('gives every order about as often, from bytes alone', () => {
    let state = 7;
    const random = (bytes: number) =>
      Uint8Array.from({ length: bytes }, () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) >> 16);
    const seen = new Map<string, number>();
    for (let n = 0; n < 6_000; n++) {
      const order = shuffle(['a', 'b', 'c'], random).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const count of seen.values()) expect(Math.abs(count - 1_000)).toBeLessThan(200);
  });
});
