import { dictionary } from './dictionary.ts';

const listNl = new Intl.ListFormat('nl');
const listEn = new Intl.ListFormat('en');

/** Whose ballots decide, set by the facilitator. */
export const electorateText = dictionary({
  nl: {
    who: 'Wiens stem beslist?',
    all: 'Die van iedereen',
    allHint: 'Alle stemmen tellen samen voor één uitslag.',
    some: 'Die van bepaalde groepen',
    someHint: 'Bijvoorbeeld alleen inwoners beslissen, en de raad stemt ernaast of kijkt mee.',
    which: 'Deze groepen beslissen',
    chooseOne: 'Kies minstens één groep.',
    others: 'En de andere groepen?',
    none: 'Zij stemmen niet',
    apart: 'Zij stemmen ook, en tellen apart',
    apartHint: (least: number) =>
      `Hun uitslag staat naast die van wie beslist, en verandert daar niets aan. Bij minder dan ${least} stemmen laten we die weg: anders is te zien wie wat stemde.`,
    noGroup: 'wie geen groep koos',
    summary: (decide: readonly string[], rest: readonly string[], apart: boolean) =>
      `Beslissen: ${listNl.format(decide)}. ${apart ? 'Tellen apart' : 'Stemmen niet'}: ${listNl.format(rest)}.`,
  },
  en: {
    who: 'Whose vote decides?',
    all: 'Everybody’s',
    allHint: 'All votes count together for one result.',
    some: 'That of certain groups',
    someHint: 'For example only residents decide, and the council votes beside them or looks on.',
    which: 'These groups decide',
    chooseOne: 'Choose at least one group.',
    others: 'And the other groups?',
    none: 'They do not vote',
    apart: 'They vote too, and are counted apart',
    apartHint: (least: number) =>
      `Their result stands beside that of who decides, and changes nothing in it. With fewer than ${least} votes it is left out: else one could see who voted what.`,
    noGroup: 'whoever chose no group',
    summary: (decide: readonly string[], rest: readonly string[], apart: boolean) =>
      `Decide: ${listEn.format(decide)}. ${apart ? 'Are counted apart' : 'Do not vote'}: ${listEn.format(rest)}.`,
  },
});
