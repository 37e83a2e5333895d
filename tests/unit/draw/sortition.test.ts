import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decline, drawLots } from '../../../shared/draw/sortition.ts';
import golden from '../../fixtures/golden.json';
import { crowd, people, seeds } from './crowd.ts';

interface Case {
  deelnemers: { id: string; groep: string }[];
  plaatsen: Record<string, number>;
  seed: string;
  verwacht: { ingeloot: string[]; reserve_in_volgorde: string[] };
}

const places = { resident: 3, official: 1 };
const pools = fc.record({ here: people(0, 30), seed: fc.string() });

describe('sortition per group', () => {
  const cases = golden.filter(({ soort }) => soort === 'loting per groep') as unknown as Case[];

  it.each(cases)('gives the golden outcome', ({ deelnemers, plaatsen, seed, verwacht }) => {
    const groups = drawLots(
      deelnemers.map(({ id, groep }) => ({ id, group: groep })),
      plaatsen,
      seed,
    );
    expect(groups.flatMap(({ drawn }) => drawn)).toEqual(verwacht.ingeloot);
    expect(groups.flatMap(({ reserve }) => reserve)).toEqual(verwacht.reserve_in_volgorde);
  });

  it('has the golden case', () => expect(cases).toHaveLength(1));

  it('fills the places of each group from that group, and keeps the rest in reserve', () => {
    fc.assert(
      fc.property(pools, ({ here, seed }) => {
        for (const { group, pool, places: count, drawn, reserve } of drawLots(here, places, seed)) {
          const ids = here.filter((person) => person.group === group).map(({ id }) => id);
          expect([...drawn, ...reserve].sort()).toEqual(ids.sort());
          expect([pool, drawn.length]).toEqual([ids.length, Math.min(count, ids.length)]);
        }
      }),
    );
  });

  it('is the same whatever the order of the list', () => {
    const turned = pools.chain(({ here, seed }) =>
      fc.tuple(fc.constant(here), fc.shuffledSubarray(here, { minLength: here.length }), fc.constant(seed)),
    );
    fc.assert(
      fc.property(turned, ([here, other, seed]) => {
        expect(drawLots(other, places, seed)).toEqual(drawLots(here, places, seed));
      }),
    );
  });

  it('can come out in every order', () => {
    const four = crowd({ resident: 4 });
    const orders = seeds(400).map((seed) => drawLots(four, { resident: 4 }, seed)[0]!.drawn.join());
    expect(new Set(orders).size).toBe(24);
  });

  it('draws everybody about equally often, wherever they stand in the list', () => {
    const ten = crowd({ resident: 10 });
    const times = new Map<string, number>();
    for (const seed of seeds(3_000)) {
      for (const id of drawLots(ten, places, seed)[0]!.drawn) times.set(id, (times.get(id) ?? 0) + 1);
    }
    expect(times.size).toBe(10); // 900 is expected; four standard deviations are 100
    expect([...times.values()].filter((count) => count < 800 || count > 1_000)).toEqual([]);
  });
});

describe('who declines', () => {
  it('makes room for the next reserve of the same group, until there is none', () => {
    const before = drawLots(crowd({ resident: 5, official: 2 }), places, 's');
    const [residents, officials] = before as [(typeof before)[0], (typeof before)[0]];
    const after = decline(before, residents.drawn[1]!);
    expect(after[0]!.drawn).toEqual([residents.drawn[0], residents.drawn[2], residents.reserve[0]]);
    expect(after[0]!.reserve).toEqual(residents.reserve.slice(1));
    expect(after[0]!.declined).toEqual([residents.drawn[1]]);
    expect(after[1]).toEqual(officials);
    const nobody = [...officials.drawn, ...officials.reserve].reduce((groups, id) => decline(groups, id), after);
    expect([nobody[1]!.drawn, nobody[1]!.reserve]).toEqual([[], []]);
  });

  it('counts once, and only leaves the list when in reserve', () => {
    const before = drawLots(crowd({ resident: 5 }), { resident: 3 }, 's');
    const [reserve] = before[0]!.reserve as [string];
    const once = decline(before, reserve);
    expect(once[0]!.drawn).toEqual(before[0]!.drawn);
    expect(once[0]!.reserve).not.toContain(reserve);
    expect(decline(once, reserve)).toEqual(once);
    expect(decline(before, 'stranger')).toEqual(before);
  });

  it('keeps places full as long as there are reserves, and loses nobody', () => {
    const declining = pools.chain(({ here, seed }) =>
      fc.tuple(fc.constant(drawLots(here, places, seed)), fc.subarray(here.map(({ id }) => id))),
    );
    fc.assert(
      fc.property(declining, ([before, leavers]) => {
        const after = leavers.reduce((groups, id) => decline(groups, id), before);
        for (const [index, { drawn, reserve, declined, pool, places: count }] of after.entries()) {
          expect(drawn.length).toBe(Math.min(count, pool - declined.length));
          expect(new Set([...drawn, ...reserve, ...declined]).size).toBe(pool);
          expect(before[index]!.reserve.filter((id) => reserve.includes(id))).toEqual(reserve);
        }
      }),
    );
  });
});
