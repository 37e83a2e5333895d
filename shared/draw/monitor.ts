/** Monitoring (DOMAIN 4.20): the same questions at a new moment, set beside the moment before. */
import { hiddenGroups } from '../apart.ts';
import { add, fraction, mean, multiply, read, write, type Exact } from '../tally/fraction.ts';

/** Nothing is shown that fewer answers stand behind, per subgroup and question. */
export const leastAnswers = 5;

/** One answer to one question. `unknown`: "weet ik niet". */
export interface Answer {
  question: string;
  subgroup: string;
  /** a whole number on the question's scale */
  value: number | 'unknown';
}

/** `n`: all answers, `unknown` included; share of unknown is `unknown / n`. `mean` is null when too few gave a value. */
export type Measure = { shown: false } | { shown: true; n: number; unknown: number; mean: Exact | null };

export interface Comparison {
  question: string;
  /** null: everybody together */
  subgroup: string | null;
  before: Measure;
  now: Measure;
  /** mean now minus mean before; null when one of them is not shown */
  change: Exact | null;
}

/** Per question, in the order given: everybody together, then each subgroup by id. */
export function compareMoments(
  questions: readonly string[],
  before: readonly Answer[],
  now: readonly Answer[],
): Comparison[] {
  const subgroups = [...new Set([...before, ...now].map(({ subgroup }) => subgroup))].sort();
  return questions.flatMap((question) => {
    const [earlier, later] = [measure(question, subgroups, before), measure(question, subgroups, now)];
    return [null, ...subgroups].map((subgroup, index) => {
      const [was, is] = [earlier[index]!, later[index]!];
      return { question, subgroup, before: was, now: is, change: difference(was, is) };
    });
  });
}

/** Everybody together, then the subgroups in their order. */
function measure(question: string, subgroups: readonly string[], all: readonly Answer[]): Measure[] {
  const asked = all.filter((answer) => answer.question === question);
  const parts = subgroups.map((subgroup) => asked.filter((answer) => answer.subgroup === subgroup));
  const counted = hidden(parts.map((part) => part.length));
  const valued = hidden(parts.map((part) => valuesOf(part).length));
  return [
    summary(asked, asked.length >= leastAnswers, valuesOf(asked).length >= leastAnswers),
    ...parts.map((part, index) => summary(part, !counted.has(index), !valued.has(index))),
  ];
}

function summary(answers: readonly Answer[], shown: boolean, valued: boolean): Measure {
  if (!shown) return { shown: false };
  const values = valuesOf(answers);
  const average = valued ? write(mean(values.map((value) => fraction(value)))) : null;
  return { shown: true, n: answers.length, unknown: answers.length - values.length, mean: average };
}

/** Which parts of a total stay hidden, so that nothing tells what a few people answered. */
function hidden(counts: readonly number[]): Set<number> {
  return hiddenGroups(new Map(counts.entries()), leastAnswers);
}

function difference(before: Measure, now: Measure): Exact | null {
  if (!before.shown || !now.shown || before.mean === null || now.mean === null) return null;
  return write(add(read(now.mean), multiply(fraction(-1), read(before.mean))));
}

function valuesOf(answers: readonly Answer[]): number[] {
  return answers.flatMap(({ value }) => (value === 'unknown' ? [] : value));
}
