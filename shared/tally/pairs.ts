/** Which pair a participant judges next (DOMAIN 4.12). */
import type { Random } from '../ids.ts';
import { pairKey } from './pairwise.ts';

/** Up to this many pairs are listed; of more, some are drawn until one fits. */
const listed = 5_000;

/**
 * A pair this participant has not judged, chosen with a chance proportional to 1 / (1 + s)², where s is how often the pair
 * was shown to anybody; so new cards catch up. Left and right by lot too. null when all pairs are judged.
 */
export function nextPair(
  ids: readonly string[],
  shown: ReadonlyMap<string, number>,
  judged: ReadonlySet<string>,
  random: Random,
): { left: string; right: string } | null {
  const all = (ids.length * (ids.length - 1)) / 2;
  const open = all <= listed ? openPairs(ids, judged) : null;
  if (open?.length === 0 || all === 0) return null;
  const times = (pair: readonly [string, string]) => shown.get(pairKey(...pair)) ?? 0;
  const least = open ? open.reduce((min, pair) => Math.min(min, times(pair)), Infinity) : 0;
  // Drawn evenly, and kept with the wanted chance relative to the pair that was shown least: exact, with whole numbers.
  for (;;) {
    const pair = open ? open[below(random, open.length)]! : drawPair(ids, random);
    if (!open && judged.has(pairKey(...pair))) continue;
    const [likely, outOf] = [(1 + least) ** 2, (1 + times(pair)) ** 2];
    if (below(random, outOf) >= likely) continue;
    const [left, right] = below(random, 2) === 0 ? pair : [pair[1], pair[0]];
    return { left, right };
  }
}

function openPairs(ids: readonly string[], judged: ReadonlySet<string>): [string, string][] {
  return ids.flatMap((one, index) => {
    const others = ids.slice(index + 1).filter((other) => !judged.has(pairKey(one, other)));
    return others.map((other): [string, string] => [one, other]);
  });
}

function drawPair(ids: readonly string[], random: Random): [string, string] {
  const first = below(random, ids.length);
  const second = below(random, ids.length - 1);
  return [ids[first]!, ids[second < first ? second : second + 1]!];
}

/** A whole number from 0, each as likely as the others; `most` at most 2³². */
function below(random: Random, most: number): number {
  const fair = 2 ** 32 - (2 ** 32 % most);
  for (;;) {
    const number = random(4).reduce((value, byte) => value * 256 + byte, 0);
    if (number < fair) return number % most;
  }
}
