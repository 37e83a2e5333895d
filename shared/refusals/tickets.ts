/** Why a ticket does not give a vote. They come with the form that asks for one. */
export const tickets = {
  ticket_needed: no(
    403,
    'Voor deze stemming heeft u een ticket nodig. Vraag de begeleider om een ticket.',
    'You need a ticket for this vote. Ask the facilitator for a ticket.',
  ),
  ticket_typo: no(
    400,
    'Er zit een fout in deze code. Kijk de letters en cijfers nog eens na.',
    'There is a mistake in this code. Check the letters and digits again.',
  ),
  bad_ticket: no(
    401,
    'Dit ticket hoort niet bij deze sessie. Vraag de begeleider om een ticket.',
    'This ticket does not belong to this session. Ask the facilitator for a ticket.',
  ),
  ticket_used: no(
    409,
    'Dit ticket is al gebruikt op een ander apparaat. Vraag de begeleider om een nieuw ticket.',
    'This ticket has been used on another device. Ask the facilitator for a new ticket.',
  ),
  ticket_voted: no(
    409,
    'Met dit ticket is al gestemd. Dat kan één keer.',
    'This ticket has voted already. That can be done once.',
  ),
  ticket_withdrawn: no(
    409,
    'Dit ticket is ingetrokken. Vraag de begeleider om een nieuw ticket.',
    'This ticket was withdrawn. Ask the facilitator for a new ticket.',
  ),
  ticket_held: no(
    409,
    'U heeft al een ticket of een badge. Een tweede is niet nodig: geef dit ticket terug.',
    'You have a ticket or a badge already. You need no second one: give this ticket back.',
  ),
  ticket_group: no(
    409,
    'Uw groep staat op uw ticket of badge. Klopt die niet? Vraag de begeleider om een ander ticket.',
    'Your group is on your ticket or badge. Is it wrong? Ask the facilitator for another ticket.',
  ),
  ticket_not_asked: no(
    409,
    'Voor deze stemming is geen ticket nodig. Stem met uw telefoon of uw badge.',
    'This vote needs no ticket. Vote with your phone or your badge.',
  ),
} as const;

function no(status: number, nl: string, en: string) {
  return { status, close: 4_000 + status, nl, en };
}
