/** Every refusal there is: those that all pages know, and those that only some pages show. For the server. */
import { refusals, type Language, type RefusalCode, type RefusalKind } from '../refusals.ts';
import { lead } from './lead.ts';
import { matching } from './matching.ts';
import { paper } from './paper.ts';
import { tickets } from './tickets.ts';

export const everyRefusal: Readonly<Record<RefusalCode, RefusalKind>> = {
  ...refusals,
  ...lead,
  ...matching,
  ...paper,
  ...tickets,
};

/** The sentence people read. */
export function everySentence(code: RefusalCode, language: Language): string {
  return everyRefusal[code][language];
}
