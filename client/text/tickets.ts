import { dictionary } from './dictionary.ts';

/** Tickets on a phone and at a table; comes with the form. */
export const ticketText = dictionary({
  nl: {
    needed: 'Stemmen kan hier alleen met een ticket',
    neededLead:
      'De begeleider deelt tickets uit. Heeft u er geen? Vraag de begeleider om een ticket. Meekijken en schrijven kan ook zonder.',
    code: 'Code van uw ticket',
    codeHint:
      'Twaalf letters en cijfers, in drie groepjes. Of scan de QR-code op uw ticket met de camera van uw telefoon.',
    codeWrong: 'De code heeft twaalf letters en cijfers. De 0, O, 1 en I komen er niet in voor.',
    take: 'Gebruik dit ticket',
    taking: 'Wordt gecontroleerd',
    heading: 'Uw ticket',
    checking: 'Wij controleren uw ticket.',
    taken: 'Uw ticket werkt. U kunt hiermee stemmen, op dit apparaat.',
    takenAs: (group: string) => `Uw ticket werkt. U stemt als ${group}, op dit apparaat.`,
    goOn: 'Verder',
    other: 'Vul een andere code in',
    offline: 'Geen verbinding. Uw ticket is nog niet gebruikt. Probeer het zo opnieuw.',
    held: 'U heeft een ticket. Uw groep staat daarop.',
    have: 'Ik heb een ticket',
  },
  en: {
    needed: 'You can vote here with a ticket only',
    neededLead:
      'The facilitator hands out tickets. Do you have none? Ask the facilitator for a ticket. You can look on and write without one.',
    code: 'Code of your ticket',
    codeHint:
      'Twelve letters and digits, in three groups. Or scan the QR code on your ticket with the camera of your phone.',
    codeWrong: 'The code has twelve letters and digits. It never has a 0, O, 1 or I.',
    take: 'Use this ticket',
    taking: 'Checking',
    heading: 'Your ticket',
    checking: 'We are checking your ticket.',
    taken: 'Your ticket works. You can vote with it, on this device.',
    takenAs: (group: string) => `Your ticket works. You vote as ${group}, on this device.`,
    goOn: 'Go on',
    other: 'Enter another code',
    offline: 'No connection. Your ticket has not been used yet. Try again in a moment.',
    held: 'You have a ticket. Your group is on it.',
    have: 'I have a ticket',
  },
});
