import { dictionary } from './dictionary.ts';

/** What the console says about a phase of writing and a phase of looking. */
export const panels = dictionary({
  nl: {
    cards: (n: number): string => (n === 1 ? 'kaart' : 'kaarten'),
    writing: (n: number) =>
      n === 0 ? 'Nu schrijft niemand.' : n === 1 ? 'Nu schrijft 1 mens.' : `Nu schrijven ${n} mensen.`,
    perMinute: (n: number) =>
      n === 1 ? '1 nieuwe kaart in de laatste minuut.' : `${n} nieuwe kaarten in de laatste minuut.`,
    quiet: 'De laatste minuut kwam er niets bij. Misschien is men klaar.',
    firstCard: 'Nog geen kaart. Lees de vraag nog eens voor.',
    showsAnchors: 'Op het scherm staat wat vaststaat.',
    showsResults: 'Op het scherm staat de uitslag.',
    noAnchors: 'U vulde niets in bij ‘wat vaststaat’.',
    noResults: 'Er is nog niets onthuld.',
    revealed: (n: number) => (n === 1 ? 'Er is 1 uitslag onthuld.' : `Er zijn ${n} uitslagen onthuld.`),
  },
  en: {
    cards: (n: number): string => (n === 1 ? 'card' : 'cards'),
    writing: (n: number) =>
      n === 0 ? 'Nobody is writing now.' : n === 1 ? '1 person is writing now.' : `${n} people are writing now.`,
    perMinute: (n: number) => (n === 1 ? '1 new card in the last minute.' : `${n} new cards in the last minute.`),
    quiet: 'Nothing was added in the last minute. Maybe people are done.',
    firstCard: 'No card yet. Read the question out loud once more.',
    showsAnchors: 'The wall shows what is fixed.',
    showsResults: 'The wall shows the result.',
    noAnchors: 'You filled in nothing at ‘what is fixed’.',
    noResults: 'Nothing has been revealed yet.',
    revealed: (n: number) => (n === 1 ? '1 result has been revealed.' : `${n} results have been revealed.`),
  },
});
