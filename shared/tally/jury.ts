import * as v from 'valibot';
import { compare, fraction, mean, sum, write, zero, type Fraction } from './fraction.ts';
import { isKnown } from './gather.ts';
import type { Step } from './log.ts';
import type { Method } from './method.ts';
import type { Scored } from './rank.ts';
import { whole } from './schema.ts';
import { jurySettings as settings } from './settings.ts';
import { settle } from './settle.ts';

const ballot = v.strictObject({
  /** item → criterion → 1 to 5 */
  marks: v.record(v.string(), v.record(v.string(), whole(1, 5))),
  group: v.optional(v.string()),
});

type Settings = v.InferOutput<typeof settings>;
type Ballot = v.InferOutput<typeof ballot>;

/**
 * Jury (DOMAIN 3D, 4.4): per juror the weighted mean of the criteria, then the mean over jurors; ties by the mean of the
 * criteria, the heaviest first, then by lot. What a juror judged without every criterion does not count for that item.
 */
export const jury: Method<typeof settings, typeof ballot> = {
  settings,
  ballot,
  breach({ marks }, { criteria }, items) {
    if (!isKnown(Object.keys(marks), items)) return 'items';
    const known = new Set(criteria.map(({ id }) => id));
    return Object.values(marks).every((given) => Object.keys(given).every((id) => known.has(id))) ? null : 'criteria';
  },
  isBlank: ({ marks }) => Object.values(marks).every((given) => Object.keys(given).length === 0),
  count(poll) {
    const criteria = heaviestFirst(poll.method);
    const steps: (Step & { id: string })[] = [];
    const scored = poll.items.map((item): Scored => {
      const groups = byGroup(poll.method, poll.ballots, item.id);
      if (groups.length === 0) steps.push({ step: 'unranked', id: item.id, given: 0, needed: '1' });
      const over = (value: (marks: Marks) => Fraction) => {
        return groups.length === 0 ? zero : mean(groups.map(({ judged }) => mean(judged.map(value))));
      };
      for (const { group, judged } of groups) {
        const totals = judged.map((marks) => weigh(marks, criteria)).sort((a, b) => compare(b, a));
        steps.push({ step: 'judged', id: item.id, group, totals: totals.map(write), mean: write(mean(totals)) });
      }
      const means = criteria.map(({ id }) => over((marks) => fraction(marks[id]!)));
      const total = over((marks) => weigh(marks, criteria));
      return { item, values: [total, ...means], mayWin: groups.length > 0, ranked: groups.length > 0 };
    });
    return settle(poll, {
      keys: ['total', ...criteria.map(({ id }) => id)],
      scored,
      blank: poll.ballots.filter(jury.isBlank).length,
      steps,
      supporters: (id) => poll.ballots.filter(({ marks }) => isComplete(marks[id], criteria)).length,
    });
  },
};

type Marks = Record<string, number>;
type Criteria = Settings['criteria'];

/** Criteria of the same weight stay in the order in which they are given. */
function heaviestFirst({ criteria }: Settings): Criteria {
  return [...criteria].sort((a, b) => b.weight - a.weight);
}

/** Complete judgements of one item: one group of all jurors, or the groups apart, by name. */
function byGroup(method: Settings, ballots: readonly Ballot[], item: string): { group: string; judged: Marks[] }[] {
  const groups = new Map<string, Marks[]>();
  for (const { marks, group } of ballots) {
    const given = marks[item];
    if (!isComplete(given, method.criteria)) continue;
    const name = method.groups === 'equal' ? (group ?? '') : '';
    groups.set(name, [...(groups.get(name) ?? []), given]);
  }
  return [...groups].map(([group, judged]) => ({ group, judged })).sort((a, b) => (a.group < b.group ? -1 : 1));
}

function isComplete(marks: Marks | undefined, criteria: Criteria): marks is Marks {
  return marks !== undefined && criteria.every(({ id }) => marks[id] !== undefined);
}

function weigh(marks: Marks, criteria: Criteria): Fraction {
  const weights = criteria.reduce((all, { weight }) => all + weight, 0);
  return sum(criteria.map(({ id, weight }) => fraction(weight * marks[id]!, weights)));
}
