/** How long a session is kept, and how it goes: with everything in it. */
import { refuse } from '../../shared/refusals.ts';
import type { SessionRow } from '../store/store.ts';
import { day, expireContacts } from './contacts.ts';
import type { Hall } from './hall.ts';

/** Rehearsals are thrown away whole, soon. */
const rehearsalDays = 1;
/** So long the link of a deleted session can still say so. */
const tombstoneDays = 365;

/** Server time at which a session goes when nobody touches it any more. */
export function deleteAt(
  hall: Hall,
  { touchedAt, rehearsalOf }: Pick<SessionRow, 'touchedAt' | 'rehearsalOf'>,
): number {
  return touchedAt + day * (rehearsalOf === null ? hall.parts.config.retentionDays : rehearsalDays);
}

/** Removes sessions with their rehearsals; afterwards nothing of them is in memory or in the file. */
export function erase(hall: Hall, codes: readonly string[]): void {
  const { store, rooms, door } = hall.parts;
  const rehearsals = store.sessions.list().filter(({ rehearsalOf }) => codes.includes(rehearsalOf ?? ''));
  const all = [...new Set([...codes, ...rehearsals.map(({ code }) => code)])];
  if (all.length === 0) return;
  store.transaction(() => {
    for (const code of all) {
      store.sessions.erase(code, hall.now());
      hall.broom.mark(code);
    }
  });
  for (const code of all) {
    rooms.drop(code, refuse('session_deleted'));
    door.forget(code);
    door.registers.presence.erase(code);
  }
  hall.broom.sweep();
}

/** Deletes what is past its date, and gives the codes. Sweeps what the last run of the server left. */
export function sweep(hall: Hall): string[] {
  const { store } = hall.parts;
  const late = store.sessions.list().filter((row) => deleteAt(hall, row) <= hall.now());
  const codes = late.map(({ code }) => code);
  erase(hall, codes);
  expireContacts(hall);
  store.sessions.forget(hall.now() - tombstoneDays * day);
  hall.broom.sweep();
  return codes;
}
