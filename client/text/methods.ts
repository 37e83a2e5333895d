import type { Method } from '../../shared/phases/vote.ts';
import type { Threshold } from '../../shared/tally/method.ts';
import { dictionary } from './dictionary.ts';
import { rounded } from './exact.ts';
import { detailEn, detailNl, shortOf, valueEn, valueNl, type Line } from './values.ts';
import { ruleEn, ruleNl } from './counting.ts';
import { en, euroEn, euroNl, manyEn, manyNl, nl } from './numbers.ts';

const centsNl = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const centsEn = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** How a vote of each method was counted, and what its numbers mean. */
export const methods = dictionary({
  nl: {
    name: {
      approval: 'Kruisjes',
      single: 'Eén keuze',
      dots: 'Stippen',
      points: 'Punten verdelen',
      score: 'Cijfers',
      jury: 'Jury',
      ranked: 'Volgorde',
      pairwise: 'Paren',
      consent: 'Instemmen',
      budget: 'Buurtbudget',
      allocate: 'Geld verdelen over thema’s',
      vouchers: 'Bonnen',
      tables: 'Tafelkeuze',
    },
    rule: ruleNl,
    needs: (threshold: Threshold) =>
      `Nodig was meer dan ${nl(rounded(threshold.moreThan, 1, 100))} % van ${threshold.basis === 'cast' ? 'de stemmen' : 'iedereen die mocht stemmen'}.` +
      (threshold.quorum ? ` En minstens ${nl(rounded(threshold.quorum, 1, 100))} % moest stemmen.` : ''),
    value: (method: Method, line: Line): string => valueNl(method, line),
    short: (method: Method, line: Line): string => shortOf(method, line, nl, euroNl),
    won: (method: Method): string => wonNl(method),
    scale: (method: Method, unit: number) =>
      `Eén stip op het scherm is hier ${valueNl(method, { value: unit, voters: 0 })}.`,
    column: (method: Method): string =>
      ({
        approval: 'Keuzes',
        single: 'Stemmen',
        dots: 'Stippen',
        points: 'Punten',
        score: 'Gemiddeld',
        jury: 'Gemiddeld',
        ranked: method.kind === 'ranked' && method.count === 'runoff' ? 'Stemmen' : 'Punten',
        pairwise: 'Kans',
        consent: 'Ja',
        budget: method.kind === 'budget' && (method.ballot ?? 'approve') !== 'approve' ? 'Punten' : 'Stemmen',
        allocate: 'Bedrag',
        vouchers: 'Gedekt',
        tables: 'Tafels',
      })[method.kind],
    detail: (method: Method, line: Line): string[] => detailNl(method, line),
    paid: ({ price, supporters }: Line) =>
      price === undefined
        ? ''
        : `betaald door ${manyNl(supporters ?? 0, 'mens', 'mensen')}, ieder hoogstens €\u00a0${centsNl.format(rounded(price, 2))}`,
    each: (method: Method, line: Line) =>
      eachOf(method, line, (n) => `€\u00a0${centsNl.format(n)}`, ['ieder hoogstens', 'per stem']),
    spent: (spent: number, budget: number) => `${euroNl(spent)} van ${euroNl(budget)} is gebruikt.`,
    remains: (left: number) => (left === 0 ? 'Er blijft niets over.' : `Er blijft ${euroNl(left)} over.`),
    again: (titles: string) => `Gelijk op de laatste plek: ${titles}. Daarover komt een tweede ronde.`,
    tables: (n: number) => manyNl(n, 'tafel', 'tafels'),
    failed: 'Niet aangenomen',
    notEnough: 'Te weinig steun',
    turnout: (n: number, of: number, tables: boolean) =>
      tables ? `${nl(n)} van ${nl(of)} tafels stemden.` : `${nl(n)} van ${nl(of)} stemden.`,
    how: 'Stap voor stap',
    howOpen: 'Laat elke stap van de telling zien',
    howLoading: 'De stappen worden opgehaald',
    howFailed: 'De stappen zijn nu niet te krijgen. Probeer het straks opnieuw.',
    more: (n: number) => `Toon nog ${n} stappen`,
  },
  en: {
    name: {
      approval: 'Crosses',
      single: 'One choice',
      dots: 'Dots',
      points: 'Points to give',
      score: 'Scores',
      jury: 'Jury',
      ranked: 'Order',
      pairwise: 'Pairs',
      consent: 'Consent',
      budget: 'Neighbourhood budget',
      allocate: 'Money over themes',
      vouchers: 'Vouchers',
      tables: 'Choice by table',
    },
    rule: ruleEn,
    needs: (threshold) =>
      `Needed was more than ${en(rounded(threshold.moreThan, 1, 100))} % of ${threshold.basis === 'cast' ? 'the votes' : 'all who could vote'}.` +
      (threshold.quorum ? ` And at least ${en(rounded(threshold.quorum, 1, 100))} % had to vote.` : ''),
    value: (method, line) => valueEn(method, line),
    short: (method, line) => shortOf(method, line, en, euroEn),
    won: (method) => wonEn(method),
    scale: (method, unit) => `One dot on the screen is ${valueEn(method, { value: unit, voters: 0 })} here.`,
    column: (method) =>
      ({
        approval: 'Choices',
        single: 'Votes',
        dots: 'Dots',
        points: 'Points',
        score: 'Mean',
        jury: 'Mean',
        ranked: method.kind === 'ranked' && method.count === 'runoff' ? 'Votes' : 'Points',
        pairwise: 'Chance',
        consent: 'Yes',
        budget: method.kind === 'budget' && (method.ballot ?? 'approve') !== 'approve' ? 'Points' : 'Votes',
        allocate: 'Amount',
        vouchers: 'Covered',
        tables: 'Tables',
      })[method.kind],
    detail: (method, line) => detailEn(method, line),
    paid: ({ price, supporters }) =>
      price === undefined
        ? ''
        : `paid by ${manyEn(supporters ?? 0, 'person', 'people')}, each €${centsEn.format(rounded(price, 2))} at most`,
    each: (method, line) => eachOf(method, line, (n) => `€${centsEn.format(n)}`, ['each at most', 'a vote']),
    spent: (spent, budget) => `${euroEn(spent)} of ${euroEn(budget)} is used.`,
    remains: (left) => (left === 0 ? 'Nothing is left.' : `${euroEn(left)} is left.`),
    again: (titles) => `Equal on the last place: ${titles}. A second round decides.`,
    tables: (n) => manyEn(n, 'table', 'tables'),
    failed: 'Not adopted',
    notEnough: 'Too little support',
    turnout: (n, of, tables) => (tables ? `${en(n)} of ${en(of)} tables voted.` : `${en(n)} of ${en(of)} voted.`),
    how: 'Step by step',
    howOpen: 'Show every step of the count',
    howLoading: 'Getting the steps',
    howFailed: 'The steps can not be had now. Try again later.',
    more: (n) => `Show ${n} more steps`,
  },
});

/** Of a budget: what a supporter paid at most, or where nobody pays a share, what a vote bought. */
function eachOf(
  method: Method,
  { price, cost = 0, value }: Line,
  cents: (n: number) => string,
  [paid, bought]: readonly [string, string],
): string {
  if (price !== undefined) return `${paid} ${cents(rounded(price, 2))}`;
  const votes =
    method.kind === 'budget' && method.rule !== 'equal-shares' && (method.ballot ?? 'approve') === 'approve';
  return votes && cost > 0 && value > 0 ? `${cents(rounded(`${cost}/${value}`, 2))} ${bought}` : '';
}

function wonNl({ kind }: Method): string {
  if (kind === 'consent') return 'Aangenomen';
  return kind === 'budget' || kind === 'vouchers' || kind === 'allocate' ? 'Gaat door' : 'Gekozen';
}

function wonEn({ kind }: Method): string {
  if (kind === 'consent') return 'Adopted';
  return kind === 'budget' || kind === 'vouchers' || kind === 'allocate' ? 'Goes on' : 'Chosen';
}
