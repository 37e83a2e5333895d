/**
 * What people of the console entered from paper, or counted in hands, as it lies in the box until the close: between the
 * ballots, and destroyed with them. A ballot on paper that two people entered alike is a ballot like any other.
 */
import type { Hands } from '../../shared/hands.ts';
import type { Ballot } from '../../shared/vote.ts';

/** Entered by one person, or by more who differ; per id of a facilitator. */
export interface PaperEntry {
  is: 'paper';
  code: string;
  entries: Record<string, Ballot>;
}

export interface HandsEntry {
  is: 'hands';
  table: number;
  entries: Record<string, Hands>;
  /** what two people found alike; null: not yet */
  agreed: Hands | null;
}

export type Entry = PaperEntry | HandsEntry;

/** No ballot begins like this. */
export const entryMark = '?';

export function packEntry(entry: Entry): string {
  return entryMark + JSON.stringify(entry);
}

/** Null: a ballot. */
export function unpackEntry(text: string): Entry | null {
  return text.startsWith(entryMark) ? (JSON.parse(text.slice(entryMark.length)) as Entry) : null;
}

/** Does somebody else say the same? differs: somebody else says something else. */
export function compareEntries<T>(entries: Readonly<Record<string, T>>, who: string): 'waits' | 'differs' | 'agrees' {
  const mine = plain(entries[who]);
  const others = Object.keys(entries).filter((other) => other !== who);
  if (others.length === 0) return 'waits';
  return others.some((other) => plain(entries[other]) === mine) ? 'agrees' : 'differs';
}

/** Do people differ, whoever looks? */
export function isDisputed<T>(entries: Readonly<Record<string, T>>): boolean {
  return new Set(Object.values(entries).map(plain)).size > 1;
}

/** The same for the same things, in whatever order they were written. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
