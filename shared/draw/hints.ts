/**
 * Cards that look alike (DOMAIN 4.13), as a hint: a person decides. It compares words, not what they mean. Words count by
 * their runs of four letters, so that "fietspad" finds "fietspaden" and "fietspaadje" without a dictionary; runs that few
 * cards have count most (TF-IDF), and two cards are as alike as the angle between them is small (cosine).
 */

/** 0: nothing in common; 1: the same words. */
export interface Alike {
  a: string;
  b: string;
  score: number;
}

/** On sixty Dutch ideas of three by three that mean the same (tests/unit/draw/hints.test.ts) six in seven hints are right. */
export const alikeFrom = 0.3;

const runLength = 4;

/** Words that say nothing about the subject. */
const stopwords = new Set(
  `aan al alle als altijd andere ben bij daar dan dat de deze die dit doen door dus een eens en er ergens gaan geen haar
  had heb hebben heeft hem het hier hij hoe hun iedereen iets ik in is ja je kan komen kunnen maar maken me meer men met
  mij mijn moet moeten na naar niet nog nu of om omdat onder ons onze ook op over samen te tegen toch toe tot u uit uw van
  veel voor want was wat we wel wie wij willen worden wordt zal ze zich zij zijn zo zonder zou`.split(/\s+/),
);

/** Pairs of texts with at least this score, the most alike first; ties by id. 1,500 cards take some tenths of a second. */
export function lookAlikes(texts: readonly { id: string; text: string }[], from = alikeFrom): Alike[] {
  const cards = [...texts].sort((a, b) => (a.id < b.id ? -1 : 1));
  const vectors = weigh(cards.map(({ text }) => runsOf(text)));
  const holders = new Map<string, [card: number, weight: number][]>();
  const found: Alike[] = [];
  for (const [card, vector] of vectors.entries()) {
    const scores = new Map<number, number>();
    for (const [run, weight] of vector) {
      const earlier = holders.get(run) ?? [];
      for (const [other, theirs] of earlier) scores.set(other, (scores.get(other) ?? 0) + weight * theirs);
      holders.set(run, earlier);
      earlier.push([card, weight]);
    }
    for (const [other, score] of scores) {
      if (score >= from) found.push({ a: cards[other]!.id, b: cards[card]!.id, score });
    }
  }
  return found.sort((x, y) => y.score - x.score || (x.a + x.b < y.a + y.b ? -1 : 1));
}

/** How often each run of letters occurs; a word shorter than a run counts as a whole. */
function runsOf(text: string): Map<string, number> {
  const plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const runs = new Map<string, number>();
  for (const word of plain.match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (stopwords.has(word)) continue;
    const edged = ` ${word} `;
    for (let at = 0; at === 0 || at + runLength <= edged.length; at++) {
      const run = edged.slice(at, at + runLength);
      runs.set(run, (runs.get(run) ?? 0) + 1);
    }
  }
  return runs;
}

/** Counts → weights, each vector of length 1. */
function weigh(counts: readonly ReadonlyMap<string, number>[]): Map<string, number>[] {
  const holding = new Map<string, number>();
  for (const runs of counts) for (const run of runs.keys()) holding.set(run, (holding.get(run) ?? 0) + 1);
  return counts.map((runs) => {
    const weights = [...runs].map(([run, count]) => {
      const rare = Math.log((1 + counts.length) / (1 + holding.get(run)!)) + 1;
      return [run, (1 + Math.log(count)) * rare] as const;
    });
    const length = Math.hypot(...weights.map(([, weight]) => weight));
    return new Map(weights.map(([run, weight]) => [run, weight / length]));
  });
}
