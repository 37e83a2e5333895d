import type { Method } from '../../shared/phases/vote.ts';
import { dictionary } from './dictionary.ts';
import { en, nl } from './numbers.ts';

type Items = 'cards' | 'clusters';

/** Voting and the result, as the wall tells it. */
export const tally = dictionary({
  nl: {
    cast: (method: Method, items: Items) =>
      method.kind === 'dots'
        ? `Zet uw\n${method.dots} ${method.dots === 1 ? 'stip' : 'stippen'}`
        : `Kies hoogstens\n${method.max} ${thing(items, method.max)}`,
    bound: (method: Method, items: Items) =>
      method.kind === 'dots' && method.maxPerItem < method.dots
        ? `Hoogstens ${method.maxPerItem} op één ${thing(items, 1)}.\n`
        : '',
    secret: 'Niemand ziet wat u kiest. De uitslag komt na het sluiten.',
    turnout: 'Opkomst',
    voted: (of: number) => (of === 1 ? 'van de 1 mens heeft gestemd' : `van de ${nl(of)} mensen hebben gestemd`),
    opening: 'De stemming\ngaat zo open',
    openingBody: 'De laatste kaarten komen nog binnen.',
    opensIn: 'seconden',
    closed: 'De stemming is\ngesloten',
    closedBody: 'De begeleider laat zo de uitslag zien.',
    aborted: 'De stemming is\nafgebroken',
    abortedBody: 'Alle stembiljetten zijn vernietigd. Niemand heeft ze gezien.',
    notYet: 'Straks\nstemmen we',
    notYetBody: 'De begeleider opent de stemming.',
    heading: 'Dit kozen wij samen',
    nobody: 'Niemand koos een idee',
    howCounted: 'Zo telden we',
    turnoutOf: (voted: number, of: number) => `${nl(voted)} van ${nl(of)}`,
    turnoutNote: (blank: number) => (blank === 0 ? 'mensen stemden' : `mensen stemden, ${nl(blank)} zonder keuze`),
    total: (method: Method, n: number) =>
      method.kind === 'dots' ? `${nl(n)} ${n === 1 ? 'stip' : 'stippen'}` : `${nl(n)} ${n === 1 ? 'stem' : 'stemmen'}`,
    rule: (method: Method, items: Items) =>
      method.kind === 'dots'
        ? `${method.dots} per persoon, hoogstens ${method.maxPerItem} op één ${thing(items, 1)}`
        : `hoogstens ${method.max} per persoon`,
    unit: (unit: number) => `1 rondje is hier ${unit}`,
    places: (from: number, to: number) =>
      from === to ? `Plek ${from}` : to === from + 1 ? `Plek ${from} en ${to}` : `Plek ${from} tot ${to}`,
    byLot: 'waren gelijk. Het lot koos. Dat lot lag vast vóór de stemming',
    shared: (n: number) => `delen ${n} ideeën samen`,
    recount: 'Zelf natellen?',
    recountNote: 'Het bestand staat bij het verslag',
    voters: (n: number) => `${nl(n)} ${n === 1 ? 'mens' : 'mensen'}`,
    merged: (n: number) => `${n} kaarten samen`,
    equal: 'gelijk',
    others: (n: number) =>
      n === 1
        ? 'Er is nog 1 gekozen. Dat staat op uw telefoon'
        : `Er zijn er nog ${n} gekozen. Die staan op uw telefoon`,
    place: (rank: number) => `Plek ${rank}`,
    value: (method: Method, n: number): string =>
      method.kind === 'dots' ? (n === 1 ? 'stip' : 'stippen') : n === 1 ? 'stem' : 'stemmen',
  },
  en: {
    cast: (method: Method, items: Items) =>
      method.kind === 'dots'
        ? `Place your\n${method.dots} ${method.dots === 1 ? 'dot' : 'dots'}`
        : `Choose at most\n${method.max} ${thingEn(items, method.max)}`,
    bound: (method: Method, items: Items) =>
      method.kind === 'dots' && method.maxPerItem < method.dots
        ? `At most ${method.maxPerItem} on one ${thingEn(items, 1)}.\n`
        : '',
    secret: 'Nobody sees what you choose. The result comes after the close.',
    turnout: 'Turnout',
    voted: (of: number) => (of === 1 ? 'of 1 person has voted' : `of ${en(of)} people have voted`),
    opening: 'The vote\nopens soon',
    openingBody: 'The last cards are still coming in.',
    opensIn: 'seconds',
    closed: 'The vote is\nclosed',
    closedBody: 'The facilitator shows the result soon.',
    aborted: 'The vote was\ncalled off',
    abortedBody: 'All ballots were destroyed. Nobody has seen them.',
    notYet: 'We vote\nsoon',
    notYetBody: 'The facilitator opens the vote.',
    heading: 'This is what we chose',
    nobody: 'Nobody chose an idea',
    howCounted: 'How we counted',
    turnoutOf: (voted: number, of: number) => `${en(voted)} of ${en(of)}`,
    turnoutNote: (blank: number) => (blank === 0 ? 'people voted' : `people voted, ${en(blank)} without a choice`),
    total: (method: Method, n: number) =>
      method.kind === 'dots' ? `${en(n)} ${n === 1 ? 'dot' : 'dots'}` : `${en(n)} ${n === 1 ? 'vote' : 'votes'}`,
    rule: (method: Method, items: Items) =>
      method.kind === 'dots'
        ? `${method.dots} each, at most ${method.maxPerItem} on one ${thingEn(items, 1)}`
        : `at most ${method.max} each`,
    unit: (unit: number) => `1 mark here is ${unit}`,
    places: (from: number, to: number) =>
      from === to ? `Place ${from}` : to === from + 1 ? `Places ${from} and ${to}` : `Places ${from} to ${to}`,
    byLot: 'were equal. The lot chose. That lot was fixed before the vote',
    shared: (n: number) => `is shared by ${n} ideas`,
    recount: 'Count it yourself?',
    recountNote: 'The file is with the report',
    voters: (n: number) => `${en(n)} ${n === 1 ? 'person' : 'people'}`,
    merged: (n: number) => `${n} cards together`,
    equal: 'equal',
    others: (n: number) =>
      n === 1 ? '1 more was chosen. It is on your phone' : `${n} more were chosen. They are on your phone`,
    place: (rank: number) => `Place ${rank}`,
    value: (method: Method, n: number): string =>
      method.kind === 'dots' ? (n === 1 ? 'dot' : 'dots') : n === 1 ? 'vote' : 'votes',
  },
});

function thing(items: Items, n: number): string {
  if (items === 'cards') return n === 1 ? 'idee' : 'ideeën';
  return n === 1 ? 'thema' : 'thema’s';
}

function thingEn(items: Items, n: number): string {
  if (items === 'cards') return n === 1 ? 'idea' : 'ideas';
  return n === 1 ? 'theme' : 'themes';
}
