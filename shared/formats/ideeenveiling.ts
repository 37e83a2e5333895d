import type { Format } from '../format.ts';

/**
 * Neighbourhood tables, and an auction where ideas find the partners who help. Not the highest bid wins: whoever brought
 * the idea chooses, and gives something in return.
 */
export const ideeenveiling: Format = {
  id: 'ideeenveiling',
  title: { nl: 'Wijktafels en ideeënveiling', en: 'Neighbourhood tables and auction of ideas' },
  summary: {
    nl: 'Bewoners bedenken ideeën aan wijktafels. Op de veiling bieden partners hulp. De bewoner kiest wie meedoet.',
    en: 'Residents think up ideas at neighbourhood tables. At the auction partners bid help. The resident chooses who joins.',
  },
  people: { nl: '25 tot 150 mensen', en: '25 to 150 people' },
  yields: [
    { nl: 'kavels', en: 'lots' },
    { nl: 'biedingen', en: 'bids' },
    { nl: 'koppels met een afspraak', en: 'matches with an agreement' },
  ],
  groups: [
    { id: 'bewoner', title: { nl: 'bewoner', en: 'resident' } },
    { id: 'partner', title: { nl: 'partner', en: 'partner' } },
    { id: 'gemeente', title: { nl: 'gemeente', en: 'municipality' } },
  ],
  duties: ['secretary', 'auctioneer', 'partner', 'observer'],
  cardKinds: [
    {
      id: 'idee',
      title: { nl: 'idee', en: 'idea' },
      titleMax: 80,
      textMax: 280,
      textTitle: { nl: 'Wat is het idee?', en: 'What is the idea?' },
      fields: [
        {
          id: 'zelf',
          title: { nl: 'Wat doe ik zelf?', en: 'What do I do myself?' },
          hint: { nl: 'Uw eigen aandeel, hoe klein ook.', en: 'Your own share, however small.' },
          max: 200,
          required: true,
        },
      ],
    },
  ],
  phases: [
    {
      id: 'wijktafel',
      kind: 'contribute',
      title: { nl: 'Wijktafels', en: 'Neighbourhood tables' },
      prompt: {
        nl: 'Probeer oplossingen te bedenken waarbij u zelf als bewoner een actieve rol kunt nemen.',
        en: 'Try to think of solutions in which you yourself, as a resident, can take an active part.',
      },
      minutes: 40,
      cardKind: 'idee',
      by: 'table',
      maxPerPerson: 10,
      seating: { way: 'neighbourhood', size: 8 },
    },
    {
      id: 'kavels',
      kind: 'arrange',
      title: { nl: 'Kavels maken', en: 'Making lots' },
      prompt: {
        nl: 'Welke ideeën horen bij elkaar? Maak er één kavel van.',
        en: 'Which ideas belong together? Make them one lot.',
      },
      minutes: 15,
      who: 'table',
      cardKind: 'idee',
    },
    {
      id: 'keuze',
      kind: 'vote',
      title: { nl: 'Wat gaat naar de veiling?', en: 'What goes to the auction?' },
      prompt: {
        nl: 'Welke ideeën gaan naar de veiling? U heeft 3 stippen.',
        en: 'Which ideas go to the auction? You have 3 dots.',
      },
      minutes: 10,
      method: { kind: 'dots', dots: 3, maxPerItem: 2 },
      items: 'cards',
      of: { from: 'cards', kind: 'idee' },
      electorate: ['bewoner'],
      top: 9,
      cut: 'along',
    },
    {
      id: 'kavelkaart',
      kind: 'draft',
      title: { nl: 'Kavelkaart', en: 'Lot card' },
      prompt: {
        nl: 'Wat heeft u nodig? En wat stelt u er zelf tegenover?',
        en: 'What do you need? And what do you put in yourself?',
      },
      minutes: 15,
      template: 'kavel',
      by: 'bringer',
      of: { from: 'winners', phase: 'keuze' },
    },
    {
      id: 'veiling',
      kind: 'match',
      title: { nl: 'De veiling', en: 'The auction' },
      prompt: {
        nl: 'Wie kan helpen? Doe een bod. Zeg wat u brengt: tijd, kennis, spullen, ruimte of contacten.',
        en: 'Who can help? Make a bid. Say what you bring: time, knowledge, things, space or contacts.',
      },
      minutes: 50,
      way: 'auction',
      of: { from: 'winners', phase: 'keuze' },
      bids: ['time', 'knowledge', 'things', 'space', 'contacts', 'money'],
      money: false,
      seconds: 240,
    },
    {
      id: 'afspraken',
      kind: 'draft',
      title: { nl: 'Afspraken', en: 'Agreements' },
      prompt: {
        nl: 'Schrijf op: wie doet wat, en wanneer belt u elkaar?',
        en: 'Write down: who does what, and when do you call each other?',
      },
      minutes: 15,
      template: 'matchafspraak',
      by: 'match',
    },
    {
      id: 'slot',
      kind: 'explain',
      title: { nl: 'Slot', en: 'Closing' },
      prompt: { nl: 'Dit zijn de koppels van vandaag.', en: 'These are today’s matches.' },
      minutes: 5,
      show: 'matches',
    },
  ],
};
