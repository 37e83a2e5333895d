/** What every form of a ballot is given. */
import type { Snippet } from 'svelte';
import type { VoteItem } from '../../../../shared/vote.ts';
import type { Paper } from '../paper.svelte.ts';

/** One line of the ballot. `more`: what the item says besides its title. */
export interface RowProps {
  item: VoteItem;
  paper: Paper;
  more?: Snippet | undefined;
}

/** Below the lines. */
export interface FootProps {
  paper: Paper;
}

/** The whole ballot, where lines do not stand on their own. `more`: of one item. */
export interface WholeProps {
  paper: Paper;
  more: Snippet<[VoteItem]>;
}
