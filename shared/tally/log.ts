/**
 * Every step of a count as data, enough to explain it in plain words and to do it again by hand. No step says which ballot
 * is whose, or in which order they came.
 */
import type { Cut } from './cut.ts';
import type { Exact } from './fraction.ts';

export type Step = CountStep | RunoffStep | BudgetStep | MoneyStep;

type CountStep =
  | { step: 'ballots'; cast: number; blank: number; electorate: number }
  /** what was added up for one item; the names belong to the method */
  | { step: 'item'; id: string; counts: Record<string, Exact> }
  /** not ranked: too few scores, or nobody judged it */
  | { step: 'unranked'; id: string; given: number; needed: Exact }
  /** all complete judgements of one item by one group of jurors, from high to low, and their mean */
  | { step: 'judged'; id: string; group: string; totals: Exact[]; mean: Exact }
  | { step: 'tie'; ids: string[]; by: string }
  | { step: 'quorum'; cast: number; electorate: number; needed: Exact; reached: boolean }
  /** `tied`: those that tie with the last place */
  | { step: 'cut'; top: number; cut: Cut; tied: string[]; wins: string[]; again: string[] };

/** Wegstrepen (DOMAIN 4.7). */
type RunoffStep =
  /** nobody ranked these: they drop together before the first round */
  | { step: 'unmentioned'; ids: string[] }
  /** `votes`: items that still take part, most votes first */
  | { step: 'round'; round: number; votes: { id: string; votes: number }[]; active: number; exhausted: number }
  | { step: 'majority'; id: string; votes: number; active: number }
  /** `tied`: others with as few votes; `round`: the earlier round in which they differed */
  | { step: 'dropped'; id: string; votes: number; tied: string[]; by: 'votes' | 'earlier' | 'lot'; round?: number };

/** Money in the unit of the poll; a price is what a supporter pays at most, per point given. */
type BudgetStep =
  | { step: 'left out'; id: string; why: 'cost' | 'votes' | 'barred' | 'threshold' | 'support'; detail?: string }
  | { step: 'free'; id: string }
  | { step: 'all fit'; ids: string[]; cost: Exact }
  | { step: 'share'; voters: number; share: Exact }
  | {
      step: 'bought';
      id: string;
      cost: Exact;
      /** cost / price; of points that are not multiplied by cost: 1 / price */
      effective: Exact;
      price: Exact;
      supporters: number;
      /** of those, who pay all they have because they have less */
      emptied: number;
      /** others with as much effective support, and what chose between them */
      tied: string[];
      by: 'cost' | 'votes' | 'lot' | null;
    }
  /** supporters together do not have what it costs */
  | { step: 'unaffordable'; id: string; cost: Exact; have: Exact }
  /** how the share of every voter was raised, and why it stopped there */
  | { step: 'raised'; from: Exact; to: Exact; by: Exact; times: number; stop: 'full' | 'overspends' }
  /** what voters have left: how many have 0 to 10 % of their share, 10 to 20 %, and so on */
  | { step: 'purses'; tenths: number[] }
  | { step: 'chosen'; id: string; votes: Exact; cost: Exact; left: Exact }
  | { step: 'skipped'; id: string; votes: Exact; cost: Exact; left: Exact }
  /** streng: the first that does not fit ends it */
  | { step: 'stopped'; id: string; cost: Exact; left: Exact };

type MoneyStep =
  /** Verdelen (DOMAIN 4.11): the exact amount, rounded down, and whether it got one of the remaining units */
  | { step: 'amount'; id: string; mean: Exact; exact: Exact; amount: Exact; extra: boolean }
  /** Vouchers (DOMAIN 4.10), per round */
  | { step: 'coverage'; round: 1 | 2; id: string; vouchers: number; coverage: Exact }
  | { step: 'funded'; round: 1 | 2; id: string; cost: Exact; left: Exact };
