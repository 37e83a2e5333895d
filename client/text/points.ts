import { dictionary } from './dictionary.ts';
import { inside } from './inside.ts';

const cardsNl = (n: number) => (n === 1 ? '1 kaart' : `${n} kaarten`);
const themesNl = (n: number) => (n === 1 ? '1 thema' : `${n} thema’s`);
const cardsEn = (n: number) => (n === 1 ? '1 card' : `${n} cards`);
const themesEn = (n: number) => (n === 1 ? '1 theme' : `${n} themes`);

/** *Herstelpunten*: the board as it was, and putting it back. */
export const pointWords = dictionary({
  nl: {
    heading: 'Herstelpunten',
    intro:
      'Ging er iets mis op het bord? Zet het terug zoals het was. Wij bewaren het bord bij elk nieuw onderdeel, en voor samenvoegen en opheffen.',
    none: 'Er zijn nog geen herstelpunten. Het eerste komt bij het volgende onderdeel.',
    why: {
      'phase.move': 'Bij het volgende onderdeel',
      'session.end': 'Bij het einde van de sessie',
      'cards.merge': 'Voor het samenvoegen van kaarten',
      'cluster.merge': 'Voor het samenvoegen van thema’s',
      'cluster.dissolve': 'Voor het opheffen van een thema',
      'points.restore': 'Voor het terugzetten van het bord',
    },
    beforeStart: 'Voor het begin',
    after: (title: string) => `Na ${inside(title)}`,
    holds: (cards: number, themes: number) => `${cardsNl(cards)}, ${themesNl(themes)}`,
    restore: 'Zet het bord terug',
    restoreTo: (time: string, why: string) => `Zet het bord terug naar dit punt: ${time}, ${inside(why)}`,
    askHeading: (time: string) => `Het bord terugzetten naar ${time}?`,
    changes: 'Kaarten en thema’s worden weer zoals toen: hun plaats, hun tekst en hun naam.',
    merges: 'Wat daarna is samengevoegd, komt los. Wat daarna uit elkaar ging, komt weer samen.',
    stays:
      'Kaarten die daarna zijn geschreven, blijven. Lag zo’n kaart in een thema dat er toen niet was? Dan komt hij bij ‘Nog te plaatsen’.',
    untouched: 'Stemmen en uitslagen veranderen niet. Verborgen en ingetrokken kaarten komen niet terug.',
    undoable: 'Iedereen ziet het meteen. U kunt het ongedaan maken: wij bewaren eerst het bord van nu.',
    working: 'Het bord wordt teruggezet',
    done: (time: string, cards: number, themes: number) =>
      `Het bord is weer zoals om ${time}. Veranderd: ${cardsNl(cards)}, ${themesNl(themes)}.`,
    same: 'Het bord was al zo. Er is niets veranderd.',
    loading: 'Even geduld',
  },
  en: {
    heading: 'Restore points',
    intro:
      'Did something go wrong on the board? Put it back as it was. We keep the board at each new part, and before merging and dissolving.',
    none: 'There are no restore points yet. The first comes with the next part.',
    why: {
      'phase.move': 'At the next part',
      'session.end': 'At the end of the session',
      'cards.merge': 'Before cards were merged',
      'cluster.merge': 'Before themes were merged',
      'cluster.dissolve': 'Before a theme was dissolved',
      'points.restore': 'Before the board was put back',
    },
    beforeStart: 'Before it began',
    after: (title: string) => `After ${inside(title)}`,
    holds: (cards: number, themes: number) => `${cardsEn(cards)}, ${themesEn(themes)}`,
    restore: 'Put the board back',
    restoreTo: (time: string, why: string) => `Put the board back to this point: ${time}, ${inside(why)}`,
    askHeading: (time: string) => `Put the board back to ${time}?`,
    changes: 'Cards and themes become as they were then: their place, their text and their name.',
    merges: 'What was merged since comes apart. What came apart since is merged again.',
    stays:
      'Cards written since stay. Was such a card in a theme that did not exist then? Then it goes to ‘Not placed yet’.',
    untouched: 'Votes and results do not change. Hidden and withdrawn cards do not come back.',
    undoable: 'Everybody sees it at once. You can undo it: we keep the board of now first.',
    working: 'The board is being put back',
    done: (time: string, cards: number, themes: number) =>
      `The board is again as it was at ${time}. Changed: ${cardsEn(cards)}, ${themesEn(themes)}.`,
    same: 'The board was like that already. Nothing changed.',
    loading: 'One moment',
  },
});
