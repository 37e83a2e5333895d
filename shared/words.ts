/** The small things every part of a format is made of. */
import * as v from 'valibot';
import type { Language } from './refusals.ts';

/** Words in both languages of the interface. */
export const words = v.object({ nl: v.pipe(v.string(), v.nonEmpty()), en: v.pipe(v.string(), v.nonEmpty()) });

export type Words = v.InferOutput<typeof words>;

export const slug = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower case letters, digits and dashes'));

export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Something with a name of its own within its list: a column, a status, a criterion, an answer. */
export const named = v.object({ id: slug, title: words });

export type Named = v.InferOutput<typeof named>;

export function say(text: Words, language: Language): string {
  return text[language];
}
