/**
 * Ballots in, result out. Pure and exact: integers or exact fractions, never floats; time and chance are arguments.
 */
import type { Cut, Method } from '../format.ts';
import type { RankedItem } from '../model.ts';
import type { Ballot } from '../vote.ts';
import { approval } from './approval.ts';
import { dots } from './dots.ts';
import { lotOrder } from './lot.ts';
import type { Score } from './score.ts';

export interface Count {
  method: Method;
  items: readonly { id: string; title: string }[];
  ballots: readonly Ballot[];
  top: number;
  cut: Cut;
  /** published at close; ties are ordered by it (DOMAIN 4.3) */
  seed: string;
}

export interface Counted {
  ranking: RankedItem[];
  /** ballots that choose nothing: they count for the turnout, and for nothing else */
  blank: number;
  /** groups of chosen ids that tied on everything and were ordered by lot, in that order */
  lots: string[][];
}

/** Counts one run by its method. Ballots may name only known items; unknown ones are a bug of the caller and ignored. */
export function tally(count: Count): Counted {
  const scores = count.method.kind === 'dots' ? dots(count.ballots) : approval(count.ballots);
  const lines = count.items.map(({ id, title }) => ({ id, title, score: scores.get(id) ?? ([0, 0] as const) }));
  const order = new Map(
    lotOrder(
      count.seed,
      lines.map((line) => line.id),
    ).map((id, index) => [id, index]),
  );
  lines.sort((a, b) => compare(a.score, b.score) || order.get(a.id)! - order.get(b.id)!);
  const ranking: RankedItem[] = [];
  const lots: string[][] = [];
  let tied: string[] = [];
  for (const [index, line] of lines.entries()) {
    const same = index > 0 && compare(lines[index - 1]!.score, line.score) === 0;
    if (!same) tied = [];
    tied.push(line.id);
    if (tied.length === 2 && line.score[0] > 0) lots.push(tied);
    const rank = same ? ranking[index - 1]!.rank : index + 1;
    const wins = line.score[0] > 0 && (count.cut === 'along' ? rank <= count.top : index < count.top);
    ranking.push({ id: line.id, title: line.title, rank, value: line.score[0], voters: line.score[1], wins });
  }
  return { ranking, lots, blank: count.ballots.filter(isBlank).length };
}

export function isBlank(ballot: Ballot): boolean {
  return 'dots' in ballot ? Object.values(ballot.dots).every((given) => given === 0) : ballot.approve.length === 0;
}

function compare(a: Score, b: Score): number {
  return b[0] - a[0] || b[1] - a[1];
}
