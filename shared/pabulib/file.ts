/** A Pabulib file (`.pb`, DOMAIN 2F): projects with a cost, and how people voted on them. */

export const voteTypes = ['approval', 'ordinal', 'cumulative', 'scoring', 'choose-1'] as const;
export type VoteType = (typeof voteTypes)[number];

export interface PabulibProject {
  id: string;
  /** where it is in the file, from 1 */
  line: number;
  /** in units: see `scale` */
  cost: number;
  name: string;
  /** 1: funded; 2 and 3: funded in another way; null when the file does not say */
  selected: number | null;
  /** the other columns, as they are in the file */
  more: Record<string, string>;
}

export interface PabulibVote {
  voter: string;
  /** project ids; ordinal: the best first */
  projects: string[];
  /** cumulative and scoring: as many as there are projects */
  points: number[];
  /** `voting_method` says paper */
  paper: boolean;
}

export interface Pabulib {
  /** all of META, in its order */
  meta: Record<string, string>;
  /** on which line each of them is, from 1 */
  lines: Record<string, number>;
  voteType: VoteType;
  /** units in one euro (or other money): 1, or 100 when something in the file has cents */
  scale: number;
  /** in units */
  budget: number;
  projects: PabulibProject[];
  votes: PabulibVote[];
}
