/**
 * Choices that may say the same, the likest first: pointed out before a vote opens, because they would share their votes.
 * Only titles that have a word in common are compared, so that 1,500 choices take some milliseconds. Pure.
 */
import { wordsIn } from '../../board/plain.ts';

/** share of the letter triples that two titles have in common (Dice) */
const least = 0.6;
/** shorter words say little */
const shortest = 4;
/** a word that stands in more titles than this says what the evening is about, not that two are alike */
const common = 30;

export function alike<T extends { title: string }>(items: readonly T[]): [T, T][] {
  const titles = items.map(({ title }) => wordsIn(title));
  const triples = titles.map((words) => triplesOf(words.join(' ')));
  const found = new Map<string, { pair: [T, T]; score: number }>();
  for (const places of placesByWord(titles).values()) {
    if (places.length > common) continue;
    for (const [index, one] of places.entries()) {
      for (const other of places.slice(index + 1)) {
        const score = diceOf(triples[one]!, triples[other]!);
        if (score >= least) found.set(`${one} ${other}`, { pair: [items[one]!, items[other]!], score });
      }
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score).map(({ pair }) => pair);
}

function placesByWord(titles: readonly string[][]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, words] of titles.entries()) {
    for (const word of new Set(words)) {
      if (word.length < shortest) continue;
      const there = places.get(word) ?? [];
      there.push(place);
      places.set(word, there);
    }
  }
  return places;
}

function triplesOf(text: string): Set<string> {
  const padded = ` ${text} `;
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)));
}

function diceOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const triple of one) if (other.has(triple)) both += 1;
  return (2 * both) / (one.size + other.size);
}
