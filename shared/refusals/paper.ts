/** Why a ballot on paper, or hands of a table, can not be entered now. Only the console has these sentences. */
export const paper = {
  paper_bad_code: no(
    400,
    'Deze code klopt niet. Kijk nog eens goed op het stembiljet.',
    'This code is not right. Have another look at the ballot.',
  ),
  paper_unknown: no(404, 'Dit stembiljet hoort niet bij deze sessie.', 'This ballot does not belong to this session.'),
  paper_other_vote: no(
    409,
    'Dit stembiljet is voor een andere stemming of een eerdere ronde. Het telt hier niet mee.',
    'This ballot is for another vote, or for an earlier round. It does not count here.',
  ),
  paper_counted: no(
    409,
    'Dit stembiljet is al geteld. Elk stembiljet telt één keer.',
    'This ballot has been counted already. Each ballot counts once.',
  ),
  paper_aside: no(
    409,
    'Dit stembiljet is ongeldig verklaard. Maak dat eerst ongedaan.',
    'This ballot was set aside as spoiled. Undo that first.',
  ),
  paper_closed: no(
    409,
    'Stemmen op papier kunt u nu niet invoeren. Dat kan zolang de stemming niet geteld is.',
    'Ballots on paper can not be entered now. You can as long as the vote is not counted.',
  ),
  paper_table: no(
    409,
    'Hier stemt elke tafel samen, op één apparaat. Dan kan niemand op papier stemmen.',
    'Here each table votes together, on one device. So nobody can vote on paper.',
  ),
  hands_not: no(
    409,
    'Bij deze manier van stemmen kunt u geen handen tellen. Gebruik papier.',
    'Hands can not be counted with this method. Use paper.',
  ),
  hands_too_many: no(
    400,
    'Er zijn meer handen dan er mensen aan deze tafel met handen stemmen.',
    'There are more hands than people at this table who vote with their hands.',
  ),
  hands_first: no(
    409,
    'Iedereen heeft hier een badge. Sluit eerst de stemming voor telefoons. Tel daarna de handen.',
    'Everybody has a badge here. Close the vote for phones first. Then count the hands.',
  ),
  hands_table: no(
    409,
    'Aan deze tafel zitten minder mensen, of zij stemden al met hun telefoon.',
    'Fewer people sit at this table, or they have voted with their phones.',
  ),
} as const;

function no(status: number, nl: string, en: string) {
  return { status, close: 4_000 + status, nl, en };
}
