/**
 * The guard: which changes would this update make, and may this person make each of them? It judges before anything is
 * applied, so that nothing unlawful enters the document, its history or the disk. One refusal refuses the whole update.
 */
import type * as Y from 'yjs';
import { cardKindOf } from '../../shared/format.ts';
import { limits } from '../../shared/limits.ts';
import { refuse, yes, type Refusal, type Yes } from '../../shared/refusals.ts';
import type { Action, Actor, Facts } from '../../shared/actions.ts';
import { can, phaseFor, rules } from '../../shared/rules.ts';
import { Arrivals, withArrivals, type Register } from './guard/arrivals.ts';
import { readIncoming, type Resync } from './guard/bytes.ts';
import { readChanges, type Change, type Growth } from './guard/changes.ts';
import { claimClients, mayWrite } from './guard/claims.ts';
import { readDeletions } from './guard/deletions.ts';
import { landAll } from './guard/landing.ts';
import { BoardPlaces } from './guard/place.ts';
import type { Identity } from '../ports.ts';

export interface Passed {
  ok: true;
  /** what to apply: the update without what the document already has */
  update: Uint8Array;
  changes: Change[];
  /** what the update makes and claims, to be recorded when it is stored */
  arrivals: Arrivals;
  /** it holds nothing new */
  empty: boolean;
}

export type Verdict = Passed | Refusal | Resync;

/**
 * @param desk answers for the session as it is now, with all that came in before (`withArrivals`)
 * @returns what to apply; or why not; or that the client must sync again, because the update builds on something unknown
 */
export function judge(doc: Y.Doc, update: Uint8Array, desk: Register, identity: Identity): Verdict {
  // 1. Is it an update, and what of it is new?
  const incoming = readIncoming(doc, update);
  if (!('bytes' in incoming)) return incoming;

  // 2. What does it delete?
  const places = new BoardPlaces(doc);
  const deletions = readDeletions(doc, incoming, places);
  if (!('deaths' in deletions)) return deletions;

  // 3. Nothing new is always fine: every client answers our sync step 1, readers too.
  const arrivals = new Arrivals();
  const passed: Passed = { ok: true, update: incoming.bytes, changes: [], arrivals, empty: false };
  if (incoming.structs.size === 0 && deletions.deaths.length === 0) return { ...passed, empty: true };

  // 4. Does this person write at all, and in their own name?
  const who = mayWrite(desk.actor(identity), identity);
  if (typeof who !== 'string') return who;
  const claimed = claimClients(doc, incoming, desk, who);
  if ('ok' in claimed) return claimed;
  for (const client of claimed) arrivals.clients.set(client, who);

  // 5. Where does each piece land, and what does it all mean?
  const landed = landAll(doc, incoming, places);
  if (!Array.isArray(landed)) return landed;
  const changes = readChanges(landed, deletions);
  if (!Array.isArray(changes)) return changes;

  // 6. May they?
  const register = withArrivals(desk, arrivals);
  const [actor, facts] = [register.actor(identity), register.facts(doc, identity)];
  for (const change of changes) {
    const answer = mayChange(change, actor, facts);
    if (!answer.ok) return answer;
    note(change, who, actor, facts, arrivals);
  }
  return { ...passed, changes };
}

function mayChange(change: Change, actor: Actor, facts: Facts): Yes | Refusal {
  if ('grows' in change && change.grows && isTooLong(change, change.grows, facts)) return refuse('too_large', 'text');
  const answer = can(actionOf(change), actor, facts);
  // what has no words in it merely crossed on the way
  return !answer.ok && answer.code === 'card_gone' && isWordless(change) ? yes : answer;
}

/** Texts that are shared are bound by the guard alone: the form's bound does not know what others write meanwhile. */
function actionOf(change: Change): Action {
  switch (change.type) {
    case 'card.edit':
      return {
        type: 'card.edit',
        card: change.card,
        ...(change.title !== undefined && { title: change.title }),
        ...(change.fields && { fields: change.fields }),
      };
    case 'cluster.name':
      return { type: 'cluster.name', cluster: change.cluster };
    case 'card.make':
    case 'card.move':
    case 'card.column':
    case 'cluster.make':
      return change;
  }
}

function isTooLong(change: Change, { added, length }: Growth, facts: Facts): boolean {
  if (added === 0) return false;
  return (
    length >
    limits.sharedTextSlack * (change.type === 'cluster.name' ? limits.clusterNameLength : textMax(change, facts))
  );
}

function textMax(change: Change, { card, format }: Facts): number {
  const kind = 'card' in change ? card(change.card)?.kind : undefined;
  return cardKindOf(format, kind ?? '')?.textMax ?? limits.textLength;
}

function isWordless(change: Change): boolean {
  if (change.type === 'card.edit') return change.title === undefined && !change.fields && !change.grows?.added;
  return change.type === 'card.move' || change.type === 'card.column';
}

/** What is made counts for the rest of the update. */
function note(change: Change, who: string, { table }: Actor, facts: Facts, arrivals: Arrivals): void {
  if (change.type === 'card.make') {
    const phase = phaseFor(rules['card.make'], facts, change.kind)?.id ?? '';
    arrivals.cards.set(change.card, { who, kind: change.kind, phase, table });
  }
  if (change.type === 'card.move') arrivals.moves.set(change.card, change.cluster);
  if (change.type === 'cluster.make') arrivals.clusters.add(change.cluster);
}
