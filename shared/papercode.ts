/**
 * Codes that people type from paper, with a check character at the end: one that was misread, and two that changed places, are
 * seen at once and not taken for a guess. The check is a sum over the field of 32 elements, one for each character of the
 * alphabet; each place has a weight of its own.
 */
import { codeAlphabet, type Random } from './ids.ts';

/** Of the code on a ballot of paper: 35 random bits, as two people must enter the same ballot with it. */
export const ballotCodeLength = 8;

export type PaperCode = { ok: true; code: string } | { ok: false; why: 'shape' | 'check' };

/** `length` characters, the check included; at most 31. All but the last are random: five bits each. */
export function makePaperCode(random: Random, length: number): string {
  const values = Array.from(random(length - 1), (byte) => byte & 31);
  return [...values, sumOf(values)].map((value) => codeAlphabet[value]).join('');
}

/** Reads a code the way people type it. shape: it can not be one. check: a character is wrong. */
export function readPaperCode(typed: string, length: number): PaperCode {
  const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const values = [...code].map((letter) => codeAlphabet.indexOf(letter));
  if (values.length !== length || values.includes(-1)) return { ok: false, why: 'shape' };
  return sumOf(values.slice(0, -1)) === values.at(-1) ? { ok: true, code } : { ok: false, why: 'check' };
}

/** As people see it: `ABCD-EFGH-JKMN`. */
export function showCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}

/** The weight of a place is a power of two in the field, and no two of the first 31 are alike. */
function sumOf(values: readonly number[]): number {
  return values.reduceRight((sum, value) => double(sum ^ value), 0);
}

/** Times two, in the field of 32 elements by x⁵ + x² + 1. */
function double(value: number): number {
  return value & 16 ? (value << 1) ^ 0b100101 : value << 1;
}
