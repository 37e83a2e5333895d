/** Question sets for polls. "Weet ik niet" comes with every question by itself. */
import type { Named, Words } from './words.ts';

/** scale: from `least` to `most`, whole numbers. choice: one of. open: own words. */
export type Question = { id: string; title: Words } & (
  | { kind: 'scale'; least: number; most: number; low: Words; high: Words }
  | { kind: 'choice'; answers: readonly Named[] }
  | { kind: 'open'; max: number }
);

export interface QuestionSet {
  id: string;
  title: Words;
  questions: readonly Question[];
}

const open = (id: string, nl: string, en: string): Question => ({ id, kind: 'open', title: { nl, en }, max: 280 });
const mark = (id: string, nl: string, en: string, most = 5): Question => ({
  id,
  kind: 'scale',
  title: { nl, en },
  least: 1,
  most,
  low: { nl: 'helemaal niet', en: 'not at all' },
  high: { nl: 'heel erg', en: 'very much' },
});
const grade = (id: string, nl: string, en: string): Question => ({
  id,
  kind: 'scale',
  title: { nl, en },
  least: 1,
  most: 10,
  low: { nl: 'heel slecht', en: 'very bad' },
  high: { nl: 'heel goed', en: 'very good' },
});
const one = (
  id: string,
  nl: string,
  en: string,
  answers: readonly [id: string, nl: string, en: string][],
): Question => ({
  id,
  kind: 'choice',
  title: { nl, en },
  answers: answers.map(([answer, dutch, english]) => ({ id: answer, title: { nl: dutch, en: english } })),
});

export const questionSets: readonly QuestionSet[] = [
  {
    id: 'incheck',
    title: { nl: 'Inchecken', en: 'Check-in' },
    questions: [
      open('waarom', 'Waarom bent u hier?', 'Why are you here?'),
      mark('zin', 'Hoeveel zin heeft u in deze bijeenkomst?', 'How much do you look forward to this meeting?'),
      one('eerder', 'Deed u eerder mee aan zo’n bijeenkomst?', 'Have you been to a meeting like this before?', [
        ['nooit', 'Nee, nog nooit', 'No, never'],
        ['eens', 'Ja, één keer', 'Yes, once'],
        ['vaker', 'Ja, vaker', 'Yes, more often'],
      ]),
    ],
  },
  {
    id: 'uitcheck',
    title: { nl: 'Uitchecken', en: 'Check-out' },
    questions: [
      open('mee', 'Wat neemt u mee van vandaag?', 'What do you take with you from today?'),
      mark('gehoord', 'Voelde u zich gehoord?', 'Did you feel heard?'),
      mark('verder', 'Wilt u verder met wat er vandaag bedacht is?', 'Do you want to go on with what came up today?'),
    ],
  },
  {
    id: 'monitoring',
    title: { nl: 'Hoe gaat het nu?', en: 'How is it going now?' },
    questions: [
      mark('behoefte', 'Is er nu voorzien in wat nodig was?', 'Is what was needed there now?'),
      mark('merken', 'Merkt u iets van het initiatief?', 'Do you notice anything of the initiative?'),
      open('beter', 'Wat kan de gemeente beter doen?', 'What can the municipality do better?'),
    ],
  },
  {
    id: 'stand-initiatief',
    title: { nl: 'Stand van het initiatief', en: 'State of the initiative' },
    questions: [
      one('stand', 'Hoe staat het met uw idee?', 'How is your idea doing?', [
        ['nieuw', 'Nog niet begonnen', 'Not started yet'],
        ['gesprek', 'In gesprek', 'Talking about it'],
        ['gestart', 'Begonnen', 'Started'],
        ['gelukt', 'Gelukt', 'Done'],
        ['gestopt', 'Gestopt', 'Stopped'],
      ]),
      open('nodig', 'Wat heeft u nog nodig?', 'What do you still need?'),
    ],
  },
  {
    id: 'match-uitgevoerd',
    title: { nl: 'Is de match gelukt?', en: 'Did the match work out?' },
    questions: [
      one('contact', 'Heeft u contact gehad?', 'Have you been in touch?', [
        ['ja', 'Ja', 'Yes'],
        ['nee', 'Nee, nog niet', 'No, not yet'],
      ]),
      one('gelukt', 'Is het gelukt?', 'Did it work out?', [
        ['ja', 'Ja', 'Yes'],
        ['deels', 'Voor een deel', 'Partly'],
        ['nee', 'Nee', 'No'],
      ]),
    ],
  },
  {
    id: 'leefbaarheid',
    title: { nl: 'Cijfers voor ons dorp', en: 'Grades for our village' },
    questions: [
      grade('wonen', 'Wonen', 'Housing'),
      grade('groen', 'Groen en water', 'Green and water'),
      grade('verkeer', 'Verkeer', 'Traffic'),
      grade('winkels', 'Winkels en zorg', 'Shops and care'),
      grade('samen', 'Omgaan met elkaar', 'Getting along'),
    ],
  },
  {
    id: 'actie',
    title: { nl: 'ACTIE-vragen', en: 'ACTIE questions' },
    questions: [
      mark('animo', 'Hoe graag willen mensen dit?', 'How much do people want this?'),
      mark('contacten', 'Kennen de goede mensen elkaar?', 'Do the right people know each other?'),
      mark('toerusting', 'Is er genoeg tijd, geld en kennis?', 'Is there enough time, money and knowledge?'),
      mark('inbedding', 'Helpen gemeente en organisaties mee?', 'Do the municipality and organisations help?'),
      mark('empathie', 'Begrijpen we elkaar?', 'Do we understand each other?'),
    ],
  },
  {
    id: 'randvoorwaarden',
    title: { nl: 'Wat moet er vooraf duidelijk zijn?', en: 'What must be clear beforehand?' },
    questions: [
      mark('kennis', 'Gebruiken we wat inwoners weten?', 'Do we use what residents know?'),
      mark('rol', 'Is de rol van de gemeente duidelijk?', 'Is the role of the municipality clear?'),
      mark('loslaten', 'Durven we los te laten?', 'Do we dare to let go?'),
      open('anders', 'Wat moet er nog duidelijk worden?', 'What must still become clear?'),
    ],
  },
];

export function questionSetOf(id: string): QuestionSet | null {
  return questionSets.find((set) => set.id === id) ?? null;
}
