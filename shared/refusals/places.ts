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
};

function no(status: number, nl: string, en: string) {
  return { status, close: 4000 + status, nl, en };
}
