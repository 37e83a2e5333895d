/** Tweetallen on paper: the pairs that are printed follow from the code, so that whoever enters the ballot sees the same. */
import { shuffle } from '../../../../shared/shuffle.ts';

export interface Pair {
  left: string;
  right: string;
}

/** So many of all pairs there are. A pair each time of items that stand on the paper least, as far as can be. */
export function pairsOf(code: string, items: readonly string[], most: number): Pair[] {
  const seen = new Map(items.map((id) => [id, 0]));
  const all = items.flatMap((left, index) => items.slice(index + 1).map((right) => ({ left, right })));
  let left = shuffle(all, code);
  const pairs: Pair[] = [];
  const count = (pair: Pair) => seen.get(pair.left)! + seen.get(pair.right)!;
  while (pairs.length < most && left.length > 0) {
    const next = left.reduce((best, pair) => (count(pair) < count(best) ? pair : best));
    left = left.filter((pair) => pair !== next);
    for (const id of [next.left, next.right]) seen.set(id, seen.get(id)! + 1);
    pairs.push(next);
  }
  return pairs;
}
