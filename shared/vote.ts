/**
 * A vote as the store keeps it. Ballots never enter the shared document. The size of the electorate is kept apart: it changes
 * with everybody who joins, and the items are many.
 */
import { costOn, needsCost } from './cost.ts';
import type { VotePhase } from './format.ts';
import type { VoteState } from './model.ts';
import type { Language } from './refusals.ts';
import { groundOf, itemOn, itemsOn, type Ground } from './sources.ts';
import type { BallotOf, Kind } from './tally/methods.ts';
import type { Words } from './words.ts';
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
  /** whole euros, where the method divides money */
  cost?: number;
}

/** How a run is held: what of its phase's settings is fixed when it opens. */
export type VoteSettings = Pick<
  VotePhase,
  'method' | 'items' | 'top' | 'cut' | 'threshold' | 'per' | 'of' | 'electorate' | 'others' | 'duty'
> & {
  /** every ballot needs a ticket, or a badge */
  tickets?: true;
};

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
  /** revealed with the ballots: everybody can read them */
  published?: true;
}

/** By method: which items, how many on which, in which order … */
export type Ballot = BallotOf<Kind>;

/** The items of a vote as the board is now: what `of` gives, else the cards on the board, or the themes with at least one. */
export function itemsOf(doc: Y.Doc, wanted: Wanted): VoteItem[] {
  return itemsIn(groundOf(doc), wanted);
}

/** Where the method divides money: only what has a cost. */
export function itemsIn(ground: Ground, { items, of, method }: Wanted): VoteItem[] {
  if (method.kind === 'single' && method.choices) return fixedItems(method.choices, ground.session?.language ?? 'nl');
  const source = of ?? { from: items };
  const all =
    source.from === 'cards' && !of
      ? ground.cards.flatMap(({ id }) => itemOn(ground, id) ?? [])
      : itemsOn(ground, source);
  return all.flatMap(({ is: _, ...item }): VoteItem[] => {
    if (!needsCost(method)) return [{ ...item, struck: false }];
    const cost = costOn(ground, item.id) ?? 0;
    return cost > 0 ? [{ ...item, struck: false, cost }] : [];
  });
}

/** Fixed answers have ids by their place, as there is nothing on the board that has them. */
function fixedItems(choices: readonly Words[], language: Language): VoteItem[] {
  return choices.map((words, place) => {
    const id = `keuze${`${place + 1}`.padStart(3, '0')}`;
    return { id, title: words[language], text: '', letter: null, originals: [], struck: false };
  });
}

type Wanted = Pick<VoteSettings, 'items' | 'of' | 'method'>;
