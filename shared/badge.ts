/** The secret code on a badge: twelve characters nobody confuses, in groups of four. 60 random bits. */
import { codeAlphabet, type Random } from './ids.ts';

const badgePattern = new RegExp(`^[${codeAlphabet}]{12}$`);

export function makeBadge(random: Random): string {
  return Array.from(random(12), (byte) => codeAlphabet[byte & 31]).join('');
}

/** Reads a code the way people type it; null when it can not be one. */
export function parseBadge(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return badgePattern.test(letters) ? letters : null;
}
