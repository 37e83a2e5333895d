/**
 * What has passed the guard counts at once: for the next update of the same tick, and for the rest of the same update.
 * The desk hears of it only when it is stored.
 */
import type * as Y from 'yjs';
import { cardsMap, clustersMap } from '../../../shared/document.ts';
import type { CardFacts, Facts } from '../../../shared/actions.ts';
import { isByTable } from '../../../shared/phases/contribute.ts';
import type { Desk, Identity } from '../../ports.ts';

/** The part of a desk that answers. */
export type Register = Pick<Desk, 'actor' | 'facts' | 'writerOf'>;

export interface MadeCard {
  who: string;
  kind: string;
  /** id of the phase it counts for */
  phase: string;
  /** where its writer sits */
  table: number | null;
}

export class Arrivals {
  readonly cards = new Map<string, MadeCard>();
  readonly clusters = new Set<string>();
  readonly clients = new Map<number, string>();
  /** card → where it was put */
  readonly moves = new Map<string, string | null>();

  clear(): void {
    this.cards.clear();
    this.clusters.clear();
    this.clients.clear();
    this.moves.clear();
  }
}

/** The same register, with what came in since. */
export function withArrivals(desk: Register, arrivals: Arrivals): Register {
  return {
    writerOf: (client) => arrivals.clients.get(client) ?? desk.writerOf(client),
    actor: (identity) => {
      const actor = desk.actor(identity);
      const made = (card: string) => arrivals.cards.get(card)?.who === identity.who;
      return { ...actor, owns: (card) => made(card) || actor.owns(card) };
    },
    facts: (doc, identity) => addTo(desk.facts(doc, identity), doc, identity, arrivals),
  };
}

/** Getters, so that a board is counted only when a rule asks. */
function addTo(facts: Facts, doc: Y.Doc, { who }: Identity, { cards, clusters }: Arrivals): Facts {
  const absent = (ids: Iterable<string>, map: ReturnType<typeof cardsMap>) =>
    [...ids].filter((id) => !map.has(id)).length;
  const made = (id: string): CardFacts | null => {
    const card = cards.get(id);
    return card ? { kind: card.kind, gone: false, mergedInto: null, merged: false, table: card.table } : null;
  };
  return {
    state: facts.state,
    format: facts.format,
    phase: facts.phase,
    grace: facts.grace,
    locked: facts.locked,
    vote: facts.vote,
    match: facts.match,
    card: (id) => facts.card(id) ?? made(id),
    item: (id) => facts.item(id),
    plan: (id) => facts.plan(id),
    cluster: (id) => facts.cluster(id) ?? (clusters.has(id) ? { gone: false } : null),
    made: (phase) => {
      const together = (table: number | null) => isByTable(phase) && table !== null && table === facts.table;
      const counts = (card: MadeCard) => card.phase === phase.id && (card.who === who || together(card.table));
      return facts.made(phase) + [...cards.values()].filter(counts).length;
    },
    table: facts.table,
    hasSecretary: facts.hasSecretary,
    taken: facts.taken,
    get cardCount() {
      return facts.cardCount + absent(cards.keys(), cardsMap(doc));
    },
    get clusterCount() {
      return facts.clusterCount + absent(clusters, clustersMap(doc));
    },
  };
}
