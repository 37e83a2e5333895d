/** A ticket: the right to vote once in each vote of a session, on paper. Twelve characters, of which the last is the check: 55 random bits. */
import type { Random } from './ids.ts';
import { makePaperCode, readPaperCode, type PaperCode } from './papercode.ts';

const length = 12;

export function makeTicket(random: Random): string {
  return makePaperCode(random, length);
}

export function readTicket(typed: string): PaperCode {
  return readPaperCode(typed, length);
}
