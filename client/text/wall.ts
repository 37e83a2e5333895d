import { dictionary } from './dictionary.ts';

const nl = (n: number) => n.toLocaleString('nl-NL');
const en = (n: number) => n.toLocaleString('en-GB');

/** What the wall says. Read aloud by a hall, so short. */
export const wall = dictionary({
  nl: {
    title: (session: string) => `Scherm: ${session}`,
    picture: (what: string) => `Dit ziet de zaal nu: ${what}`,
    loading: 'Even geduld',
    loadingBody: 'Het bord wordt opgehaald.',
    stopped: 'Dit scherm kan niet verder',
    reload: 'Pagina verversen',

    // Frame
    welcome: 'Welkom',
    break: 'Pauze',
    ended: 'Afgelopen',
    notOpenYet: 'Nog niet open',
    joinAt: (address: string) => `Doe mee: ${address}`,
    joinWith: 'Doe mee met code',
    doorsShut: 'De deuren zijn dicht',
    minutes: 'minuten',
    seconds: 'seconden',
    roundOff: 'rond af',
    timeUp: 'tijd is om',
    still: 'staat stil',
    timeSpoken: (m: number, s: number) => (m > 0 ? `Nog ${m} minuten en ${s} seconden` : `Nog ${s} seconden`),
    pausedMark: 'Pauze',
    offline: 'Dit scherm heeft even geen verbinding.',
    offlineBody: (time: string) => `Schrijf gewoon door. Uw kaarten blijven bewaard. U ziet de stand van ${time} uur.`,

    // Keys and buttons
    tools: 'Weergave van dit scherm',
    fullScreen: 'Volledig scherm',
    dimHall: 'Donkere zaal',
    highContrast: 'Hoog contrast',
    shortcuts: 'Sneltoetsen F, Z en C',

    // Lobby, before, after
    peopleInside: (n: number): string => (n === 1 ? 'mens is binnen' : 'mensen zijn binnen'),
    people: 'Hoeveel mensen er zijn',
    organisedBy: (who: string) => `Georganiseerd door ${who}`,
    scan: 'Scan, of ga naar',
    qr: (address: string) => `QR-code naar ${address}`,
    codeIs: 'De code is',
    noAddress: 'Begeleider: stel in de console het adres in. Dan komt hier een QR-code.',
    doorsShutBody: 'De deuren zijn dicht. Vraag het de begeleider.',
    preparedLine: 'Nog niet open',
    preparedBody: 'De begeleider opent de sessie straks.\nDan staat hier hoe u meedoet.',
    thanks: 'Dank u wel',
    thanksBody: 'Alles van vandaag staat in het verslag.',
    report: 'Lees het verslag op',
    ideasGathered: (n: number): string => (n === 1 ? 'idee samen' : 'ideeën samen'),

    // Break
    breakLine: 'Pauze',
    breakUntil: (time: string) => `Pauze tot\n${time} uur`,
    breakBody: 'Daarna gaan we samen verder.',
    breakOver: 'We gaan\nzo verder',
    ideasSoFar: (n: number): string => (n === 1 ? 'idee tot nu toe' : 'ideeën tot nu toe'),
    black: 'Het scherm is zwart',

    // Writing
    ideaWord: (n: number): string => (n === 1 ? 'idee' : 'ideeën'),
    emptyLine: 'Nog geen idee.\nWie begint?',
    emptyBody: 'Pak uw telefoon of een papieren kaart. Alles telt mee.',
    fresh: 'Nieuw',
    freshFrom: (table: number) => `Nieuw, van tafel ${table}`,
    paper: 'Van papier',
    paperFrom: (table: number) => `Van papier, tafel ${table}`,
    late: 'Nagekomen',
    older: (n: number) => `en ${nl(n)} eerder`,

    // Arranging and overview
    placed: (n: number, of: number) => `${nl(n)} van de ${nl(of)} ideeën hebben een plek`,
    allPlaced: 'Alle ideeën hebben een plek',
    noThemes: 'Nog geen thema’s',
    noThemesBody: 'Maak op uw telefoon of laptop een thema. Zet daar een idee in.',
    noIdeas: 'Er zijn nog geen ideeën',
    to: (theme: string) => `naar ${theme}`,
    back: 'terug naar Nog te plaatsen',
    more: (n: number) => `en ${nl(n)} meer`,
    nothingLeft: 'Alles heeft een plek.',
    overview: (ideas: number, themes: number) =>
      `${nl(ideas)} ${ideas === 1 ? 'idee' : 'ideeën'}, ${themes} ${themes === 1 ? 'thema' : 'thema’s'}`,
    newCount: (n: number) => `${nl(n)} nieuw`,
    unplaced: 'nog te plaatsen',

    // One card
    discussed: 'Dit idee bespreken we nu',
    madeOf: 'Samengevoegd uit',

    // Explaining
    noAnchors: 'Er is vooraf niets vastgelegd.',
    noResults: 'De uitslag is er nog niet',
    noResultsBody: 'Na de stemming staat hij hier.',
  },
  en: {
    title: (session: string) => `Screen: ${session}`,
    picture: (what: string) => `The room sees this now: ${what}`,
    loading: 'One moment',
    loadingBody: 'The board is being fetched.',
    stopped: 'This screen can not go on',
    reload: 'Refresh the page',

    welcome: 'Welcome',
    break: 'Break',
    ended: 'Ended',
    notOpenYet: 'Not open yet',
    joinAt: (address: string) => `Join in: ${address}`,
    joinWith: 'Join in with code',
    doorsShut: 'The doors are shut',
    minutes: 'minutes',
    seconds: 'seconds',
    roundOff: 'round off',
    timeUp: 'time is up',
    still: 'stopped',
    timeSpoken: (m: number, s: number) => (m > 0 ? `${m} minutes and ${s} seconds left` : `${s} seconds left`),
    pausedMark: 'Paused',
    offline: 'This screen has no connection for now.',
    offlineBody: (time: string) => `Just go on writing. Your cards are kept. You see how it was at ${time}.`,

    tools: 'Display of this screen',
    fullScreen: 'Full screen',
    dimHall: 'Dim hall',
    highContrast: 'High contrast',
    shortcuts: 'Shortcut keys F, Z and C',

    peopleInside: (n: number): string => (n === 1 ? 'person is in' : 'people are in'),
    people: 'How many people there are',
    organisedBy: (who: string) => `Organised by ${who}`,
    scan: 'Scan, or go to',
    qr: (address: string) => `QR code to ${address}`,
    codeIs: 'The code is',
    noAddress: 'Facilitator: set the address in the console. Then a QR code appears here.',
    doorsShutBody: 'The doors are shut. Ask the facilitator.',
    preparedLine: 'Not open yet',
    preparedBody: 'The facilitator opens the session soon.\nThen you see here how to join.',
    thanks: 'Thank you',
    thanksBody: 'All of today is in the report.',
    report: 'Read the report at',
    ideasGathered: (n: number): string => (n === 1 ? 'idea together' : 'ideas together'),

    breakLine: 'Break',
    breakUntil: (time: string) => `Break until\n${time}`,
    breakBody: 'After that we go on together.',
    breakOver: 'We go on\nin a moment',
    ideasSoFar: (n: number): string => (n === 1 ? 'idea so far' : 'ideas so far'),
    black: 'The screen is black',

    ideaWord: (n: number): string => (n === 1 ? 'idea' : 'ideas'),
    emptyLine: 'No idea yet.\nWho begins?',
    emptyBody: 'Take your phone or a paper card. Everything counts.',
    fresh: 'New',
    freshFrom: (table: number) => `New, from table ${table}`,
    paper: 'From paper',
    paperFrom: (table: number) => `From paper, table ${table}`,
    late: 'Came in late',
    older: (n: number) => `and ${en(n)} before`,

    placed: (n: number, of: number) => `${en(n)} of ${en(of)} ideas have a place`,
    allPlaced: 'All ideas have a place',
    noThemes: 'No themes yet',
    noThemesBody: 'Make a theme on your phone or laptop. Put an idea in it.',
    noIdeas: 'There are no ideas yet',
    to: (theme: string) => `to ${theme}`,
    back: 'back to Not placed yet',
    more: (n: number) => `and ${en(n)} more`,
    nothingLeft: 'Everything has a place.',
    overview: (ideas: number, themes: number) =>
      `${en(ideas)} ${ideas === 1 ? 'idea' : 'ideas'}, ${themes} ${themes === 1 ? 'theme' : 'themes'}`,
    newCount: (n: number) => `${en(n)} new`,
    unplaced: 'not placed yet',

    discussed: 'We talk about this idea now',
    madeOf: 'Merged from',

    noAnchors: 'Nothing was fixed beforehand.',
    noResults: 'The result is not here yet',
    noResultsBody: 'After the vote it shows here.',
  },
});
