import type { matching } from './refusals/matching.ts';
import type { lead } from './refusals/lead.ts';
import type { paper } from './refusals/paper.ts';
import type { tickets } from './refusals/tickets.ts';
import { plans } from './refusals/plans.ts';
import { places } from './refusals/places.ts';
import { votes } from './refusals/votes.ts';

/**
 * Every "no" in the product: a code for programs, a status for HTTP, a close code for WebSocket, a sentence for people.
 * A refusal is a value; exceptions are for bugs.
 */
export const refusals = {
  ...plans,
  ...places,
  ...votes,

  // What no honest client sends
  bad_message: no(
    400,
    4400,
    'Dit bericht klopt niet. Ververs de pagina.',
    'This message is not valid. Refresh the page.',
  ),
  bad_request: no(400, 4400, 'Er klopt iets niet in wat u invulde.', 'Something in what you entered is not right.'),
  bad_content: no(
    400,
    4400,
    'Dit soort inhoud hoort niet op het bord.',
    'This kind of content does not belong on the board.',
  ),
  foreign_client: no(
    403,
    4403,
    'Deze wijziging staat op naam van een ander.',
    'This change is in someone else’s name.',
  ),
  not_allowed: no(403, 4403, 'Dat mag u hier niet doen.', 'You may not do that here.'),
  not_yours: no(403, 4403, 'Dit is een kaart van iemand anders.', 'This card is someone else’s.'),
  server_only: no(
    403,
    4403,
    'Dit deel van het bord vult alleen de server.',
    'Only the server writes this part of the board.',
  ),
  wrong_origin: no(403, 4403, 'Dit verzoek komt van een andere website.', 'This request comes from another website.'),
  too_large: no(413, 4413, 'Dit is te groot. Maak het korter.', 'This is too large. Make it shorter.'),
  old_version: no(
    426,
    4426,
    'Er is een nieuwe versie. Ververs de pagina.',
    'There is a new version. Refresh the page.',
  ),

  // Who are you
  no_identity: no(401, 4401, 'Doe eerst mee met de code van het scherm.', 'First join with the code on the screen.'),
  bad_token: no(
    401,
    4401,
    'Deze link werkt niet (meer). Vraag een nieuwe.',
    'This link does not work (any more). Ask for a new one.',
  ),
  bad_invitation: no(
    401,
    4401,
    'Deze uitnodiging werkt niet (meer). Vraag de begeleider om een nieuwe.',
    'This invitation does not work (any more). Ask the facilitator for a new one.',
  ),
  removed: no(
    403,
    4403,
    'De begeleider heeft u uit deze sessie gehaald.',
    'The facilitator has removed you from this session.',
  ),

  group_fixed: no(
    409,
    4409,
    'Er loopt een stemming per groep. Uw groep kan nu niet veranderen.',
    'A vote by group is open. Your group can not change now.',
  ),

  // What merely crossed on the way, or came at the wrong time
  phase_closed: no(
    409,
    4409,
    'Dit onderdeel is voorbij. Uw tekst is niet weg.',
    'This part is over. Your text is not lost.',
  ),
  phase_moved: no(
    409,
    4409,
    'De fase is al veranderd. Kijk eerst waar u nu bent.',
    'The phase has already changed. Look first where you are.',
  ),
  not_now: no(409, 4409, 'Dit onderdeel is nu niet aan de beurt.', 'This part is not on now.'),
  pitched: no(409, 4409, 'Deze pitch is al aan de beurt geweest.', 'This pitch has had its turn.'),
  poll_closed: no(409, 4409, 'De vragen zijn gesloten.', 'The questions are closed.'),
  reason_needed: no(400, 4400, 'Schrijf er een reden bij.', 'Add a reason.'),
  card_gone: no(
    409,
    4409,
    'Deze kaart is er niet meer. Uw tekst is niet weg.',
    'This card is gone. Your text is not lost.',
  ),
  card_exists: no(409, 4409, 'Deze kaart staat er al.', 'This card is already there.'),
  cluster_exists: no(409, 4409, 'Dit thema is er al.', 'This theme is already there.'),
  cluster_gone: no(409, 4409, 'Dit thema is er niet meer.', 'This theme is gone.'),
  already_merged: no(409, 4409, 'Iemand voegde deze kaarten net al samen.', 'Someone has just merged these cards.'),
  card_taken: no(
    409,
    4409,
    'Iemand anders van de redactie is met deze kaart bezig.',
    'Somebody else of the theme team is working on this card.',
  ),
  built_upon: no(409, 4409, 'Iemand anders ging hier al op verder.', 'Someone else has already built on this.'),
  locked: no(
    409,
    4409,
    'De begeleider heeft het bord even op slot gezet.',
    'The facilitator has locked the board for now.',
  ),
  not_open_yet: no(409, 4409, 'Deze sessie is nog niet open.', 'This session is not open yet.'),
  ended: no(409, 4409, 'Deze sessie is afgelopen.', 'This session has ended.'),
  doors_shut: no(
    409,
    4409,
    'De deuren zijn dicht. Vraag het de begeleider.',
    'The doors are shut. Ask the facilitator.',
  ),
  vote_not_open: no(409, 4409, 'De stemming is niet open.', 'The vote is not open.'),
  board_fixed: no(
    409,
    4409,
    'Er loopt een stemming: het bord staat vast. Sluit de stemming of breek hem af.',
    'A vote is open: the board is fixed. Close the vote or abort it.',
  ),
  no_right_to_vote: no(403, 4403, 'U heeft in deze ronde geen stemrecht.', 'You have no right to vote in this round.'),
  bad_ballot: no(400, 4400, 'Dit stembiljet klopt niet.', 'This ballot is not valid.'),
  unknown_item: no(
    400,
    4400,
    'Op dit stembiljet staat iets dat niet in de stemming is.',
    'This ballot names something that is not in the vote.',
  ),

  // Writing cards
  field_missing: no(
    400,
    4400,
    'Er is nog iets niet ingevuld dat wel moet.',
    'Something that is needed is still empty.',
  ),
  no_seat: no(409, 4409, 'U zit nog niet aan een tafel.', 'You do not sit at a table yet.'),
  secretary_writes: no(
    409,
    4409,
    'Uw tafelsecretaris schrijft voor de tafel.',
    'The secretary of your table writes for the table.',
  ),

  // Limits
  too_many_cards: no(
    409,
    4409,
    'U heeft al zoveel kaarten gemaakt als hier kan.',
    'You have made as many cards as you can here.',
  ),
  too_many_clusters: no(
    409,
    4409,
    'Er zijn al zoveel thema’s als op het bord passen.',
    'There are as many themes as the board can hold.',
  ),
  board_full: no(409, 4409, 'Het bord is vol.', 'The board is full.'),
  session_full: no(409, 4409, 'Deze sessie zit vol: 2.000 deelnemers.', 'This session is full: 2,000 participants.'),
  too_many: no(409, 4409, 'Er zijn er al te veel van.', 'There are already too many of these.'),
  too_fast: no(
    429,
    4429,
    'Dat gaat te snel. Wacht even en probeer het opnieuw.',
    'That is too fast. Wait a moment and try again.',
  ),

  // Not there, or not now
  no_session: no(
    404,
    4404,
    'Er is geen sessie met deze code. Kijk of de code klopt.',
    'There is no session with this code. Check the code.',
  ),
  session_deleted: no(
    410,
    4410,
    'Deze sessie is verwijderd, met alles erin.',
    'This session has been deleted, with everything in it.',
  ),
  not_found: no(404, 4404, 'Dit is er niet.', 'This does not exist.'),
  store_unavailable: no(
    503,
    1013,
    'Bewaren lukt nu niet. Laat de pagina open en probeer het zo opnieuw.',
    'Saving does not work now. Keep the page open and try again in a moment.',
  ),
  server_error: no(
    500,
    1011,
    'Er ging iets mis bij ons. Probeer het opnieuw.',
    'Something went wrong on our side. Try again.',
  ),
} as const satisfies Record<string, RefusalKind>;

export interface RefusalKind {
  status: number;
  close: number;
  nl: string;
  en: string;
}

/** Of some the sentence comes with the page that shows them (`refusals/`): a phone does not carry those. */
type Elsewhere = keyof typeof matching | keyof typeof lead | keyof typeof paper | keyof typeof tickets;
export type RefusalCode = keyof typeof refusals | Elsewhere;
export type Language = 'nl' | 'en';

/** `detail` says which field or which limit, for programs and for the log; never a person's text. */
export interface Refusal {
  ok: false;
  code: RefusalCode;
  detail?: string;
}

export interface Yes {
  ok: true;
}

export const yes: Yes = { ok: true };

export function refuse(code: RefusalCode, detail?: string): Refusal {
  return detail === undefined ? { ok: false, code } : { ok: false, code, detail };
}

/** The sentence people read. */
export function sentence(code: RefusalCode, language: Language): string {
  const known: Partial<Record<RefusalCode, RefusalKind>> = refusals;
  return (known[code] ?? refusals.server_error)[language];
}

function no(status: number, close: number, nl: string, en: string): RefusalKind {
  return { status, close, nl, en };
}
