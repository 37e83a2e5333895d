import { expect, it } from 'vitest';
import { inside } from '../../client/text/inside.ts';

it.each([
  ['Ideeën schrijven', 'ideeën schrijven'],
  ['De Burgerraad stemt', 'de Burgerraad stemt'],
  ['Eén voorstel per tafel', 'één voorstel per tafel'],
  ['AVG-toets', 'AVG-toets'],
  ['', ''],
])('%o within a sentence is %o', (title, wanted) => expect(inside(title)).toBe(wanted));
