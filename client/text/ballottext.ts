import type { Method } from '../../shared/phases/vote.ts';
import type { Language } from '../../shared/refusals.ts';
import type { Ballot } from '../../shared/vote.ts';
import { dictionary } from './dictionary.ts';

interface Naming {
  title: (id: string) => string;
  method: Method;
}

/** A ballot in words, as one line. */
export const ballotText = dictionary<(ballot: Ballot, naming: Naming) => string>({
  nl: (ballot, naming) => told(ballot, naming, nl),
  en: (ballot, naming) => told(ballot, naming, en),
});

interface Words {
  language: Language;
  blank: string;
  above: (one: string, other: string) => string;
  unsure: (one: string, other: string) => string;
  next: (title: string) => string;
  answers: Record<'yes' | 'no' | 'none', string>;
}

const nl: Words = {
  language: 'nl',
  blank: 'leeg',
  above: (one, other) => `${one} boven ${other}`,
  unsure: (one, other) => `${one} of ${other}: weet ik niet`,
  next: (title) => `tweede keus: ${title}`,
  answers: { yes: 'ja', no: 'nee', none: 'geen mening' },
};
const en: Words = {
  language: 'en',
  blank: 'blank',
  above: (one, other) => `${one} above ${other}`,
  unsure: (one, other) => `${one} or ${other}: do not know`,
  next: (title) => `second choice: ${title}`,
  answers: { yes: 'yes', no: 'no', none: 'no opinion' },
};

function told(ballot: Ballot, naming: Naming, words: Words): string {
  return partsOf(ballot, naming, words).join(' · ') || words.blank;
}

function partsOf(
  ballot: Ballot,
  { title, method }: Naming,
  { language, above, unsure, answers, next }: Words,
): string[] {
  const each = <T>(given: Record<string, T>, say: (one: T) => string) =>
    Object.entries(given).map(([id, one]) => `${title(id)}: ${say(one)}`);
  if ('approve' in ballot) return ballot.approve.map(title);
  if ('choose' in ballot) return ballot.choose === null ? [] : [title(ballot.choose)];
  if ('ranking' in ballot) return ballot.ranking.map((id, place) => `${place + 1} ${title(id)}`);
  if ('dots' in ballot) return each(ballot.dots, String);
  if ('points' in ballot) return each(ballot.points, String);
  if ('vouchers' in ballot) {
    return [...each(ballot.vouchers, String), ...(ballot.next === undefined ? [] : [next(title(ballot.next))])];
  }
  if ('percent' in ballot) return each(ballot.percent, (share) => `${share} %`);
  if ('scores' in ballot) return each(ballot.scores, String);
  if ('answers' in ballot) return each(ballot.answers, (answer) => answers[answer]);
  if ('marks' in ballot) {
    const criteria = method.kind === 'jury' ? method.criteria : [];
    const name = (id: string) => criteria.find((one) => one.id === id)?.title[language] ?? id;
    const marks = (given: Record<string, number>) =>
      Object.entries(given)
        .map(([id, mark]) => `${name(id)} ${mark}`)
        .join(', ');
    return each(ballot.marks, marks);
  }
  return ballot.duels.map(({ left, right, choice }) => {
    if (choice === 'unsure') return unsure(title(left), title(right));
    return choice === 'left' ? above(title(left), title(right)) : above(title(right), title(left));
  });
}
