/**
 * A ballot that was filled in but not sent yet, on this device only: a reload or a lost connection loses nothing. Gone when
 * the vote closes; what was sent stays, so that its voter can look for it when the ballots are published.
 */
import type { Ballot } from '../../../shared/vote.ts';

/** `send`: the person pressed send, and it has not arrived yet. `pairs`: those that were drawn for this voter. */
export interface Kept {
  ballot: Ballot;
  send: boolean;
  pairs?: readonly { left: string; right: string }[];
}

export interface BallotShelf {
  load(): Kept | null;
  keep(kept: Kept): void;
  /** what the server has taken: until its voter has looked for it in the list */
  sent(ballot: Ballot): void;
  /** `sent`: that too */
  wipe(sent?: boolean): void;
}

/** Of a ballot on somebody else's device nothing is kept. */
export const noShelf: BallotShelf = {
  load: () => null,
  keep: () => undefined,
  sent: () => undefined,
  wipe: () => undefined,
};

/** One per person and run: a library's computer serves many. */
export function ballotShelf(
  code: string,
  phase: string,
  run: number,
  person: number,
  storage: Storage = localStorage,
): BallotShelf {
  const key = shelfKey(code, phase, run, person);
  const done = `${key}:sent`;
  return {
    load: () => attempt(() => readKept(JSON.parse(storage.getItem(key) ?? 'null')), null),
    keep: (kept) => attempt(() => storage.setItem(key, JSON.stringify(kept)), undefined),
    sent: (ballot) => attempt(() => storage.setItem(done, JSON.stringify(ballot)), undefined),
    wipe: (sent) => attempt(() => [key, sent ? done : key].forEach((one) => storage.removeItem(one)), undefined),
  };
}

/** Of what is being filled in, and of what was sent. */
const shelfKey = (code: string, phase: string, run: number, person: number) =>
  `kantelbord:ballot:${code}:${phase}:${run}:${person}`;
export const sentKey = (...voter: Parameters<typeof shelfKey>) => `${shelfKey(...voter)}:sent`;

/** Nothing of this session's ballots stays on this device. */
export function wipeBallots(code: string, storage: Storage = localStorage): void {
  const ours = (key: string) => key.startsWith(`kantelbord:ballot:${code}:`);
  for (const key of attempt(() => Object.keys(storage), [])) if (ours(key)) storage.removeItem(key);
}

/** Only this page wrote it; whether the ballot is of this method, the paper sees. */
function readKept(value: unknown): Kept | null {
  const kept = value as Partial<Kept> | null;
  return typeof kept?.ballot === 'object' && kept.ballot !== null && typeof kept.send === 'boolean'
    ? (kept as Kept)
    : null;
}

/** Private windows and full disks refuse storage; then the ballot is only in memory, and the vote goes on. */
function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
