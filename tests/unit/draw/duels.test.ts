import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { champion, decide, knockOut, roundRobin, type Bracket, type Duel } from '../../../shared/draw/duels.ts';

const lots = (count: number) => Array.from({ length: count }, (_, index) => `lot${index + 1}`);

/** Plays on until there is a champion; `pick` says who wins. Returns the bracket and how many duels were fought. */
function playAll(
  start: Bracket,
  pick: (duel: Duel & { state: 'open' }) => string,
): { bracket: Bracket; fought: number } {
  let [bracket, fought] = [start, 0];
  for (;;) {
    const open = bracket
      .flatMap((duels, round) => duels.map((duel, place) => ({ duel, round, place })))
      .find(({ duel }) => duel.state === 'open');
    if (open?.duel.state !== 'open') return { bracket, fought };
    const step = decide(bracket, open.round, open.place, pick(open.duel));
    if (!step.ok) throw new Error(step.why);
    bracket = step.state;
    fought++;
  }
}

describe('knock-out', () => {
  it('gives the top lots a bye when they are not a power of two', () => {
    expect(knockOut(lots(5))).toEqual([
      [
        { state: 'bye', left: 'lot1' },
        { state: 'bye', left: 'lot2' },
        { state: 'bye', left: 'lot3' },
        { state: 'open', left: 'lot4', right: 'lot5' },
      ],
      [
        { state: 'open', left: 'lot1', right: 'lot2' },
        { state: 'waiting', left: 'lot3', right: null },
      ],
      [{ state: 'waiting', left: null, right: null }],
    ]);
    expect(knockOut(lots(8))[0]!.every(({ state }) => state === 'open')).toBe(true);
    expect(knockOut([])).toEqual([]);
    expect(champion(knockOut(lots(1)))).toBe('lot1');
  });

  it('needs one duel less than there are plans, and ends with one champion whom nobody beat', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.infiniteStream(fc.boolean()), (count, left) => {
        const lost = new Set<string>();
        const pick = (duel: Duel & { state: 'open' }) => {
          const [winner, loser] = left.next().value ? [duel.left, duel.right] : [duel.right, duel.left];
          expect(lost.has(winner) || lost.has(loser)).toBe(false);
          lost.add(loser);
          return winner;
        };
        const { bracket, fought } = playAll(knockOut(lots(count)), pick);
        expect(fought).toBe(count - 1);
        expect(lots(count).filter((lot) => !lost.has(lot))).toEqual([champion(bracket)]);
      }),
    );
  });

  it('lets a mistake be mended until the next duel is decided', () => {
    const start = knockOut(lots(4));
    const wrong = decide(start, 0, 0, 'lot1');
    if (!wrong.ok) throw new Error(wrong.why);
    const mended = decide(wrong.state, 0, 0, 'lot2');
    if (!mended.ok) throw new Error(mended.why);
    expect(mended.state[1]).toEqual([{ state: 'waiting', left: 'lot2', right: null }]);
    const { bracket } = playAll(mended.state, ({ left }) => left);
    expect(champion(bracket)).toBe('lot2');
    expect(decide(bracket, 0, 0, 'lot1')).toEqual({ ok: false, why: 'built_upon' });
  });

  it('refuses duels that are not there, not on yet, or not theirs', () => {
    const bracket = knockOut(lots(5));
    expect(decide(bracket, 7, 0, 'lot1')).toEqual({ ok: false, why: 'not_found' });
    expect(decide(bracket, 0, 0, 'lot1')).toEqual({ ok: false, why: 'not_open_yet' });
    expect(decide(bracket, 1, 1, 'lot3')).toEqual({ ok: false, why: 'not_open_yet' });
    expect(decide(bracket, 0, 3, 'lot1')).toEqual({ ok: false, why: 'not_found' });
  });
});

describe('everybody against everybody', () => {
  it('has each pair once, each plan at most once a round, and first to speak in half of its duels', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 21 }), (count) => {
        const turns = roundRobin(lots(count));
        expect(turns).toHaveLength(count % 2 === 0 ? count - 1 : count);
        for (const { duels, rests } of turns) {
          const busy = [...duels.flatMap(({ left, right }) => [left, right]), ...(rests === null ? [] : [rests])];
          expect(busy.sort()).toEqual(lots(count).sort());
        }
        const duels = turns.flatMap((turn) => turn.duels);
        const pairs = duels.map(({ left, right }) => [left, right].sort().join());
        expect(new Set(pairs).size).toBe((count * (count - 1)) / 2);
        expect(pairs).toHaveLength((count * (count - 1)) / 2);
        for (const lot of lots(count)) {
          const first = duels.filter(({ left }) => left === lot).length;
          expect([Math.floor((count - 1) / 2), Math.ceil((count - 1) / 2)]).toContain(first);
        }
      }),
    );
  });

  it('is nothing for one', () => expect(roundRobin(lots(1))).toEqual([]));
});
