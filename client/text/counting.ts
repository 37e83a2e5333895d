/** How each method counts, in a few sentences. */
import type { Method } from '../../shared/phases/vote.ts';
import { euroEn, euroNl, manyEn, manyNl } from './numbers.ts';

type Jury = Extract<Method, { kind: 'jury' }>;

export function ruleNl(method: Method): string {
  switch (method.kind) {
    case 'dots':
      return `Iedereen had ${manyNl(method.dots, 'stip', 'stippen')}, hoogstens ${method.maxPerItem} op één. Wie de meeste stippen heeft, staat bovenaan.`;
    case 'approval':
      return `Iedereen koos er hoogstens ${method.max}. Wie het vaakst gekozen is, staat bovenaan.`;
    case 'single':
      return 'Iedereen koos er één. Wie het vaakst gekozen is, staat bovenaan.';
    case 'points':
      return `Iedereen verdeelde ${manyNl(method.points, 'punt', 'punten')}. Bij evenveel punten gaat voor wie van meer mensen punten kreeg.`;
    case 'score':
      return `Iedereen gaf cijfers van 0 tot ${method.max ?? 5}. Het gemiddelde telt. Een plek krijgt alleen wat minstens de helft een cijfer gaf.`;
    case 'jury':
      return `De jury gaf cijfers van 1 tot 5. ${weights(method, 'nl')}. Eerst telden we per jurylid, toen ${method.groups === 'equal' ? 'het gemiddelde per groep, en dan van de groepen' : 'het gemiddelde van allen'}.`;
    case 'ranked':
      return method.count === 'runoff'
        ? 'In elke ronde telt van iedereen de hoogste keuze die nog meedoet. Wie dan de minste stemmen heeft, valt af. Wie meer dan de helft heeft, wint.'
        : `Plek 1 gaf ${manyNl(method.length, 'punt', 'punten')}, elke plek lager 1 punt minder. Bij gelijk gaat voor wie vaker op plek 1 stond.`;
    case 'pairwise':
      return 'Mensen kozen steeds de beste van 2. Het getal is de kans in procenten om te winnen: 100 × (gewonnen + 1) / (gewonnen + verloren + 2).';
    case 'consent':
      return 'Elke zin is apart geteld. Geen mening telt niet mee.';
    case 'budget':
      return budgetNl(method);
    case 'allocate':
      return `Van elk thema telt het gemiddelde percentage, keer ${euroNl(method.budget)}. Losse euro’s gaan naar de grootste resten.`;
    case 'vouchers':
      return `Elke bon was ${euroNl(method.value)} waard. Wat de bonnen dekken gaat door, het best gedekte eerst, zolang er geld is.${method.move ? ' Wat op een project lag dat het niet haalde, ging één keer naar de tweede keus van wie het gaf.' : ''}`;
    case 'tables':
      return `Elke tafel koos er samen hoogstens ${method.choices}. Wat de meeste tafels kozen, staat bovenaan.`;
  }
}

export function ruleEn(method: Method): string {
  switch (method.kind) {
    case 'dots':
      return `Everybody had ${manyEn(method.dots, 'dot', 'dots')}, at most ${method.maxPerItem} on one. Most dots come first.`;
    case 'approval':
      return `Everybody chose ${method.max} at most. What was chosen most is on top.`;
    case 'single':
      return 'Everybody chose one. What was chosen most is on top.';
    case 'points':
      return `Everybody gave ${manyEn(method.points, 'point', 'points')}. With as many points, points from more people go first.`;
    case 'score':
      return `Everybody gave scores from 0 to ${method.max ?? 5}. The mean counts. Ranked is only what at least half of them scored.`;
    case 'jury':
      return `The jury gave marks from 1 to 5. ${weights(method, 'en')}. First we counted per juror, then ${method.groups === 'equal' ? 'the mean per group, and then of the groups' : 'the mean of all'}.`;
    case 'ranked':
      return method.count === 'runoff'
        ? 'In each round the highest choice that is left counts. Whoever has fewest votes then drops. More than half wins.'
        : `Place 1 gave ${manyEn(method.length, 'point', 'points')}, each place lower 1 point less. When equal, more first places go first.`;
    case 'pairwise':
      return 'People chose the better of 2. The number is the chance in percents to win: 100 × (won + 1) / (won + lost + 2).';
    case 'consent':
      return 'Each sentence was counted apart. No opinion does not count.';
    case 'budget':
      return budgetEn(method);
    case 'allocate':
      return `Of each theme the mean percentage counts, times ${euroEn(method.budget)}. Loose euros go to the largest rests.`;
    case 'vouchers':
      return `Each voucher was worth ${euroEn(method.value)}. What vouchers cover goes on, the best covered first, as long as there is money.${method.move ? ' What lay on a project that failed went once to the second choice of whoever gave it.' : ''}`;
    case 'tables':
      return `Each table chose ${method.choices} at most together. What most tables chose is on top.`;
  }
}

function weights({ criteria }: Jury, language: 'nl' | 'en'): string {
  return criteria.map(({ title, weight }) => `${title[language]} ${weight}`).join(', ');
}

function budgetNl({ rule, completion = 'add1u', budget, least = 0 }: Extract<Method, { kind: 'budget' }>): string {
  const rest = {
    none: '',
    add1: ' Was er geld over? Dan kreeg iedereen steeds 1 euro meer, tot er niets meer bij kon.',
    add1u:
      ' Was er geld over? Dan kreeg iedereen steeds 1 euro meer. Wat daarna nog paste, kwam erbij op volgorde van stemmen.',
    u: ' Wat daarna nog paste, kwam erbij op volgorde van stemmen.',
  }[completion];
  switch (rule) {
    case 'equal-shares':
      return `Iedereen kreeg een gelijk deel van ${euroNl(budget)}. Wie een project wil, betaalt mee. Een project gaat door als de mensen die het willen het samen kunnen betalen.${rest}`;
    case 'greedy':
      return `Er was ${euroNl(budget)}. Het project met de meeste stemmen eerst. Wat niet meer past, sloegen we over.`;
    case 'strict':
      return `Er was ${euroNl(budget)}. Het project met de meeste stemmen eerst. Bij het eerste dat niet past, stopten we.`;
    case 'threshold':
      return `Er was ${euroNl(budget)}. Een project had minstens ${manyNl(least, 'stem', 'stemmen')} nodig. Daarna de meeste stemmen eerst, zolang het past.`;
  }
}

function budgetEn({ rule, completion = 'add1u', budget, least = 0 }: Extract<Method, { kind: 'budget' }>): string {
  const rest = {
    none: '',
    add1: ' Was money left? Then everybody got 1 euro more each time, until nothing more fitted.',
    add1u:
      ' Was money left? Then everybody got 1 euro more each time. What fitted after that was added in order of votes.',
    u: ' What fitted after that was added in order of votes.',
  }[completion];
  switch (rule) {
    case 'equal-shares':
      return `Everybody got an equal share of ${euroEn(budget)}. Who wants a project pays for it too. A project goes on when those who want it can pay for it together.${rest}`;
    case 'greedy':
      return `There was ${euroEn(budget)}. Most votes first. What does not fit any more was skipped.`;
    case 'strict':
      return `There was ${euroEn(budget)}. Most votes first. At the first that does not fit we stopped.`;
    case 'threshold':
      return `There was ${euroEn(budget)}. A project needed at least ${manyEn(least, 'vote', 'votes')}. Then most votes first, as long as it fits.`;
  }
}
