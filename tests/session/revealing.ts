/** A vote that was held and closed, ready to be revealed in one way or another. */
import { readResults, readVote } from '../../shared/document.ts';
import type { Method } from '../../shared/phases/vote.ts';
import type { Random } from '../../shared/ids.ts';
import type { Ballot } from '../../shared/vote.ts';
import type { Counter } from '../../server/session/counts.ts';
import { formatWith } from '../support/methods.ts';
import { Evening, value } from './evening.ts';

export interface Plan {
  method: Method;
  /** the ballot of each voter, with the ids of the items */
  ballots(items: readonly string[]): Ballot[];
  costs?: readonly number[];
  random?: Random;
  counter?: Counter;
}

export function closedVote({ method, ballots, costs = [900, 400, 1_500, 700, 1_200], random, counter }: Plan) {
  const format = formatWith(method);
  const evening = new Evening({ format, ...(random && { random }), ...(counter && { counter }) });
  const writer = evening.join();
  value(evening.move('pitch'));
  const items = costs.map((cost, n) => {
    const input = { title: `idee ${n}`, fields: { kosten: `${cost}` } };
    return value(evening.services.cards.add(writer.ask, input)).id;
  });
  const cast = ballots(items);
  const voters = evening.people(cast.length);
  value(evening.move('cluster'));
  evening.clock.pass(60_000);
  value(evening.move('vote'));
  const { votes } = evening.services;
  for (const [n, { ask, token }] of voters.entries()) value(votes.cast(ask, token, 'vote', cast[n]!));
  value(votes.close(evening.lead, 'vote'));
  return {
    evening,
    items,
    voters,
    /** these may be asked again after a restart */
    get votes() {
      return evening.services.votes;
    },
    get notice() {
      return readVote(evening.room.doc, 'vote', 1)!;
    },
    get result() {
      return readResults(evening.room.doc)[0]!;
    },
  };
}
