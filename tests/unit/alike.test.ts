import { expect, it } from 'vitest';
import { alike } from '../../client/phases/vote/alike.ts';

const pairsOf = (...titles: string[]) =>
  alike(titles.map((title) => ({ title }))).map((pair) => pair.map(({ title }) => title));

it.each([
  ['Een moestuin op het plein', 'Moestuin op het plein!'],
  ['Meer bankjes in het park', 'Bankjes in het park'],
  ['CAFÉ voor de buurt', 'Een cafe voor de buurt'],
])('%o and %o look alike', (one, other) => expect(pairsOf(one, 'Soep op zondag', other)).toEqual([[one, other]]));

it.each([
  ['Een moestuin op het plein', 'Schaduw op het plein'],
  ['Soep op zondag', 'Een koor op zondag'],
  ['Ja', 'Nee'],
  ['', ''],
])('%o and %o do not', (one, other) => expect(pairsOf(one, other)).toEqual([]));

it('gives the likest first, and each pair once', () => {
  const found = pairsOf(
    'Meer bankjes in het park',
    'Fietsles voor iedereen',
    'Bankjes in het park',
    'fietsles voor iedereen',
  );
  expect(found).toEqual([
    ['Fietsles voor iedereen', 'fietsles voor iedereen'],
    ['Meer bankjes in het park', 'Bankjes in het park'],
  ]);
});
