import { dictionary } from './dictionary.ts';

/** Looking and listening: what is shown, or that it is not there yet. */
export const explain = dictionary({
  nl: {
    none: {
      themes: 'Er zijn nog geen thema’s.',
      plans: 'Er zijn nog geen plannen.',
      teams: 'Er zijn nog geen groepen.',
      matches: 'Er zijn nog geen afspraken.',
    },
    noneBody: 'Ze komen hier te staan zodra ze er zijn.',
    shows: {
      text: 'Op het scherm staat wat u te vertellen heeft.',
      themes: 'Op het scherm staan de thema’s.',
      plans: 'Op het scherm staan de plannen.',
      teams: 'Op het scherm staan de groepen.',
      matches: 'Op het scherm staan de afspraken.',
    },
    count: {
      themes: (n: number) => (n === 1 ? '1 kaart' : `${n} kaarten`),
      plans: (n: number) => String(n),
      teams: (n: number) => (n === 1 ? '1 mens' : `${n} mensen`),
      matches: (n: number) => (n === 1 ? '1 mens' : `${n} mensen`),
    },
    more: (n: number) => `en nog ${n}`,
    total: (n: number) => `${n} in totaal`,
  },
  en: {
    none: {
      themes: 'There are no themes yet.',
      plans: 'There are no plans yet.',
      teams: 'There are no groups yet.',
      matches: 'There are no agreements yet.',
    },
    noneBody: 'They show here as soon as they are there.',
    shows: {
      text: 'The wall shows what you have to tell.',
      themes: 'The wall shows the themes.',
      plans: 'The wall shows the plans.',
      teams: 'The wall shows the groups.',
      matches: 'The wall shows the agreements.',
    },
    count: {
      themes: (n: number) => (n === 1 ? '1 card' : `${n} cards`),
      plans: (n: number) => String(n),
      teams: (n: number) => (n === 1 ? '1 person' : `${n} people`),
      matches: (n: number) => (n === 1 ? '1 person' : `${n} people`),
    },
    more: (n: number) => `and ${n} more`,
    total: (n: number) => `${n} in total`,
  },
});
