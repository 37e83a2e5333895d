import type { Method } from '../../shared/phases/vote.ts';
import { dictionary } from './dictionary.ts';
import { en, euroEn, euroNl, nl } from './numbers.ts';

type Items = 'cards' | 'clusters';
export type Unit = 'dots' | 'points' | 'vouchers' | 'percent';

export const unitNl = (unit: Unit, n: number): string =>
  ({
    dots: n === 1 ? '1 stip' : `${n} stippen`,
    points: n === 1 ? '1 punt' : `${nl(n)} punten`,
    vouchers: n === 1 ? '1 bon' : `${n} bonnen`,
    percent: `${n} %`,
  })[unit];
export const unitEn = (unit: Unit, n: number): string =>
  ({
    dots: n === 1 ? '1 dot' : `${n} dots`,
    points: n === 1 ? '1 point' : `${en(n)} points`,
    vouchers: n === 1 ? '1 voucher' : `${n} vouchers`,
    percent: `${n} %`,
  })[unit];

/** Ballots of every method: what is asked, and what is left. The words of each form are in `forms.ts`. */
export const ballots = dictionary({
  nl: {
    euro: euroNl,
    unit: unitNl,
    task: (method: Method, items: Items): string => taskNl(method, items === 'cards' ? 'idee' : 'thema'),
    bound: (method: Method, items: Items): string => boundNl(method, items === 'cards' ? 'idee' : 'thema'),
    left: (unit: Unit, n: number) => `Nog ${unitNl(unit, n)}`,
    allPlaced: (unit: Unit, n: number) => `Alles verdeeld: ${unitNl(unit, n)}`,
    chosen: (n: number, most: number) => (Number.isFinite(most) ? `${n} van ${most} gekozen` : `${n} gekozen`),
    moneyLeft: (n: number) => `Nog ${euroNl(n)}`,
    done: (n: number, of: number) => `${n} van ${of} ingevuld`,
    tooFew: (n: number) => (n === 1 ? 'Kies er nog 1, of geen.' : `Kies er nog ${n}, of geen.`),
    notHundred: (n: number) => (n > 0 ? `Verdeel nog ${n} %.` : `Haal ${-n} % eraf.`),
    costs: (n: number) => `Kost ${euroNl(n)}`,
    clearChoice: 'Wis mijn keuze',
    forTable: (table: number) => `U stemt samen voor tafel ${table}. De laatste stem van de tafel telt.`,
    noTable: 'In deze ronde stemt elke tafel samen. U zit nog niet aan een tafel.',
    bySecretary: 'Uw tafel stuurt samen één stem. De tafelsecretaris doet dat.',
  },
  en: {
    euro: euroEn,
    unit: unitEn,
    task: (method, items) => taskEn(method, items === 'cards' ? 'idea' : 'theme'),
    bound: (method, items) => boundEn(method, items === 'cards' ? 'idea' : 'theme'),
    left: (unit, n) => `${unitEn(unit, n)} left`,
    allPlaced: (unit, n) => `All given: ${unitEn(unit, n)}`,
    chosen: (n, most) => (Number.isFinite(most) ? `${n} of ${most} chosen` : `${n} chosen`),
    moneyLeft: (n) => `${euroEn(n)} left`,
    done: (n, of) => `${n} of ${of} filled in`,
    tooFew: (n) => (n === 1 ? 'Choose 1 more, or none.' : `Choose ${n} more, or none.`),
    notHundred: (n) => (n > 0 ? `Give ${n} % more.` : `Take ${-n} % away.`),
    costs: (n) => `Costs ${euroEn(n)}`,
    clearChoice: 'Clear my choice',
    forTable: (table) => `You vote together for table ${table}. The last vote of the table counts.`,
    noTable: 'In this round each table votes together. You do not sit at a table yet.',
    bySecretary: 'Your table sends one vote together. The secretary of the table does.',
  },
});

function taskNl(method: Method, thing: string): string {
  switch (method.kind) {
    case 'dots':
      return method.dots === 1 ? 'Zet uw stip' : `Zet uw ${method.dots} stippen`;
    case 'approval':
      return method.max === 1 ? 'Kies er 1' : `Kies er hoogstens ${method.max}`;
    case 'single':
      return 'Kies er 1';
    case 'points':
      return `Verdeel uw ${nl(method.points)} punten`;
    case 'score':
      return `Geef elk ${thing} een cijfer`;
    case 'jury':
      return `Beoordeel elk ${thing}`;
    case 'ranked':
      return method.length === 1 ? 'Kies uw nummer 1' : `Zet uw beste ${method.length} op volgorde`;
    case 'pairwise':
      return 'Kies steeds de beste van 2';
    case 'consent':
      return 'Stemt u in?';
    case 'budget':
      if (method.ballot === 'points') return `Verdeel uw ${nl(method.points ?? 0)} punten`;
      return method.ballot === 'ranking' ? 'Zet uw projecten op volgorde' : 'Kies uw projecten';
    case 'allocate':
      return 'Verdeel het geld';
    case 'vouchers':
      return method.vouchers === 1 ? 'Leg uw bon neer' : `Verdeel uw ${method.vouchers} bonnen`;
    case 'tables':
      return method.choices === 1 ? 'Kies er samen 1' : `Kies er samen ${method.choices}`;
  }
}

