import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAlikes } from '../../../shared/draw/hints.ts';

/** Three by three the same idea in other words. */
const ideas = [
  ['Meer fietspaden in het centrum', 'Een fietspad door de binnenstad', 'Veilige fietspaden aanleggen'],
  ['Buurtmoestuin op het braakliggende veld', 'Samen een moestuin beginnen in de buurt', 'Moestuintjes voor de wijk'],
  ['Speeltuin opknappen', 'De speeltuin moet opgeknapt worden', 'Nieuwe speeltoestellen in de speeltuin'],
  [
    'Taalles voor nieuwkomers',
    'Taallessen Nederlands voor nieuwe bewoners',
    'Nieuwkomers helpen met de Nederlandse taal',
  ],
  ['Zonnepanelen op daken van scholen', 'Zonnepaneel op elk schooldak', 'Samen zonnepanelen kopen'],
  ['Eenzame ouderen bezoeken', 'Bezoek voor eenzaamheid bij ouderen', 'Koffieochtend tegen eenzaamheid'],
  ['Minder auto’s in de straat', 'Autovrije straten', 'Autoluwe binnenstad'],
  ['Meer bomen planten', 'Bomen in elke straat', 'Plant bomen tegen de hitte'],
  ['Zwerfafval opruimen', 'Samen zwerfvuil opruimen', 'Prullenbakken tegen zwerfafval'],
  ['Buurtbarbecue organiseren', 'Een barbecue voor de hele buurt', 'Buurtfeest met barbecue'],
  ['Goedkope woningen voor jongeren', 'Betaalbare huizen voor starters', 'Jongeren aan een woning helpen'],
  ['Verkeerslichten veiliger bij school', 'Veilig oversteken bij de school', 'Veilige oversteekplaats schoolplein'],
  ['Repaircafé in het buurthuis', 'Reparatiecafé beginnen', 'Repair café voor kapotte spullen'],
  ['Bibliotheek langer open', 'Openingstijden van de bibliotheek verruimen', 'De bieb ook op zondag open'],
  ['Sportveld verlichten', 'Verlichting op het sportveld', 'Lampen bij het sportpark'],
  ['Hondenpoep aanpakken', 'Bakken voor hondenpoep', 'Hondenbezitters moeten poep opruimen'],
  ['Gemeenteraad luistert naar inwoners', 'Raadsleden komen naar de wijk', 'De raad gaat de buurt in'],
  ['Muziekles voor alle kinderen', 'Kinderen gratis muzieklessen geven', 'Muziekschool in de wijk'],
  ['Parkeren bij het station duurder', 'Gratis parkeren bij het station', 'Parkeerplaatsen bij station'],
  ['Wateroverlast door regen voorkomen', 'Regenwater opvangen in tuinen', 'Regentonnen uitdelen'],
];
const texts = ideas.flatMap((same, idea) => same.map((text, index) => ({ id: `${idea}-${index}`, text })));
const sameIdea = ({ a, b }: { a: string; b: string }) => a.split('-')[0] === b.split('-')[0];

const scored = (one: string, other: string) =>
  lookAlikes(
    [
      { id: 'a', text: one },
      { id: 'b', text: other },
    ],
    0,
  )[0]?.score ?? 0;

describe('look-alikes', () => {
  it('are right six times in seven, and find half of what means the same', () => {
    const hints = lookAlikes(texts);
    const right = hints.filter(sameIdea).length;
    expect(right / hints.length).toBeGreaterThan(0.85);
    expect(right / 60).toBeGreaterThan(0.5);
  });

  it('find a word in other forms and in compounds', () => {
    expect(scored('Fietspaden', 'Een fietspad')).toBeGreaterThan(0.5);
    expect(scored('Buurtmoestuin', 'Moestuin in de buurt')).toBeGreaterThan(0.5);
    expect(scored('Ideeën', 'ideeen')).toBeCloseTo(1);
    expect(scored('Zwembad', 'Bibliotheek')).toBe(0);
    expect(scored('Wij willen dat het er komt', 'Dat willen wij ook')).toBe(0);
  });

  it('are the same whatever the order, each pair once, the most alike first', () => {
    const hints = lookAlikes(texts);
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (other) => {
        expect(lookAlikes(other)).toEqual(hints);
      }),
      { numRuns: 10 },
    );
    expect(new Set(hints.map(({ a, b }) => [a, b].sort().join())).size).toBe(hints.length);
    expect(hints.map(({ score }) => score)).toEqual(hints.map(({ score }) => score).sort((x, y) => y - x));
  });

  it('score between 0 and 1 for any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }), (list) => {
        const hints = lookAlikes(
          list.map((text, index) => ({ id: `${index}`, text })),
          0,
        );
        expect(hints.every(({ score }) => score >= 0 && score < 1.000_001)).toBe(true);
      }),
    );
  });
});
