/** The fixed answers of a vote that is not about what is on the board, as a text field holds them. */
import { limits } from '../../../shared/limits.ts';
import type { Words } from '../../../shared/words.ts';

export interface Answers {
  fixed: 'no' | 'yes';
  /** one a line */
  answers: string;
}

/** What people vote on when they just say yes or no; words of ours in both languages. */
export const common: readonly Words[] = [
  { nl: 'Ja', en: 'Yes' },
  { nl: 'Nee', en: 'No' },
  { nl: 'Blanco', en: 'Blank' },
];

export function answersIn({ answers }: Answers): Words[] {
  const lines = answers.split('\n').map((line) => line.trim());
  const known = (line: string) => common.find(({ nl, en }) => line === nl || line === en);
  return lines.filter(Boolean).map((line) => known(line) ?? { nl: line, en: line });
}

export function areAnswers(setup: Answers): boolean {
  const said = answersIn(setup).map(({ nl }) => nl);
  const fits = said.every((line) => line.length <= limits.titleLength);
  return said.length >= 2 && said.length <= 20 && fits && new Set(said).size === said.length;
}
