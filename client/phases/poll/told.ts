/** What came out of a question, in the words of its kind: one line for each answer, the mean of a scale, what was unknown. */
import { meanOf, type QuestionResult } from '../../../shared/polling.ts';
import type { Question } from '../../../shared/questions.ts';
import type { Language } from '../../../shared/refusals.ts';

export interface Line {
  label: string;
  count: number;
  /** of those who gave an answer, 0 to 1 */
  share: number;
}

export function linesOf(question: Question, counts: readonly number[], language: Language): Line[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const labels =
    question.kind === 'choice'
      ? question.answers.map(({ title }) => title[language])
      : question.kind === 'scale'
        ? counts.map((_, step) => String(question.least + step))
        : [];
  return labels.map((label, index) => {
    const count = counts[index] ?? 0;
    return { label, count, share: total === 0 ? 0 : count / total };
  });
}

/** "3,4": one decimal; null when nobody gave a mark, or it is no scale. */
export function meanText(question: Question, counts: readonly number[], language: Language): string | null {
  const mean = question.kind === 'scale' ? meanOf(question, counts) : null;
  if (mean === null) return null;
  const form = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', form).format(mean);
}

/** "12 %"; null when nobody said so. */
export function unknownText({ answered, unknown }: QuestionResult, language: Language): string | null {
  if (unknown === 0) return null;
  const share = unknown / (answered + unknown);
  return new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { style: 'percent' }).format(share);
}
