/** A recount as people read it in a terminal. */
import type { Column } from '../model.ts';
import type { Line } from '../tally/method.ts';
import type { Recounted } from './report.ts';

export function tableOf({ vote, method, completion, outcome, columns, scale, differences }: Recounted): string {
  const { keys, ranking, cast, blank, spent, again } = outcome;
  const title = [vote && `${vote.phase} ${vote.run}:`, method, completion].filter(Boolean).join(' ');
  const head = ['', 'place', 'id', ...keys, ...columns.map((one) => one.of), 'title'];
  const rows = ranking.map((line) =>
    [mark(line, again), `${line.rank}`, line.id, ...line.values, ...columns.map(givenTo(line)), line.title].map(
      harmless,
    ),
  );
  const widths = head.map((word, column) => Math.max(word.length, ...rows.map((row) => row[column]!.length)));
  const write = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd();
  const cost = spent === undefined ? [] : [`Together: ${inEuros(spent, scale)}.`];
  return [
    title,
    `${cast} ballots, ${blank} of them blank.`,
    ...columns.map((one) => `${one.of}: ${one.ballots} ballots, ${one.blank} of them blank.`),
    '',
    ...[head, ...rows].map(write),
    '',
    ...cost,
    sentenceOn(differences),
    '',
  ].join('\n');
}

/** An amount of units as a number of euros. */
export function inEuros(units: string, scale: number): number {
  return Number(units) / scale;
}

/** Titles come from outside: no control characters, which a terminal would obey. */
function harmless(cell: string): string {
  return cell.replace(/\p{Cc}/gu, ' ');
}

/** What a line got of the ballots that came one way. */
function givenTo({ id }: Line): (column: Column) => string {
  return ({ lines }) => lines[id]?.values[0] ?? '-';
}

function mark({ id, wins }: Line, again: readonly string[]): string {
  return wins ? '*' : again.includes(id) ? '?' : '';
}

function sentenceOn(differences: readonly string[] | null): string {
  if (differences === null) return 'The file has no result to compare with.';
  return differences.length === 0 ? 'Equal to the result in the file.' : 'Not equal to the result in the file.';
}
