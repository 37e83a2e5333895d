/** What an evening gave, in numbers: as everybody can read it on the board. */
import type * as Y from 'yjs';
import { matchesOf, readBids } from '../../shared/bids.ts';
import { readLive, readSession } from '../../shared/document.ts';
import { phaseOf } from '../../shared/format.ts';
import { newestOf } from '../../shared/plans.ts';
import { readQueues } from '../../shared/queue.ts';
import { readReplies } from '../../shared/replies.ts';
import { readSeatings } from '../../shared/seating.ts';
import { groundOf, itemsOn } from '../../shared/sources.ts';
import { readTeams } from '../../shared/teams.ts';

export interface Harvest {
  /** the most that people sat at in one round */
  tables: number;
  cards: number;
  themes: number;
  /** handed in, of every part; agreements are apart */
  plans: number;
  pitches: number;
  /** what won the votes */
  chosen: number;
  /** complete ones */
  groups: number;
  bids: number;
  matches: number;
  /** handed in, between two sides of a match */
  agreements: number;
  replies: number;
}

export function harvestOf(doc: Y.Doc): Harvest {
  const ground = groundOf(doc);
  const live = readLive(doc);
  const session = readSession(doc);
  const plans = newestOf(ground.plans).filter(({ state }) => state === 'done');
  const isAgreement = (id: string) => {
    const phase = session && phaseOf(session.format, id);
    return phase?.kind === 'draft' && phase.by === 'match';
  };
  const agreements = plans.filter(({ phase }) => isAgreement(phase)).length;
  return {
    tables: Math.max(0, ...readSeatings(live).map(({ sizes }) => sizes.length)),
    cards: itemsOn(ground, { from: 'cards' }).length,
    themes: itemsOn(ground, { from: 'clusters' }).length,
    plans: plans.length - agreements,
    pitches: readQueues(live).reduce((sum, { done }) => sum + done.length, 0),
    chosen: new Set(ground.results.flatMap(({ ranking }) => ranking.filter(({ wins }) => wins).map(({ id }) => id)))
      .size,
    groups: readTeams(live).filter(({ state }) => state === 'complete').length,
    bids: readBids(live).length,
    matches: matchesOf(live).length,
    agreements,
    replies: readReplies(live).length,
  };
}
