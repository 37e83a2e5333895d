/** What the form of expectations changes. */
import type { EditBalance } from '../../../shared/api/balance.ts';
import { anchorLines } from './settings.ts';

interface Expectations {
  /** per group id, as typed; empty: as the format says */
  expected: Readonly<Record<string, string>>;
  /** one per line */
  interests: string;
}

export function isExpected(typed: string): boolean {
  return /^\d{0,5}$/.test(typed.trim()) && Number(typed) <= 10_000;
}

/** Only what differs, so that a colleague's change of another line stays. */
export function balanceChanges(before: Expectations, after: Expectations): EditBalance {
  const typed = Object.entries(after.expected).filter(([group, text]) => text.trim() !== before.expected[group]);
  const expected = Object.fromEntries(typed.map(([group, text]) => [group, text.trim() === '' ? null : Number(text)]));
  return {
    ...(typed.length > 0 && { expected }),
    ...(after.interests !== before.interests && { interests: anchorLines(after.interests) }),
  };
}
