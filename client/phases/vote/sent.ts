/** What this device sent in a vote, kept by it alone until its owner has looked for it in the list. */
import type { Ballot } from '../../../shared/vote.ts';
import { sentKey } from './kept.ts';

type Voter = Parameters<typeof sentKey>;

/** Null: this device does not know, or knows no more. */
export function loadSent(...voter: Voter): Ballot | null {
  try {
    const kept = JSON.parse(localStorage.getItem(sentKey(...voter)) ?? 'null') as unknown;
    return typeof kept === 'object' ? (kept as Ballot | null) : null;
  } catch {
    return null; // a private window keeps nothing
  }
}

export function forgetSent(...voter: Voter): void {
  try {
    localStorage.removeItem(sentKey(...voter));
  } catch {
    // nothing was kept
  }
}
