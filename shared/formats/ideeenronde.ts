import type { Format } from '../format.ts';

/** Our own werkvorm, the simplest whole evening: write, arrange, vote, see the result. */
export const ideeenronde: Format = {
  id: 'ideeenronde',
  title: { nl: 'Ideeënronde', en: 'Round of ideas' },
  summary: {
    nl: 'Iedereen schrijft ideeën. Samen maakt u er thema’s van. Daarna stemt u met stippen.',
    en: 'Everybody writes ideas. Together you make themes. Then you vote with dots.',
  },
  groups: [
    { id: 'inwoner', title: { nl: 'inwoner', en: 'resident' } },
    { id: 'ondernemer', title: { nl: 'ondernemer', en: 'entrepreneur' } },
    { id: 'organisatie', title: { nl: 'organisatie', en: 'organisation' } },
    { id: 'raadslid', title: { nl: 'raadslid', en: 'councillor' } },
    { id: 'ambtenaar', title: { nl: 'ambtenaar', en: 'civil servant' } },
    { id: 'anders', title: { nl: 'anders', en: 'other' } },
  ],
  cardKinds: [{ id: 'idea', title: { nl: 'idee', en: 'idea' }, titleMax: 80, textMax: 280 }],
  phases: [
    {
      id: 'pitch',
      kind: 'contribute',
      title: { nl: 'Ideeën schrijven', en: 'Write ideas' },
      prompt: { nl: 'Schrijf per kaart één idee.', en: 'Write one idea per card.' },
      minutes: 15,
      cardKind: 'idea',
      maxPerPerson: 20,
    },
    {
      id: 'cluster',
      kind: 'arrange',
      title: { nl: 'Ideeën ordenen', en: 'Arrange ideas' },
      prompt: { nl: 'Wat hoort bij elkaar?', en: 'What belongs together?' },
      minutes: 20,
      who: 'everybody',
    },
    {
      id: 'vote',
      kind: 'vote',
      title: { nl: 'Stemmen', en: 'Vote' },
      prompt: { nl: 'Wat vindt u het belangrijkst?', en: 'What matters most to you?' },
      minutes: 10,
      method: { kind: 'dots', dots: 3, maxPerItem: 2 },
      items: 'cards',
      top: 5,
      cut: 'along',
    },
    {
      id: 'result',
      kind: 'explain',
      title: { nl: 'Uitslag', en: 'Result' },
      prompt: { nl: 'Dit is de uitslag.', en: 'This is the result.' },
      minutes: 10,
      show: 'results',
    },
  ],
};
