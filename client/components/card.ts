/** How a card shows: closed list, one line a look (LOOK part 4). */
export type CardLook =
  | 'rest' // white
  | 'new' // yellow, ink edge, leans; say "Nieuw" in the meta line
  | 'justIn' // one of the last three: straight, ink edge
  | 'discussed' // large, ink edge
  | 'yours' // own device only; say "Van u"
  | 'draft' // dashed; say "Klad, alleen u ziet dit"
  | 'waiting' // not yet on the server; say "Wacht op internet"
  | 'writing' // somebody else has it open; say who
  | 'merged' // stack of edges; say "3 samen"
  | 'held' // picked up; say where it goes
  | 'hidden' // console only; say the reason
  | 'chosen' // yellow with its rank as a figure
  | 'refused'; // back as a draft on amber; say why
