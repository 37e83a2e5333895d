import { describe, expect, it } from 'vitest';
import { makePaperCode, readPaperCode, showCode } from '../../shared/papercode.ts';
import { codeAlphabet } from '../../shared/ids.ts';
import { seeded } from '../support/seeded.ts';

describe('a code with a check character', () => {
  const chance = seeded(7);
  const random = (bytes: number) => Uint8Array.from({ length: bytes }, () => Math.floor(chance() * 256));
  const codes = Array.from({ length: 40 }, () => makePaperCode(random, 12));

  it('is read the way people type it', () => {
    for (const code of codes) {
      expect(readPaperCode(showCode(code), 12)).toEqual({ ok: true, code });
      expect(readPaperCode(` ${code.toLowerCase()} `, 12)).toEqual({ ok: true, code });
    }
  });

  it('shows every character that was misread', () => {
    for (const code of codes) {
      for (let at = 0; at < code.length; at++) {
        for (const other of codeAlphabet) {
          if (other === code[at]) continue;
          const wrong = code.slice(0, at) + other + code.slice(at + 1);
          expect(readPaperCode(wrong, 12)).toEqual({ ok: false, why: 'check' });
        }
      }
    }
  });

  it('shows every two characters that changed places', () => {
    for (const code of codes) {
      for (let a = 0; a < code.length; a++) {
        for (let b = a + 1; b < code.length; b++) {
          if (code[a] === code[b]) continue;
          const swapped = [...code];
          [swapped[a], swapped[b]] = [code[b]!, code[a]!];
          expect(readPaperCode(swapped.join(''), 12).ok).toBe(false);
        }
      }
    }
  });

  it('says that something else is no code at all', () => {
    for (const typed of ['', 'ABCD', `${codes[0]}A`, codes[0]!.replace(/.$/, 'O'), '🙂🙂🙂🙂🙂🙂']) {
      expect(readPaperCode(typed, 12)).toEqual({ ok: false, why: 'shape' });
    }
  });
});