function boundNl(method: Method, thing: string): string {
  switch (method.kind) {
    case 'dots':
      return method.maxPerItem < method.dots ? `Hoogstens ${method.maxPerItem} op één ${thing}.` : '';
    case 'approval':
      return method.min ? `Kies er minstens ${method.min}, of geen.` : '';
    case 'points':
      return 'Zet er zoveel op één als u wilt.';
    case 'score':
      return `Van 0 tot ${method.max ?? 5}. Hoe hoger, hoe beter. Geen mening mag ook.`;
    case 'jury':
      return 'Van 1 tot 5. Hoe hoger, hoe beter. Geef bij elk punt een cijfer.';
    case 'ranked':
      return 'De beste bovenaan. Minder mag ook.';
    case 'pairwise':
      return `U krijgt hoogstens ${method.duels} paren. Weet u het niet? Dat mag ook.`;
    case 'consent':
      return 'Zeg ja, nee of geen mening.';
    case 'budget':
      return [
        `Er is ${euroNl(method.budget)}.`,
        ...(method.min ? [`Kies er minstens ${method.min}.`] : []),
        ...(method.max ? [`Kies er hoogstens ${method.max}.`] : []),
        ...(method.maxCost ? [`Samen voor hoogstens ${euroNl(method.maxCost)}.`] : []),
      ].join(' ');
    case 'allocate':
      return `Er is ${euroNl(method.budget)}. Samen moet het 100 % zijn.`;
    case 'vouchers':
      return `Elke bon is ${euroNl(method.value)} waard. Dekken de bonnen de kosten? Dan gaat het door.`;
    case 'single':
    case 'tables':
      return '';
  }
}

function taskEn(method: Method, thing: string): string {
  switch (method.kind) {
    case 'dots':
      return method.dots === 1 ? 'Place your dot' : `Place your ${method.dots} dots`;
    case 'approval':
      return method.max === 1 ? 'Choose 1' : `Choose ${method.max} at most`;
    case 'single':
      return 'Choose 1';
    case 'points':
      return `Give your ${en(method.points)} points`;
    case 'score':
      return `Score each ${thing}`;
    case 'jury':
      return `Judge each ${thing}`;
    case 'ranked':
      return method.length === 1 ? 'Choose your number 1' : `Put your best ${method.length} in order`;
    case 'pairwise':
      return 'Choose the better of 2';
    case 'consent':
      return 'Do you agree?';
    case 'budget':
      if (method.ballot === 'points') return `Give your ${en(method.points ?? 0)} points`;
      return method.ballot === 'ranking' ? 'Put your projects in order' : 'Choose your projects';
    case 'allocate':
      return 'Divide the money';
    case 'vouchers':
      return method.vouchers === 1 ? 'Place your voucher' : `Place your ${method.vouchers} vouchers`;
    case 'tables':
      return method.choices === 1 ? 'Choose 1 together' : `Choose ${method.choices} together`;
  }
}

function boundEn(method: Method, thing: string): string {
  switch (method.kind) {
    case 'dots':
      return method.maxPerItem < method.dots ? `At most ${method.maxPerItem} on one ${thing}.` : '';
    case 'approval':
      return method.min ? `Choose ${method.min} at least, or none.` : '';
    case 'points':
      return 'Put as many on one as you like.';
    case 'score':
      return `From 0 to ${method.max ?? 5}. Higher is better. No opinion is fine too.`;
    case 'jury':
      return 'From 1 to 5. Higher is better. Give a mark for each point.';
    case 'ranked':
      return 'The best on top. Fewer is fine too.';
    case 'pairwise':
      return `You get ${method.duels} pairs at most. You do not know? That is fine too.`;
    case 'consent':
      return 'Say yes, no or no opinion.';
    case 'budget':
      return [
        `There is ${euroEn(method.budget)}.`,
        ...(method.min ? [`Choose ${method.min} at least.`] : []),
        ...(method.max ? [`Choose ${method.max} at most.`] : []),
        ...(method.maxCost ? [`Together for ${euroEn(method.maxCost)} at most.`] : []),
      ].join(' ');
    case 'allocate':
      return `There is ${euroEn(method.budget)}. Together it must be 100 %.`;
    case 'vouchers':
      return `Each voucher is worth ${euroEn(method.value)}. When vouchers cover the costs, it goes on.`;
    case 'single':
    case 'tables':
      return '';
  }
}
