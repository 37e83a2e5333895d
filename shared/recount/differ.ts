/** How two counts of one vote differ, as sentences. */
import type { Column } from '../model.ts';
import { commitment } from '../tally/lot.ts';

interface Placed {
  id: string;
  rank: number;
  wins: boolean;
}

export function differInWinners(before: readonly string[], now: readonly string[]): string[] {
  const missing = before.filter((id) => !now.includes(id)).map((id) => `${id} won in the file, and does not win now.`);
  const extra = now.filter((id) => !before.includes(id)).map((id) => `${id} wins now, and did not in the file.`);
  return [...missing, ...extra];
}

/** `values`: what a line is ranked by, as text. */
export function differInRanking<T extends Placed>(
  before: readonly T[],
  now: readonly T[],
  values: (line: T) => string,
): string[] {
  const tell = (line: T) => `${line.id} on place ${line.rank} with ${values(line)}${line.wins ? ', wins' : ''}`;
  const lines = Math.max(before.length, now.length);
  return Array.from({ length: lines }, (_, index) => {
    const [old, fresh] = [before[index], now[index]].map((line) => (line ? tell(line) : 'nothing'));
    return old === fresh ? [] : [`Line ${index + 1}: the file says ${old}; counted again it is ${fresh}.`];
  }).flat();
}

/** Ballots by the way they came, and what each item got of them. */
export function differInColumns(before: readonly Column[], now: readonly Column[]): string[] {
  const ways = [...new Set([...before, ...now].map((one) => one.of))];
  return ways.flatMap((way) => {
    const [old, fresh] = [before, now].map((all) => tellColumn(all.find((one) => one.of === way)));
    return old === fresh ? [] : [`Of ${way} the file says ${old}; counted again it is ${fresh}.`];
  });
}

function tellColumn(column: Column | undefined): string {
  if (!column) return 'nothing';
  const lines = Object.entries(column.lines).sort(([one], [other]) => (one < other ? -1 : 1));
  const given = lines.map(([id, { values }]) => `${id} ${values[0]}`);
  return `${column.ballots} ballots, ${column.blank} blank: ${given.join(', ')}`;
}

/** The seed of the lot must be the one that was promised before the vote. */
export function differInLot(seed: string, commit: string): string[] {
  return commitment(seed) === commit ? [] : ['The seed of the lot is not the one that was promised before the vote.'];
}
