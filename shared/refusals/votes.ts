/** Why a ballot, or a vote, can not go on now. */
export const votes = {
  secretary_votes: no(
    409,
    'Uw tafel stuurt samen één stem. De tafelsecretaris doet dat.',
    'Your table sends one vote together. The secretary of the table does.',
  ),
  table_ballot: no(
    409,
    'In deze ronde stemt de tafel samen. Stemmen met een badge kan niet.',
    'In this round the table votes together. Voting with a badge is not possible.',
  ),
};

function no(status: number, nl: string, en: string) {
  return { status, close: 4000 + status, nl, en };
}
