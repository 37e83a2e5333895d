import type { Method } from '../../shared/phases/vote.ts';
import { dictionary } from './dictionary.ts';

type Items = 'cards' | 'clusters';

/** What a ballot on paper says, for every method. */
export const paperSheet = dictionary({
  nl: {
    title: 'Stembiljet',
    code: 'Code',
    how: (method: Method, items: Items) => howNl(method, items === 'cards' ? 'idee' : 'thema'),
    both: 'Vul in met een pen. Zet geen naam op dit stembiljet. Lever het in bij de begeleider.',
    notAlso: 'Stem niet ook met een telefoon of laptop.',
    none: 'geen mening',
    unsure: 'weet ik niet',
    or: 'of',
    yes: 'ja',
    no: 'nee',
    percent: '%',
    pair: (n: number) => `Paar ${n}`,
  },
  en: {
    title: 'Ballot',
    code: 'Code',
    how: (method: Method, items: Items) => howEn(method, items === 'cards' ? 'idea' : 'theme'),
    both: 'Use a pen. Do not write your name on this ballot. Hand it to the facilitator.',
    notAlso: 'Do not also vote on a phone or laptop.',
    none: 'no opinion',
    unsure: 'I do not know',
    or: 'or',
    yes: 'yes',
    no: 'no',
    percent: '%',
    pair: (n: number) => `Pair ${n}`,
  },
});

function howNl(method: Method, thing: string): string {
  switch (method.kind) {
    case 'approval':
      return method.max === 1 ? 'Zet een kruisje.' : 'Zet een kruisje bij elke keuze.';
    case 'single':
      return 'Zet één kruisje.';
    case 'dots':
      return `Schrijf in het vakje hoeveel stippen u aan een ${thing} geeft. Samen hoogstens ${method.dots}.`;
    case 'points':
      return `Schrijf in het vakje hoeveel punten u aan een ${thing} geeft. Samen hoogstens ${method.points}.`;
    case 'score':
      return `Zet bij elk ${thing} een rondje om één cijfer.`;
    case 'jury':
      return `Zet bij elk punt een rondje om één cijfer. Mist er een cijfer? Dan telt uw oordeel over dat ${thing} niet mee.`;
    case 'ranked':
      return `Schrijf een 1 bij het beste ${thing}, een 2 bij het volgende, en zo verder. Tot en met ${method.length}.`;
    case 'pairwise':
      return 'Zet bij elk paar één kruisje.';
    case 'consent':
      return `Zet bij elk ${thing} één kruisje.`;
    case 'budget':
      if (method.ballot === 'points')
        return `Schrijf in het vakje hoeveel punten u geeft. Samen hoogstens ${method.points ?? 1}.`;
      return method.ballot === 'ranking'
        ? 'Schrijf een 1 bij het beste project, een 2 bij het volgende, en zo verder.'
        : 'Zet een kruisje bij elk project dat u kiest.';
    case 'allocate':
      return 'Schrijf in het vakje hoeveel procent van het geld u geeft. Samen precies 100.';
    case 'vouchers':
      return `Schrijf in het vakje hoeveel bonnen u geeft. Samen hoogstens ${method.vouchers}.${method.move ? ' Haalt een project het niet? Dan gaan die bonnen naar nummer …… (mag leeg blijven).' : ''}`;
    case 'tables':
      return 'Kies samen met uw tafel. Zet een kruisje bij elke keuze.';
  }
}

function howEn(method: Method, thing: string): string {
  switch (method.kind) {
    case 'approval':
      return method.max === 1 ? 'Put one cross.' : 'Put a cross beside each choice.';
    case 'single':
      return 'Put one cross.';
    case 'dots':
      return `Write in the box how many dots you give to each ${thing}. Together ${method.dots} at most.`;
    case 'points':
      return `Write in the box how many points you give. Together ${method.points} at most.`;
    case 'score':
      return `Draw a circle round one number for each ${thing}.`;
    case 'jury':
      return `Draw a circle round one number for each point. If one is missing, that ${thing} gets no mark from you.`;
    case 'ranked':
      return `Write a 1 beside the best ${thing}, a 2 beside the next, and so on, up to ${method.length}.`;
    case 'pairwise':
      return 'Put one cross for each pair.';
    case 'consent':
      return `Put one cross for each ${thing}.`;
    case 'budget':
      if (method.ballot === 'points')
        return `Write in the box how many points you give. Together ${method.points ?? 1} at most.`;
      return method.ballot === 'ranking'
        ? 'Write a 1 beside the best project, a 2 beside the next, and so on.'
        : 'Put a cross beside each project you choose.';
    case 'allocate':
      return 'Write in the box what percentage of the money you give. Together exactly 100.';
    case 'vouchers':
      return `Write in the box how many vouchers you give. Together ${method.vouchers} at most.${method.move ? ' If a project fails, its vouchers go to number …… (may stay empty).' : ''}`;
    case 'tables':
      return 'Choose together with your table. Put a cross beside each choice.';
  }
}
