/** The board over the line is the board itself, byte for byte, in another order. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import * as Y from 'yjs';
import { expect, it } from 'vitest';
import { editCard, makeCard, moveCard } from '../../shared/document.ts';
import { makeId } from '../../shared/ids.ts';
import { sortStrings, unsortStrings } from '../../shared/sorted.ts';
import { stampCard, takeOut } from '../../shared/stamp.ts';
import { seeded } from '../support/seeded.ts';

const texts = [
  '',
  'a',
  'Meer groen',
  'kind',
  '0123456789abcdef',
  '0123456789abcdefg',
  '👩🏽‍🌾 één',
  'Допомога',
  '\uD800',
  'x'.repeat(400),
];
const text = fc.constantFrom(...texts);
const act = fc.record({
  what: fc.constantFrom('make', 'edit', 'move', 'stamp', 'out'),
  which: fc.nat(5),
  title: text,
  text,
});

function docOf(acts: readonly (typeof act extends fc.Arbitrary<infer A> ? A : never)[]): Y.Doc {
  const doc = new Y.Doc();
  for (const { what, which, title, text } of acts) {
    const id = `card${which}`.padEnd(which % 2 ? 16 : 9, '0');
    if (what === 'make') makeCard(doc, { id, kind: 'idea', title, text });
    if (what === 'edit') editCard(doc, id, { title, text });
    if (what === 'move') moveCard(doc, id, which === 0 ? null : '0123456789abcdef');
    if (what === 'stamp')
      stampCard(doc, id, { number: which, at: 1e12 + which, phase: title, run: 1, table: null, via: null });
    if (what === 'out') takeOut(doc, id, 'hidden');
  }
  return doc;
}

it('comes back byte for byte, whatever was written', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const update = Y.encodeStateAsUpdateV2(docOf(acts));
      expect(unsortStrings(sortStrings(update))).toEqual(update);
    }),
  );
});

it('of one that was never sorted is that one', () => {
  const update = Y.encodeStateAsUpdateV2(docOf([]));
  expect(unsortStrings(update)).toBe(update);
});

it('is no board when it was cut short', () => {
  const sorted = sortStrings(Y.encodeStateAsUpdateV2(docOf([{ what: 'make', which: 1, title: 'a', text: 'b' }])));
  expect(() => unsortStrings(sorted.subarray(0, 20))).toThrow();
});

it('packs smaller', () => {
  const chance = seeded(7);
  const random = (count: number) => Uint8Array.from({ length: count }, () => chance() * 256);
  const doc = new Y.Doc();
  const words = 'de bank in het park moet vaker schoon want mijn buurt wil daar zitten'.split(' ');
  const some = (count: number) => Array.from(random(count), (byte) => words[byte % words.length]).join(' ');
  doc.transact(() => {
    for (let number = 0; number < 300; number++) {
      makeCard(doc, { id: makeId(random), kind: 'idea', title: some(4), text: some(20) });
    }
  });
  const update = Y.encodeStateAsUpdateV2(doc);
  expect(gzipSync(sortStrings(update)).length).toBeLessThan(gzipSync(update).length * 0.97);
});
