import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { threadCounter } from '../../server/counter.ts';
import { countHere, type Counts } from '../../server/session/counts.ts';
import { seeded } from '../support/seeded.ts';

/** The built server; see build.ts. */
const built = pathToFileURL(`${process.env.KANTELBORD_DIST}/server/`);

/** A budget vote with ballots that all differ. */
function budget(voters: number, projects: number): Counts {
  const chance = seeded(voters);
  const below = (most: number) => Math.floor(chance() * most);
  const items = Array.from({ length: projects }, (_, n) => {
    return { id: `p${n}`, title: `${n}`, cost: 5_000 + below(60_000) };
  });
  const ballots = Array.from({ length: voters }, () => ({
    approve: [...new Set(Array.from({ length: 6 }, () => items[below(projects)]!.id))],
  }));
  const method = { kind: 'budget', budget: 750_000, rule: 'equal-shares', completion: 'add1' } as const;
  const rest = { method, items, ballots, electorate: voters, top: 1, cut: 'lot', seed: 'kantelbord' } as const;
  return { decides: { ...rest, threshold: undefined }, apart: null, channels: [] };
}

describe('a count in a thread', () => {
  const file = new URL('count.js', built);

  it('finds what is found here', async () => {
    const counter = threadCounter(file);
    const counts = budget(300, 20);
    expect(await counter.count(counts, () => undefined)).toEqual(countHere(counts));
  });

  it('of the largest vote there is leaves room for everything else, and tells how far it is', async () => {
    const counter = threadCounter(file);
    const told: number[] = [];
    let turns = 0;
    const beat = setInterval(() => (turns += 1), 5);
    const { decides } = await counter.count(budget(14_400, 60), (percent) => told.push(percent));
    clearInterval(beat);
    expect(decides.cast).toBe(14_400);
    expect(Number(decides.spent)).toBeLessThanOrEqual(750_000);
    expect(turns).toBeGreaterThan(20);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.length).toBeGreaterThan(0);
  });

  it('that can not begin is refused, and the next one goes on', async () => {
    const counter = threadCounter(new URL('nothing.js', built));
    await expect(counter.count(budget(3, 2), () => undefined)).rejects.toThrow();
    await expect(counter.count(budget(3, 2), () => undefined)).rejects.toThrow();
  });
});
