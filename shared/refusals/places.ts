/** Why a table, a lot or a badge can not be had now. */
export const places = {
  bad_badge: no(
    401,
    'Deze code van een badge klopt niet. Kijk nog eens goed.',
    'This badge code is not right. Have another look.',
  ),
  badge_needed: no(401, 'Vul de code van uw badge in.', 'Enter the code of your badge.'),
  badge_voted: no(
    409,
    'Met deze badge is al gestemd. Dat kan één keer.',
    'This badge has voted already. That can be done once.',
  ),
  ballot_final: no(
    409,
    'U stemde aan tafel. Die stem kunt u niet meer wijzigen.',
    'You voted at a table. That ballot can not be changed any more.',
  ),
  nobody_to_seat: no(409, 'Er is nog niemand om een tafel te geven.', 'There is nobody to give a table to yet.'),
  nobody_seated: no(409, 'De tafels zijn nog niet ingedeeld.', 'Nobody has been given a table yet.'),
  nobody_to_draw: no(409, 'Er is nog niemand die meedoet aan de loting.', 'Nobody takes part in the lot yet.'),
  lot_drawn: no(409, 'De loting is al getrokken. Die ligt vast.', 'The lot has been drawn. It is fixed.'),
  not_in_lot: no(404, 'Dit nummer deed niet mee aan de loting.', 'This number took no part in the lot.'),
};

function no(status: number, nl: string, en: string) {
  return { status, close: 4000 + status, nl, en };
}
