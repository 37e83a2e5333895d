import type { OtherId } from '../../shared/tally/others.ts';
import { dictionary } from './dictionary.ts';

type Words = Readonly<Record<OtherId, { name: string; about: string }>>;

/** Other rules for the same ballots: what they are called, and what they count. */
export const others = dictionary<Words>({
  nl: {
    borda: { name: 'Punten per plek', about: 'Hoe hoger op een stem, hoe meer punten.' },
    runoff: { name: 'Wegstrepen', about: 'Ronde na ronde valt af wie de minste stemmen heeft.' },
    first: { name: 'Alleen plek 1 telt', about: 'Van elke stem telt de eerste keuze.' },
    each: {
      name: 'Eén mens, één stem per idee',
      about: 'Hoeveel mensen er iets aan gaven. Hoeveel ze gaven, telt niet.',
    },
    high: { name: 'Hoeveel hoge cijfers', about: 'Hoeveel mensen minstens vier vijfde van het hoogste cijfer gaven.' },
    along: { name: 'Gelijk gaat mee', about: 'Wie gelijk staat met de laatste, is ook gekozen.' },
    lot: { name: 'Bij gelijk het lot', about: 'Er zijn er precies zoveel gekozen als gevraagd.' },
    half: { name: 'Meer dan de helft', about: 'Gekozen is alles wat op meer dan de helft van de stemmen staat.' },
    ofCast: { name: 'Meer dan de helft van ja en nee', about: 'Wie geen mening had, telt niet mee.' },
    ofElectorate: { name: 'Meer dan de helft van iedereen', about: 'Van alle mensen die mochten stemmen.' },
    twoThirds: { name: 'Meer dan twee derde', about: 'Van wie ja of nee zei.' },
    together: { name: 'De jury als één groep', about: 'Elk jurylid telt even zwaar, van welke groep ook.' },
    sharesNone: { name: 'Gelijke delen, zonder aanvullen', about: 'Wat overblijft, blijft over.' },
    sharesAdd1: { name: 'Gelijke delen, delen omhoog', about: 'Ieders deel gaat omhoog tot er niets meer bij past.' },
    sharesAdd1u: {
      name: 'Gelijke delen, omhoog en aangevuld',
      about: 'Ieders deel gaat omhoog. Wat dan over is, gaat naar de meeste stemmen.',
    },
    sharesU: { name: 'Gelijke delen, aangevuld', about: 'Wat overblijft, gaat naar de meeste stemmen.' },
    greedy: { name: 'Meeste stemmen', about: 'De meeste stemmen eerst. Wat niet past, wordt overgeslagen.' },
    strict: {
      name: 'Meeste stemmen, streng',
      about: 'De meeste stemmen eerst. Het eerste dat niet past, is het einde.',
    },
    tenth: { name: 'Meeste stemmen, met een drempel', about: 'Alleen wat minstens 1 op de 10 mensen koos.' },
  },
  en: {
    borda: { name: 'Points by place', about: 'The higher on a ballot, the more points.' },
    runoff: { name: 'Dropping the last', about: 'Round after round, whoever has fewest votes drops.' },
    first: { name: 'Only place 1 counts', about: 'Of each ballot the first choice counts.' },
    each: { name: 'One person, one vote an idea', about: 'How many people gave it anything. How much does not count.' },
    high: { name: 'How many high scores', about: 'How many people gave at least four fifths of the highest score.' },
    along: { name: 'Ties go along', about: 'Whoever ties with the last one is chosen too.' },
    lot: { name: 'The lot breaks ties', about: 'Exactly as many are chosen as were asked for.' },
    half: { name: 'More than half', about: 'Chosen is all that is on more than half of the ballots.' },
    ofCast: { name: 'More than half of yes and no', about: 'No opinion does not count.' },
    ofElectorate: { name: 'More than half of everybody', about: 'Of all people who could vote.' },
    twoThirds: { name: 'More than two thirds', about: 'Of those who said yes or no.' },
    together: { name: 'The jury as one group', about: 'Each juror counts alike, whatever their group.' },
    sharesNone: { name: 'Equal shares, nothing added', about: 'What is left, is left.' },
    sharesAdd1: { name: 'Equal shares, raised', about: 'Every share is raised until nothing more fits.' },
    sharesAdd1u: {
      name: 'Equal shares, raised and filled up',
      about: 'Every share is raised. What is left then goes to most votes.',
    },
    sharesU: { name: 'Equal shares, filled up', about: 'What is left goes to most votes.' },
    greedy: { name: 'Most votes', about: 'Most votes first. What does not fit is skipped.' },
    strict: { name: 'Most votes, strictly', about: 'Most votes first. The first that does not fit is the end.' },
    tenth: { name: 'Most votes, with a bound', about: 'Only what at least 1 in 10 people chose.' },
  },
});
