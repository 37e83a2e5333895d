/** Whose plan is it? The same answer from the server's register and from a client's board. */
import type * as Y from 'yjs';
import type { Me } from './api/me.ts';
import { readBid } from './bids.ts';
import { readCard, readLive } from './document.ts';
import { phaseOf, type Format } from './format.ts';
import type { Plan } from './plans.ts';

/** What somebody has and is in. */
export interface Belongings {
  table: number | null;
  owns(card: string): boolean;
  /** the cards merged into this one */
  originals(card: string): readonly string[];
  /** in the newest team about this */
  inTeam(item: string): boolean;
  /** on either side */
  inMatch(match: string): boolean;
}

/** As a program sees them that has the board and `/me`. */
export function belongingsIn(
  doc: Y.Doc,
  runs: Readonly<Record<string, number>>,
  me: Pick<Me, 'participant' | 'matching'> | null,
  owns: Belongings['owns'],
): Belongings {
  const { teams = [], bids = [], lots = [] } = me?.matching ?? {};
  return {
    table: me?.participant?.table ?? null,
    owns,
    originals: (card) => readCard(doc, card)?.mergedFrom ?? [],
    inTeam: (item) => teams.some((team) => team.item === item && team.run === runs[team.phase]),
    inMatch: (match) => bids.includes(match) || lots.includes(readBid(readLive(doc), match)?.lot ?? ''),
  };
}

/** Of a participant; facilitators write in every plan. */
export function isTheirs(plan: Plan, format: Format, own: Belongings): boolean {
  const phase = phaseOf(format, plan.phase);
  if (phase?.kind !== 'draft') return false;
  switch (phase.by) {
    case 'facilitator':
      return false;
    case 'everybody':
      return true;
    case 'table':
      return plan.table !== null && plan.table === own.table;
    case 'team':
      return plan.team !== null && own.inTeam(plan.team);
    case 'match':
      return plan.match !== null && own.inMatch(plan.match);
    case 'bringer':
      return brings(plan, own);
  }
}

/** A plan about an earlier plan belongs to whoever that one belongs to: it took over its table or team. */
function brings({ table, team, match, card }: Plan, own: Belongings): boolean {
  if (table !== null) return table === own.table;
  if (team !== null) return own.inTeam(team);
  if (match !== null) return own.inMatch(match);
  return card !== null && wrote(card, own, new Set());
}

/** This card, or one that was merged into it. */
function wrote(card: string, own: Belongings, seen: Set<string>): boolean {
  if (seen.has(card)) return false;
  seen.add(card);
  return own.owns(card) || own.originals(card).some((one) => wrote(one, own, seen));
}
