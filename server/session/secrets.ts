/** What proves who somebody is, and what hides what they voted. Every use of a hash on this side is in this file. */
import { createHash, createHmac } from 'node:crypto';
import { makeToken, type Random } from '../../shared/ids.ts';
import type { RunKey } from '../store/store.ts';

/** The store has only this of a token. */
export function tokenHash(token: string): string {
  return sha256(token);
}

/** The store has only this of the id a client made to join with. */
export function joinHash(code: string, id: string): string {
  return sha256(`join|${code}|${id}`);
}

/** The store has only this of a ticket. */
export function ticketHash(code: string, ticket: string): string {
  return sha256(`ticket|${code}|${ticket}`);
}

/** A participant's token follows from the id, so that joining again gives the same one: 43 characters, 256 bits. */
export function participantToken(secret: Uint8Array, code: string, id: string): string {
  return createHmac('sha256', secret).update(`token|${code}|${id}`).digest('base64url');
}

/** Where somebody's ballot lies in the box. Only their raw token gives it, and the server does not keep that. */
export function ballotSlot(token: string, { session, phase, run }: RunKey): string {
  return createHmac('sha256', token).update(`ballot|${session}|${phase}|${run}`).digest('hex');
}

/**
 * Where the ballot of a table lies. A table votes together and its ballot is changed from more than one device, so this is no
 * secret: until the close the box says which table chose what, to whoever holds the file.
 */
export function tableSlot(table: string, key: RunKey): string {
  return ballotSlot(table, key);
}

/** The store has only this of the code on a ballot of paper. */
export function paperHash(session: string, code: string): string {
  return sha256(`paper|${session}|${code}`);
}

/** Where a ballot of paper lies until it is counted. */
export function paperSlot(code: string, key: RunKey): string {
  return ballotSlot(`paper:${code}`, key);
}

/** Where the hands of a table lie. They were seen by all, so this is no secret. */
export function handsSlot(table: number, key: RunKey): string {
  return ballotSlot(`hands:${table}`, key);
}

/** Where a ballot lies from the moment that nobody may change it: it says nothing. */
export function looseSlot(random: Random): string {
  return sha256(makeToken(random));
}

/** A copy in random order, each order as likely as any other. */
export function shuffle<T>(things: readonly T[], random: Random): T[] {
  const shuffled = [...things];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = below(last + 1, random);
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}

/** A whole number from 0 up to, not including, `bound`; draws again where the remainder would favour the low ones. */
function below(bound: number, random: Random): number {
  const most = 2 ** 32 - (2 ** 32 % bound);
  for (;;) {
    const bytes = random(4);
    const drawn = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    if (drawn < most) return drawn % bound;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
