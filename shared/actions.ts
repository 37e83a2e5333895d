/** What people may want to do, and what a rule may ask about them and about the session. The rules themselves are in `rules.ts`. */
import type { Electorate } from './electorate.ts';
import type { Duty, Format, Phase, VotePhase } from './format.ts';
import type { MatchFacts } from './matchfacts.ts';
import type { Fields, Role, SessionState, VoteState } from './model.ts';
import type { PlanFacts } from './plans.ts';
import type { When } from './programme.ts';

/** What somebody wants to do. Only what a rule looks at is here; the rest of a command is checked by its schema. */
export type Action =
  | MakeCard
  | { type: 'card.edit'; card: string; title?: string; text?: string; fields?: Fields }
  | { type: 'card.column'; card: string; column: string | null }
  | { type: 'card.move'; card: string; cluster: string | null }
  | { type: 'cluster.make'; name: string }
  | { type: 'cluster.name'; cluster: string; name?: string }
  | { type: 'card.withdraw' | 'card.return'; card: string }
  | { type: 'cards.merge'; cards: readonly string[] }
  | { type: 'card.unmerge'; card: string }
  | { type: 'cluster.dissolve' | 'cluster.restore'; cluster: string }
  | { type: 'cluster.merge'; cluster: string; into: string }
  | { type: 'card.handIn' }
  | { type: 'inbox.take' | 'inbox.return' | 'themes.push' }
  | { type: 'plan.make' }
  | { type: 'plan.read' | 'plan.write' | 'plan.done' | 'plan.reopen'; plan: string }
  | { type: 'ballot.cast'; settings?: Electorate & Pick<VotePhase, 'method' | 'per'> }
  | { type: 'ballot.seat' }
  | { type: 'ticket.take' }
  | { type: 'table.choose' }
  | { type: 'lot.decline' }
  | { type: 'name.erase' | 'invitation.accept' }
  | { type: 'pitch.sign'; item: string }
  | { type: 'poll.answer' }
  | { type: 'reply.give'; phase: string }
  | { type: 'phase.move'; when?: When }
  | { type: 'team.join' | 'team.leave' | 'team.lead'; phase: string; item: string }
  | { type: 'bid.place'; phase: string; lot: string }
  | { type: 'bid.accept' | 'bid.release' | 'bid.withdraw'; bid: string }
  | { type: 'lot.call' | 'match.set'; phase: string }
  | { type: 'contact.give' | 'contact.withdraw'; match: string }
  | { type: Lead };

export interface MakeCard {
  type: 'card.make';
  kind: string;
  title: string;
  text: string;
  fields?: Fields;
  on?: string | null;
  column?: string | null;
  /** by command: the server writes it, now or when it may be seen */
  command?: true;
}

/** What only facilitators do, whatever the phase. */
export type Lead =
  | 'session.open'
  | 'session.end'
  | 'session.edit'
  | 'session.delete'
  | 'session.rehearse'
  | 'session.follow'
  | 'timer.set'
  | 'screen.set'
  | 'board.lock'
  | 'doors.set'
  | 'announce'
  | 'card.hide'
  | 'card.show'
  | 'card.paper'
  | 'paper.print'
  | 'paper.enter'
  | 'held.judge'
  | 'participant.remove'
  | 'participant.appoint'
  | 'invitation.make'
  | 'balance.set'
  | 'facilitator.invite'
  | 'format.set'
  | 'pitch.move'
  | 'poll.show'
  | 'check.set'
  | 'vote.set'
  | 'vote.collect'
  | 'vote.close'
  | 'vote.abort'
  | 'vote.reveal'
  | 'vote.show'
  | 'table.draw'
  | 'table.move'
  | 'lot.draw'
  | 'lot.strike'
  | 'badge.make'
  | 'badge.renew'
  | 'badge.mark'
  | 'ticket.make'
  | 'ticket.withdraw'
  | 'points.list'
  | 'points.restore'
  | 'export';

export type ActionType = Action['type'];

export interface Actor {
  role: Role;
  removed: boolean;
  /** id of the capacity in which they take part; empty: none, or not a participant */
  group: string;
  table: number | null;
  duties: readonly Duty[];
  /** has a ticket, or a badge: where a vote asks for one */
  ticket?: boolean;
  owns(card: string): boolean;
  /** this plan is (also) theirs to write */
  writes(plan: string): boolean;
}

export interface CardFacts {
  kind: string;
  gone: boolean;
  mergedInto: string | null;
  merged: boolean;
  /** the table on its stamp */
  table: number | null;
}

/** What a rule may know of the session: the same answers from the server's registry and from a client's document. */
export interface Facts {
  state: SessionState;
  format: Format;
  phase: Phase | null;
  /** the phase before, while its grace runs (grace.ts) */
  grace: Phase | null;
  locked: boolean;
  /** of the vote in question: that of the current phase, or the one a command names */
  vote: VoteState | null;
  card(id: string): CardFacts | null;
  cluster(id: string): { gone: boolean } | null;
  plan(id: string): PlanFacts | null;
  /** cards this actor made in the phase the card would belong to; where a table writes together, those of the table */
  made(phase: Phase): number;
  /** a card, a theme or a plan that is there; `mine` says whether this actor speaks for it */
  item(id: string): { mine: boolean } | null;
  /** where this actor sits */
  table: number | null;
  /** somebody at this table has the duty to write for it */
  hasSecretary(table: number): boolean;
  /** somebody else of the theme team has taken it from the inbox, and it has no place yet */
  taken(card: string): boolean;
  cardCount: number;
  clusterCount: number;
  /** teams, lots and bids (matchfacts.ts) */
  match: MatchFacts;
}
