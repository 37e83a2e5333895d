import type { Channel } from '../../shared/channel.ts';
import { dictionary } from './dictionary.ts';
import { en, nl } from './numbers.ts';

/** By which way the ballots of a result came. */
export const waysText = dictionary({
  nl: {
    heading: 'Hoe de stemmen binnenkwamen',
    way: (of: Channel) => ({ digital: 'Digitaal', paper: 'Papier', hands: 'Handen', mixed: 'Digitaal en papier' })[of],
    part: (of: Channel, n: string) =>
      ({
        digital: `${n} digitaal`,
        paper: `${n} op papier`,
        hands: `${n} met handen`,
        mixed: `${n} digitaal of op papier`,
      })[of],
    total: 'Samen',
    ballots: 'Stembiljetten',
    mean: 'Elke kolom is apart geteld. Samen is geen optelsom: het is de telling van alle stemmen.',
    firsts: 'Dit zijn de eerste keuzes.',
    tooFew:
      'Er kwamen ook stemmen op papier of met handen. Eén van de kolommen zou zo klein zijn dat u kunt zien wie wat stemde. Daarom staat alles bij elkaar.',
    merged: 'Te weinig stemmen kwamen op één van beide manieren. Apart zou u kunnen zien wie wat stemde.',
    papers: (printed: number, counted: number) =>
      `${nl(counted)} van ${nl(printed)} geprinte stembiljetten zijn geteld. Elk is door twee begeleiders apart ingevoerd.`,
    aside: (n: number) => (n === 1 ? '1 was ongeldig.' : `${nl(n)} waren ongeldig.`),
    waiting: (n: number) =>
      n === 1
        ? '1 is niet door twee begeleiders hetzelfde ingevoerd en telt niet mee.'
        : `${nl(n)} zijn niet door twee begeleiders hetzelfde ingevoerd en tellen niet mee.`,
    onWall: 'zo kwamen de stemmen binnen, in deze volgorde bij elk idee',
  },
  en: {
    heading: 'How the votes came in',
    way: (of) => ({ digital: 'Digital', paper: 'Paper', hands: 'Hands', mixed: 'Digital and paper' })[of],
    part: (of, n) =>
      ({
        digital: `${n} digital`,
        paper: `${n} on paper`,
        hands: `${n} with hands`,
        mixed: `${n} digital or on paper`,
      })[of],
    total: 'Together',
    ballots: 'Ballots',
    mean: 'Each column was counted apart. Together is no sum: it is the count of all votes.',
    firsts: 'These are the first choices.',
    tooFew:
      'Some votes came on paper or with hands. One of the columns would be so small that you could see who voted what. So all are together.',
    merged: 'Too few votes came one of both ways. Apart you could see who voted what.',
    papers: (printed, counted) =>
      `${en(counted)} of ${en(printed)} printed ballots were counted. Each was entered by two facilitators apart.`,
    aside: (n) => (n === 1 ? '1 was spoiled.' : `${en(n)} were spoiled.`),
    waiting: (n) =>
      n === 1
        ? '1 was not entered alike by two facilitators, and does not count.'
        : `${en(n)} were not entered alike by two facilitators, and do not count.`,
    onWall: 'how the votes came in, in this order beside each idea',
  },
});
