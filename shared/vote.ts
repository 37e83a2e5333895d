/**
 * A vote as the store keeps it and as ballots are checked against it. Ballots never enter the shared document. The size of
 * the electorate is kept apart: it changes with everybody who joins, and the items are many.
 */
import * as v from 'valibot';
import { placeOf, readCards, readClusters, onBoard } from './document.ts';
import type { VotePhase } from './format.ts';
import type { Method } from './phases/vote.ts';
import { limits } from './limits.ts';
import type { VoteState } from './model.ts';
import { itemsFrom } from './sources.ts';
import { refuse, yes, type Refusal, type Yes } from './refusals.ts';
import type * as Y from 'yjs';

/** What is voted on: fixed at opening, whatever happens on the board later. */
export interface VoteItem {
  id: string;
  title: string;
  text: string;
  /** letter of the theme it lies in, or of the theme it is */
  letter: string | null;
  /** cards merged into it, or cards in the theme */
  originals: string[];
  /** hidden during the vote: struck from the ballots */
  struck: boolean;
}

/** How a run is held: what of its phase's settings is fixed when it opens. */
export type VoteSettings = Pick<VotePhase, 'method' | 'items' | 'top' | 'cut' | 'of' | 'electorate' | 'others'>;

export interface VoteRecord {
  phase: string;
  run: number;
  state: VoteState;
  settings: VoteSettings;
  /** server time at which it opens or opened */
  opensAt: number;
  items: VoteItem[];
  /** secret until the close; `commit` is its SHA-256, published before */
  seed: string;
  commit: string;
}

/** dots: how many on which item. approval: which items. */
export type Ballot = { dots: Record<string, number> } | { approve: string[] };

export const ballotSchema = v.union([
  v.strictObject({ dots: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50))) }),
  v.strictObject({ approve: v.pipe(v.array(v.string()), v.maxLength(limits.itemsPerVote)) }),
]);

/** Is this a whole and lawful ballot of this method on these items? Struck items are allowed here and not counted. */
export function checkBallot(ballot: Ballot, method: Method, items: readonly VoteItem[]): Yes | Refusal {
  const known = new Set(items.map((item) => item.id));
  const chosen = 'dots' in ballot ? Object.keys(ballot.dots) : ballot.approve;
  const unknown = chosen.find((id) => !known.has(id));
  if (unknown !== undefined) return refuse('unknown_item', unknown.slice(0, 32));
  if (method.kind === 'dots') {
    if (!('dots' in ballot)) return refuse('bad_ballot', 'dots');
    const given = Object.values(ballot.dots);
    if (given.some((dots) => dots > method.maxPerItem)) return refuse('bad_ballot', 'maxPerItem');
    return given.reduce((sum, dots) => sum + dots, 0) <= method.dots ? yes : refuse('bad_ballot', 'dots');
  }
  if (!('approve' in ballot)) return refuse('bad_ballot', 'approve');
  if (new Set(ballot.approve).size !== ballot.approve.length) return refuse('bad_ballot', 'approve');
  return ballot.approve.length <= method.max ? yes : refuse('bad_ballot', 'max');
}

/** The items of a vote as the board is now: what `of` gives, else the cards on the board, or the themes with at least one. */
export function itemsOf(doc: Y.Doc, { items: kind, of }: Pick<VoteSettings, 'items' | 'of'>): VoteItem[] {
  if (of) return itemsFrom(doc, of).map(({ is: _, ...item }) => ({ ...item, struck: false }));
  const cards = readCards(doc);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const clusters = readClusters(doc);
  const clusterById = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  const shown = cards.filter((card) => onBoard(card, (id) => byId.get(id)));
  const placed = shown.map((card) => ({ card, place: placeOf(card.cluster, clusterById) }));
  if (kind === 'cards') {
    return placed.map(({ card, place }) => ({
      id: card.id,
      title: card.title,
      text: card.text,
      letter: place === null ? null : (clusterById.get(place)?.letter ?? null),
      originals: card.mergedFrom,
      struck: false,
    }));
  }
  return clusters.flatMap((cluster) => {
    const inside = placed.filter(({ place }) => place === cluster.id).map(({ card }) => card);
    if (inside.length === 0) return [];
    const text = inside.map((card) => card.title).join(' · ');
    return [
      {
        id: cluster.id,
        title: cluster.name,
        text,
        letter: cluster.letter,
        originals: inside.map((c) => c.id),
        struck: false,
      },
    ];
  });
}
