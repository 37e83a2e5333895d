/**
 * Names that people say, type and store. Randomness is an argument: `shared/` holds no hidden source of it.
 */
export type Random = (bytes: number) => Uint8Array;

/** Letters and digits nobody confuses when they are said or read from the back row: no 0 O 1 I. */
export const codeAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const idAlphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const codePattern = new RegExp(`^[${codeAlphabet}]{4}-[${codeAlphabet}]{4}$`);
const idPattern = /^[0-9a-z]{8,32}$/;

/** A session code as people see it: two groups of four, such as `KRAS-7QXM`. 40 random bits. */
export function makeCode(random: Random): string {
  const letters = pick(random, 8, codeAlphabet);
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** Reads a code the way people type it (lower case, spaces, no dash); null when it can not be one. */
export function parseCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const code = `${letters.slice(0, 4)}-${letters.slice(4)}`;
  return codePattern.test(code) ? code : null;
}

/** An id made by whoever makes the thing, client or server: 16 characters, 80 random bits. */
export function makeId(random: Random): string {
  return pick(random, 16, idAlphabet);
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && idPattern.test(value);
}

/** A secret that proves who somebody is: 52 characters, 260 random bits, safe in URLs and subprotocols. */
export function makeToken(random: Random): string {
  return pick(random, 52, idAlphabet);
}

/** Both alphabets have 32 characters, so five bits of a byte choose one without bias. */
function pick(random: Random, count: number, alphabet: string): string {
  return Array.from(random(count), (byte) => alphabet[byte & 31]).join('');
}
