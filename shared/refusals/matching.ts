/** Why somebody can not sign up, bid, accept or hammer now. */
export const matching = {
  too_many_teams: no(
    409,
    'U doet al mee in een andere groep. Ga daar eerst uit.',
    'You are already in another group. Leave that one first.',
  ),
  team_gone: no(409, 'Deze werkgroep is er niet (meer).', 'This working group is not there (any more).'),
  seats_kept: no(
    409,
    'De laatste plekken zijn voor een groep die nog ontbreekt.',
    'The last places are for a group that is still missing.',
  ),
  not_in_team: no(409, 'Doe eerst mee met deze werkgroep.', 'Join this working group first.'),
  has_lead: no(
    409,
    'Iemand anders wilde deze groep net al trekken.',
    'Someone else has just offered to lead this group.',
  ),
  own_lot: no(
    403,
    'Dit is uw eigen idee. U kiest straks uit de biedingen.',
    'This is your own idea. You choose from the bids.',
  ),
  floor_closed: no(409, 'Op dit kavel kunt u nu niet bieden.', 'You can not bid on this lot now.'),
  kind_not_allowed: no(409, 'Dit soort bod vragen we hier niet.', 'This kind of bid is not asked for here.'),
  too_many_bids: no(409, 'U heeft al zoveel geboden als hier kan.', 'You have made as many bids as you can here.'),
  lot_full: no(
    409,
    'Op dit kavel zijn al zoveel biedingen als er kunnen.',
    'This lot has as many bids as it can hold.',
  ),
  not_your_bid: no(403, 'Dit is een bod van iemand anders.', 'This is someone else’s bid.'),
  not_your_lot: no(403, 'Alleen wie dit idee inbracht, kan dit.', 'Only whoever brought this idea can do this.'),
  bid_gone: no(409, 'Dit bod is ingetrokken.', 'This bid was withdrawn.'),
  match_fixed: no(
    409,
    'De hamer is gevallen. U kunt dit koppel alleen nog intrekken, met een reden.',
    'The hammer has fallen. You can only withdraw this match now, with a reason.',
  ),
  reason_missing: no(400, 'Schrijf kort waarom het niet doorgaat.', 'Write briefly why it is off.'),
  other_lot_open: no(
    409,
    'Er is nog een ander kavel open. Gun dat eerst.',
    'Another lot is still open. Award that one first.',
  ),
  floor_moved: no(409, 'De veiling is al een stap verder.', 'The auction has already moved on.'),
  not_your_match: no(403, 'Dit is niet uw koppel.', 'This is not your match.'),
} as const;

function no(status: number, nl: string, en: string) {
  return { status, close: 4_000 + status, nl, en };
}
