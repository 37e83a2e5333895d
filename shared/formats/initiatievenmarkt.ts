import type { Format } from '../format.ts';

/** A market where residents show what they started, and visitors say what they can bring. */
export const initiatievenmarkt: Format = {
  id: 'initiatievenmarkt',
  title: { nl: 'Initiatievenmarkt', en: 'Market of initiatives' },
  summary: {
    nl: 'Inwoners laten hun initiatief zien. Bezoekers lopen rond en zeggen wat zij kunnen brengen.',
    en: 'Residents show their initiative. Visitors walk around and say what they can bring.',
  },
  people: { nl: '20 tot 200 mensen', en: '20 to 200 people' },
  yields: [
    { nl: 'initiatieven', en: 'initiatives' },
    { nl: 'koppels', en: 'matches' },
    { nl: 'waardering', en: 'appreciation' },
  ],
  groups: [
    { id: 'initiatief', title: { nl: 'initiatiefnemer', en: 'initiator' } },
    { id: 'bezoeker', title: { nl: 'bezoeker', en: 'visitor' } },
    { id: 'raadslid', title: { nl: 'raadslid', en: 'councillor' } },
  ],
  duties: ['partner', 'observer'],
  cardKinds: [
    {
      id: 'initiatief',
      title: { nl: 'initiatief', en: 'initiative' },
      titleMax: 80,
      textMax: 280,
      textTitle: { nl: 'Wat is uw initiatief?', en: 'What is your initiative?' },
      fields: [
        { id: 'wie', title: { nl: 'Wie doen er mee?', en: 'Who takes part?' }, max: 200 },
        { id: 'zoek', title: { nl: 'Wat zoekt u nog?', en: 'What do you still look for?' }, max: 200 },
      ],
    },
  ],
  phases: [
    {
      id: 'stands',
      kind: 'contribute',
      when: 'before',
      title: { nl: 'Stands', en: 'Stalls' },
      prompt: {
        nl: 'Wat is uw initiatief? Wat zoekt u nog?',
        en: 'What is your initiative? What do you still look for?',
      },
      minutes: 0,
      cardKind: 'initiatief',
      maxPerPerson: 3,
    },
    {
      id: 'pitch',
      kind: 'present',
      title: { nl: 'Pitches', en: 'Pitches' },
      prompt: {
        nl: 'Elk initiatief vertelt in 1 minuut wat het doet.',
        en: 'Each initiative tells in 1 minute what it does.',
      },
      minutes: 30,
      of: { from: 'cards', kind: 'initiatief' },
      order: 'lot',
      seconds: 60,
    },
    {
      id: 'markt',
      kind: 'match',
      title: { nl: 'De markt', en: 'The market' },
      prompt: { nl: 'Loop rond. Wie kunt u helpen?', en: 'Walk around. Whom can you help?' },
      minutes: 60,
      way: 'market',
      of: { from: 'cards', kind: 'initiatief' },
      bids: ['time', 'knowledge', 'things', 'space', 'contacts'],
      money: false,
    },
    {
      id: 'waardering',
      kind: 'vote',
      title: { nl: 'Duimen', en: 'Thumbs' },
      prompt: {
        nl: 'Welke initiatieven wilt u een duim geven? U heeft 3 duimen.',
        en: 'Which initiatives do you want to give a thumb? You have 3 thumbs.',
      },
      minutes: 10,
      method: { kind: 'dots', dots: 3, maxPerItem: 1 },
      items: 'cards',
      of: { from: 'cards', kind: 'initiatief' },
      top: 3,
      cut: 'along',
    },
    {
      id: 'slot',
      kind: 'explain',
      title: { nl: 'Slot', en: 'Closing' },
      prompt: { nl: 'Dit zijn de nieuwe koppels.', en: 'These are the new matches.' },
      minutes: 10,
      show: 'matches',
    },
  ],
};
