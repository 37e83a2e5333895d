import { dictionary } from './dictionary.ts';
import { en, nl } from './numbers.ts';

/** Questions to everybody: answering, and what came out. */
export const polls = dictionary({
  nl: {
    unknown: 'Weet ik niet',
    note: '(mag leeg blijven)',
    send: 'Verstuur mijn antwoorden',
    sendAgain: 'Verstuur de verandering',
    sent: 'Uw antwoorden zijn bewaard. U kunt ze nog veranderen.',
    changed: 'Nog niet verstuurd.',
    nothing: 'Vul eerst iets in.',
    secret: 'Niemand ziet wie wat antwoordde. De begeleider ook niet.',
    scale: (low: string, high: string, least: number, most: number) => `${least} is ${low}, ${most} is ${high}.`,
    closed: 'De vragen zijn gesloten. Dank u wel.',
    closedSoon: 'De uitkomst komt zo op het scherm.',
    noSet: 'Deze vragen zijn er niet.',
    loading: 'Uw antwoorden worden opgehaald.',
    noAnswers: 'U gaf geen antwoorden.',
    // Wall and panel
    answered: (n: number, of: number) => `van de ${nl(of)} mensen gaven antwoord`,
    answeredLine: (n: number, of: number) => `${nl(n)} van de ${nl(of)} mensen gaven antwoord.`,
    pick: 'Pak uw telefoon en geef antwoord.',
    show: 'Sluit de vragen en toon de uitkomst',
    showTitle: 'De vragen sluiten?',
    showBody:
      'Daarna kan niemand meer antwoorden. De uitkomst komt op het scherm. Wat mensen zelf schreven komt pas in het verslag.',
    shown: 'De uitkomst staat op het scherm. Niemand kan nog antwoorden.',
    panelOpen: 'Mensen geven antwoord. U ziet alleen hoeveel, tot u de uitkomst toont of verder gaat.',
    // Results
    results: 'Vragen',
    mean: (text: string) => `gemiddeld ${text}`,
    marks: (n: number) => (n === 1 ? '1 antwoord' : `${nl(n)} antwoorden`),
    share: (percent: string, n: number) => `weet ik niet: ${percent} (${nl(n)})`,
    none: 'Nog geen antwoord.',
    own: 'In eigen woorden',
    ownSoon: (n: number) =>
      n === 1
        ? '1 antwoord in eigen woorden. Dat staat straks in het verslag.'
        : `${nl(n)} antwoorden in eigen woorden. Die staan straks in het verslag.`,
    byGroup: 'Per groep',
    fewNote: 'Groepen met minder dan 5 antwoorden staan er niet bij.',
    papers: (n: number) => (n === 1 ? '1 persoon gaf antwoord.' : `${nl(n)} mensen gaven antwoord.`),
    held: (title: string, run: number) => (run > 1 ? `${title} (${run}e keer)` : title),
    notYet: 'De vragen zijn nog open.',
    step: (n: number) => String(n),
    answer: 'Antwoord',
    count: 'Aantal',
  },
  en: {
    unknown: 'I do not know',
    note: '(may stay empty)',
    send: 'Send my answers',
    sendAgain: 'Send the change',
    sent: 'Your answers are saved. You can still change them.',
    changed: 'Not sent yet.',
    nothing: 'Fill in something first.',
    secret: 'Nobody sees who answered what. Nor does the facilitator.',
    scale: (low: string, high: string, least: number, most: number) => `${least} is ${low}, ${most} is ${high}.`,
    closed: 'The questions are closed. Thank you.',
    closedSoon: 'What came out is about to be on the screen.',
    noSet: 'These questions do not exist.',
    loading: 'Your answers are being fetched.',
    noAnswers: 'You gave no answers.',
    answered: (n: number, of: number) => `of ${en(of)} people answered`,
    answeredLine: (n: number, of: number) => `${en(n)} of ${en(of)} people answered.`,
    pick: 'Take your phone and answer.',
    show: 'Close the questions and show what came out',
    showTitle: 'Close the questions?',
    showBody:
      'After that nobody can answer any more. What came out is shown on the screen. What people wrote themselves comes in the report only.',
    shown: 'What came out is on the screen. Nobody can answer any more.',
    panelOpen: 'People are answering. You only see how many, until you show what came out or go on.',
    results: 'Questions',
    mean: (text: string) => `mean ${text}`,
    marks: (n: number) => (n === 1 ? '1 answer' : `${en(n)} answers`),
    share: (percent: string, n: number) => `I do not know: ${percent} (${en(n)})`,
    none: 'No answer yet.',
    own: 'In their own words',
    ownSoon: (n: number) =>
      n === 1
        ? '1 answer in own words. It will be in the report.'
        : `${en(n)} answers in own words. They will be in the report.`,
    byGroup: 'By group',
    fewNote: 'Groups with fewer than 5 answers are left out.',
    papers: (n: number) => (n === 1 ? '1 person answered.' : `${en(n)} people answered.`),
    held: (title: string, run: number) => (run > 1 ? `${title} (time ${run})` : title),
    notYet: 'The questions are still open.',
    step: (n: number) => String(n),
    answer: 'Answer',
    count: 'Number',
  },
});
