/** What only whoever leads, or opens a session, hears. */
export const lead = {
  bad_create_key: no(403, 'Voor een nieuwe sessie is hier een sleutel nodig.', 'Opening a session here needs a key.'),
  bad_format: no(
    400,
    'Deze werkvorm klopt niet. Hieronder staat waar en waarom.',
    'This format is not right. Below is where, and why.',
  ),
  phase_fixed: no(
    409,
    'Dit onderdeel is al geweest. U kunt het niet meer weghalen of anders instellen. Weglaten kan wel.',
    'This part has been held. It can not be removed or set differently any more. It can be left out.',
  ),
  pitch_moved: no(
    409,
    'De volgende is al aan de beurt. Kijk eerst wie er nu is.',
    'The next one is on already. Look first who is on now.',
  ),
  vote_open: no(
    409,
    'Er loopt nog een stemming. Sluit die af, breek hem af of laat hem doorlopen.',
    'A vote is still open. Close it, abort it or let it run on.',
  ),
  vote_fixed: no(
    409,
    'Deze stemming is al gehouden. De manier van stemmen ligt vast.',
    'This vote has been held. The way of voting is fixed.',
  ),
  vote_not_closed: no(409, 'Sluit eerst de stemming.', 'Close the vote first.'),
  bad_import: no(400, 'Wij kunnen dit bestand niet lezen.', 'We can not read this file.'),
  nobody_to_seat: no(409, 'Er is nog niemand om een tafel te geven.', 'There is nobody to give a table to yet.'),
  nobody_seated: no(409, 'De tafels zijn nog niet ingedeeld.', 'Nobody has been given a table yet.'),
  nobody_to_draw: no(409, 'Er is nog niemand die meedoet aan de loting.', 'Nobody takes part in the lot yet.'),
  lot_drawn: no(409, 'De loting is al getrokken. Die ligt vast.', 'The lot has been drawn. It is fixed.'),
  not_in_lot: no(404, 'Dit nummer deed niet mee aan de loting.', 'This number took no part in the lot.'),
  vote_counting: no(
    409,
    'De stemmen worden nog geteld. Onthullen kan over een ogenblik.',
    'The votes are still being counted. Reveal in a moment.',
  ),
  vote_not_counted: no(
    503,
    'Het tellen lukt nu niet. Probeer het over een ogenblik opnieuw.',
    'Counting does not work now. Try again in a moment.',
  ),
  group_too_small: no(
    409,
    'Een groep van de jury heeft minder dan 5 leden. Dan zou te zien zijn wat zij gaven.',
    'A group of the jury has fewer than 5 members. It would show what they gave.',
  ),
} as const;

function no(status: number, nl: string, en: string) {
  return { status, close: 4_000 + status, nl, en };
}
