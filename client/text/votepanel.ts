import { dictionary } from './dictionary.ts';
import { en, nl } from './numbers.ts';

/** The console before, during and after a vote. */
export const votePanel = dictionary({
  nl: {
    voted: 'hebben gestemd',
    of: (n: number) => `van ${n}`,
    ofTickets: (n: number) => (n === 1 ? 'van het ene ticket is binnen' : `van de ${nl(n)} tickets zijn binnen`),
    openingPanel: 'De stemming gaat zo open.',
    devicesFirst:
      'Let op: de stemming telt apparaten, geen mensen. Deelt u een apparaat met een tafel? Geef het dan rond.',
    manyItems: (n: number) =>
      `Er zijn ${nl(n)} keuzes. Met meer dan 30 lezen mensen niet alles. Houd eerst een ronde met stippen of paren, voeg kaarten samen, of stem over thema’s.`,
    alike: (pairs: readonly (readonly [string, string])[], more: number) =>
      `Deze keuzes lijken op elkaar, en delen dan hun stemmen: ${pairs.map(([one, other]) => `“${one}” en “${other}”`).join('; ')}.${more > 0 ? ` En nog ${nl(more)} van zulke paren.` : ''} Kijk of u ze wilt samenvoegen.`,
    lastCall: 'Laatste oproep: nog 1 minuut',
    lastCallSays: 'Laatste oproep. De stemming sluit zo. Stuur nu uw stem.',
    lastCalled: 'De laatste oproep staat op elk scherm. Is de minuut om? Sluit dan de stemming.',
    extend: 'Geef 1 minuut erbij',
    unpriced: (n: number) =>
      n === 1
        ? '1 idee heeft geen bedrag. Dat staat niet op het stembiljet.'
        : `${nl(n)} ideeën hebben geen bedrag. Die staan niet op het stembiljet.`,
    tablesFirst: 'Elke tafel stuurt samen één stem. Heeft een tafel een tafelsecretaris? Dan stemt die.',
    counting: (percent: number) => `De stemmen worden geteld: ${percent} %. Daarna kunt u onthullen.`,
    close: 'Sluit de stemming',
    closeTitle: 'De stemming sluiten?',
    closeText: (voted: number, of: number) =>
      `${voted} van ${of} hebben gestemd. Een gesloten stemming gaat niet meer open.`,
    paper: 'Papier en handen',
    paperLeft: (n: number) =>
      n === 1
        ? '1 stembiljet op papier is pas door één begeleider ingevoerd, of verschilt. Dat telt dan niet mee.'
        : `${nl(n)} stembiljetten op papier zijn pas door één begeleider ingevoerd, of verschillen. Die tellen dan niet mee.`,
    collectingPanel:
      'Gesloten voor telefoons en laptops. Voer nu het papier en de handen in. Sluit daarna de stemming: dan tellen we alles.',
    abort: 'Breek af',
    abortTitle: 'De stemming afbreken?',
    abortText: 'Alle stemmen worden weggegooid. Iedereen hoort dat. Dit kunt u niet ongedaan maken.',
    reveal: 'Onthul de uitslag',
    closedPanel: 'De stemming is gesloten en geteld. Ook u ziet de uitslag pas als u onthult.',
    revealedPanel: 'De uitslag is onthuld.',
    abortedPanel: 'De stemming is afgebroken. Ga terug en weer vooruit voor een nieuwe ronde.',
    busy: 'Bezig',
    decides: (groups: string) => `Alleen deze stemmen beslissen: ${groups}.`,
    othersApart: 'Andere groepen mogen ook stemmen. Hun stem telt apart.',
    othersNone: 'Andere groepen stemmen niet mee.',
    ownGroup: 'Let op: wie zonder badge of link binnenkomt, kiest zelf een groep. Met tickets staat de groep vast.',
    ticketsFirst:
      'Elke stem heeft een ticket of een badge nodig. Alle tickets die niet zijn ingetrokken, tellen mee in de opkomst.',
  },
  en: {
    voted: 'have voted',
    of: (n: number) => `of ${n}`,
    ofTickets: (n: number) => (n === 1 ? 'of 1 ticket is in' : `of ${en(n)} tickets are in`),
    openingPanel: 'The vote is about to open.',
    devicesFirst: 'Mind: the vote counts devices, not people. Does a table share a device? Then pass it round.',
    manyItems: (n: number) =>
      `There are ${en(n)} choices. With more than 30 people do not read everything. First hold a round with dots or pairs, merge cards, or vote on themes.`,
    alike: (pairs, more) =>
      `These choices look alike, and would share their votes: ${pairs.map(([one, other]) => `“${one}” and “${other}”`).join('; ')}.${more > 0 ? ` And ${en(more)} more such pairs.` : ''} See whether you want to merge them.`,
    lastCall: 'Last call: 1 minute left',
    lastCallSays: 'Last call. The vote is about to close. Send your vote now.',
    lastCalled: 'The last call is on every screen. When the minute is over, close the vote.',
    extend: 'Add 1 minute',
    unpriced: (n: number) =>
      n === 1
        ? '1 idea has no amount. It is not on the ballot.'
        : `${en(n)} ideas have no amount. They are not on the ballot.`,
    tablesFirst: 'Each table sends one vote together. Has a table a secretary? Then they vote.',
    counting: (percent: number) => `The votes are being counted: ${percent} %. After that you can reveal.`,
    close: 'Close the vote',
    closeTitle: 'Close the vote?',
    closeText: (voted: number, of: number) => `${voted} of ${of} have voted. A closed vote never opens again.`,
    paper: 'Paper and hands',
    paperLeft: (n: number) =>
      n === 1
        ? '1 ballot on paper was entered by one facilitator only, or differs. It will not count.'
        : `${en(n)} ballots on paper were entered by one facilitator only, or differ. They will not count.`,
    collectingPanel:
      'Closed for phones and laptops. Now enter the paper and the hands. Then close the vote: all is counted.',
    abort: 'Abort',
    abortTitle: 'Abort the vote?',
    abortText: 'All votes are thrown away. Everybody is told. You can not undo this.',
    reveal: 'Reveal the result',
    closedPanel: 'The vote is closed and counted. You too see the result only when you reveal it.',
    revealedPanel: 'The result is revealed.',
    abortedPanel: 'The vote was aborted. Go back and forward again for a new round.',
    busy: 'Busy',
    decides: (groups: string) => `Only these votes decide: ${groups}.`,
    othersApart: 'Other groups may vote too. Their votes are counted apart.',
    othersNone: 'Other groups do not vote.',
    ownGroup:
      'Mind: whoever comes in without a badge or a link chooses a group themselves. With tickets the group is fixed.',
    ticketsFirst: 'Every vote needs a ticket or a badge. All tickets that were not withdrawn count in the turnout.',
  },
});
