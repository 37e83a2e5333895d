/** Checks that need no judgement (DOMAIN 4.18, `toetsen` automatisch). */
import type { Words } from '../words.ts';

export type Check =
  | { kind: 'team'; least: number }
  | { kind: 'field'; field: string; title: Words }
  /** whole euros */
  | { kind: 'cost'; budget: number }
  | { kind: 'favour' }
  /** server time in ms; in time is at this moment or before */
  | { kind: 'deadline'; at: number };

/** What is looked at: a plan, an idea, a proposal. */
export interface Plan {
  /** how many people are in its team */
  team: number;
  fields: Readonly<Record<string, string>>;
  /** whole euros; null: not filled in */
  cost: number | null;
  /** the favour in return */
  favour: string;
  /** server time in ms; null: not handed in */
  handedIn: number | null;
}

/** `sentence` explains it to the makers, passed or not. */
export interface Verdict {
  check: Check;
  passed: boolean;
  sentence: Words;
}

/** One verdict per check, in their order. A plan passes when all do. */
export function runChecks(checks: readonly Check[], plan: Plan): Verdict[] {
  return checks.map((check) => ({ check, ...judge(check, plan) }));
}

function judge(check: Check, plan: Plan): Omit<Verdict, 'check'> {
  switch (check.kind) {
    case 'team':
      return verdict(plan.team >= check.least, {
        nl: `Het team heeft ${people(plan.team, 'mens', 'mensen')}. Minstens ${check.least} is nodig.`,
        en: `The team has ${people(plan.team, 'person', 'people')}. At least ${check.least} is needed.`,
      });
    case 'field':
      return isFilled(plan.fields[check.field])
        ? verdict(true, { nl: `‘${check.title.nl}’ is ingevuld.`, en: `‘${check.title.en}’ is filled in.` })
        : verdict(false, { nl: `‘${check.title.nl}’ is nog leeg.`, en: `‘${check.title.en}’ is still empty.` });
    case 'cost':
      return judgeCost(check.budget, plan.cost);
    case 'favour':
      return isFilled(plan.favour)
        ? verdict(true, { nl: 'De tegenprestatie is ingevuld.', en: 'The favour in return is filled in.' })
        : verdict(false, { nl: 'De tegenprestatie is nog leeg.', en: 'The favour in return is still empty.' });
    case 'deadline':
      if (plan.handedIn === null)
        return verdict(false, { nl: 'Dit is nog niet ingeleverd.', en: 'Not handed in yet.' });
      return plan.handedIn <= check.at
        ? verdict(true, { nl: 'Dit is op tijd ingeleverd.', en: 'Handed in on time.' })
        : verdict(false, { nl: 'Dit is te laat ingeleverd.', en: 'Handed in too late.' });
  }
}

function judgeCost(budget: number, cost: number | null): Omit<Verdict, 'check'> {
  if (cost === null)
    return verdict(false, { nl: 'De kosten zijn nog niet ingevuld.', en: 'The cost is not filled in yet.' });
  const [dutch, english] = [new Intl.NumberFormat('nl-NL'), new Intl.NumberFormat('en-GB')];
  const passed = cost <= budget;
  return verdict(passed, {
    nl: `De kosten zijn ${dutch.format(cost)} euro. Er is ${passed ? '' : 'maar '}${dutch.format(budget)} euro.`,
    en: `The cost is ${english.format(cost)} euros. There are ${passed ? '' : 'only '}${english.format(budget)} euros.`,
  });
}

function verdict(passed: boolean, sentence: Words): Omit<Verdict, 'check'> {
  return { passed, sentence };
}

function isFilled(text: string | undefined): boolean {
  return (text ?? '').trim() !== '';
}

function people(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
