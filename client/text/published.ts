import { dictionary } from './dictionary.ts';
import { en, manyEn, manyNl, nl } from './numbers.ts';

/** The list of anonymous ballots, and looking for one's own in it. */
export const published = dictionary({
  nl: {
    heading: 'Alle stemmen',
    intro: 'Hier staan alle stemmen, zonder naam en door elkaar. Iedereen kan ze zien.',
    look: 'Zoek mijn stem in de lijst',
    busy: 'De stemmen worden opgehaald',
    found: (n: number) => `Een stem zoals die van u staat in de lijst (${nl(n)} keer).`,
    proof: 'Alleen dit apparaat weet wat u stuurde. Voor anderen bewijst dit niets.',
    missing: 'Een stem zoals die van u staat niet in de lijst.',
    what: 'Stemde u later nog op een ander apparaat? Dan telde die stem. Anders: zeg het nu tegen de begeleider. U hoeft niet te zeggen wat u koos.',
    unknown: 'Dit apparaat weet niet wat u stuurde. U kunt zelf in de lijst zoeken.',
    apart: 'Uw stem telde apart. Stemmen die apart tellen, staan niet in deze lijst.',
    forget: 'Wis mijn stem van dit apparaat',
    forgotten: 'Gewist. Dit apparaat weet niet meer wat u stuurde.',
    open: 'Laat alle stemmen zien',
    fingerprint: 'Let op: aan een lange volgorde of een zeldzame keuze kan iemand te herkennen zijn.',
    hands: (n: number) =>
      `${manyNl(n, 'mens', 'mensen')} stemde${n === 1 ? '' : 'n'} met een hand. Hun stemmen zijn geteld. In deze lijst staan zij niet.`,
    times: (n: number) => `${nl(n)} keer`,
    more: (n: number) => `Toon nog ${manyNl(n, 'stem', 'stemmen')}`,
    totalsOnly: 'Van deze stemming is alleen de uitslag bekendgemaakt, niet de losse stemmen.',
    telling: 'Het scherm vertelt de uitslag, van de laatste plek naar de eerste.',
  },
  en: {
    heading: 'All ballots',
    intro: 'Here are all ballots, without names and in random order. Everybody can see them.',
    look: 'Look for my ballot in the list',
    busy: 'Getting the ballots',
    found: (n) => `A ballot like yours is in the list (${manyEn(n, 'time', 'times')}).`,
    proof: 'Only this device knows what you sent. To others this proves nothing.',
    missing: 'A ballot like yours is not in the list.',
    what: 'Did you vote on another device later? Then that one counted. Otherwise tell the facilitator now. You need not say what you chose.',
    unknown: 'This device does not know what you sent. You can look in the list yourself.',
    apart: 'Your ballot was counted apart. Those are not in this list.',
    forget: 'Erase my ballot from this device',
    forgotten: 'Erased. This device no longer knows what you sent.',
    open: 'Show all ballots',
    fingerprint: 'Mind: somebody can be recognised by a long order or a rare choice.',
    hands: (n) => `${manyEn(n, 'person', 'people')} voted by hand. Their votes are counted. They are not in this list.`,
    times: (n) => `${en(n)} ×`,
    more: (n) => `Show ${manyEn(n, 'more ballot', 'more ballots')}`,
    totalsOnly: 'Of this vote only the result was made known, not the ballots.',
    telling: 'The wall tells the result, from the last place to the first.',
  },
});
