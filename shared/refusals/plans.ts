/** Why somebody can not write in a plan, or hand it in, now. */
export const plans = {
  not_your_plan: no(403, 'Dit plan is van een andere tafel of groep.', 'This plan belongs to another table or group.'),
  plan_done: no(
    409,
    'Dit plan is al ingeleverd. Uw tekst is niet weg.',
    'This plan has been handed in. Your text is not lost.',
  ),
  plan_unfinished: no(409, 'Er is nog een veld leeg dat moet.', 'A field that is needed is still empty.'),
} as const;

function no(status: number, nl: string, en: string) {
  return { status, close: 4_000 + status, nl, en };
}
