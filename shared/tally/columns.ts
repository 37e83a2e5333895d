/**
 * The ballots of each way by which they came, counted on their own: columns beside the total. They decide nothing, and of
 * methods that add up they add up to the total.
 */
import { channels, type Channel } from '../channel.ts';
import type { Column } from '../model.ts';
import type { Method } from '../phases/vote.ts';
import type { Ballot } from '../vote.ts';
import { linesOf, outcomeOf, type Count } from './tally.ts';

/** A ballot that counts, and how it came. */
export interface Come {
  ballot: Ballot;
  channel: Channel;
}

/** In the order of `channels`; none when all came digitally, as most do. */
export function columnsOf(count: Omit<Count, 'ballots'>, cast: readonly Come[]): Column[] {
  if (cast.every(({ channel }) => channel === 'digital')) return [];
  const { method, as } = simple(count.method, count.items.length);
  const poll = { ...count, method, threshold: undefined, top: 1, cut: 'along' as const };
  return channels.flatMap((channel) => {
    const ballots = cast.flatMap((one) => (one.channel === channel ? [as(one.ballot)] : []));
    if (ballots.length === 0) return [];
    const outcome = outcomeOf({ ...poll, ballots, electorate: ballots.length });
    const lines = linesOf(outcome, count.items, false).map(({ id, value, voters, values }) => {
      return [id, { value, voters, values: values!.slice(0, 1) }] as const;
    });
    return [{ of: channel, ballots: outcome.cast, blank: outcome.blank, lines: Object.fromEntries(lines) }];
  });
}

/** As files have it: the ways in the order of the ballots; absent: all came digitally. */
export function comeBy(ballots: readonly Ballot[], ways?: readonly Channel[]): Come[] {
  return ballots.map((ballot, index) => ({ ballot, channel: ways?.[index] ?? 'digital' }));
}

/**
 * What each item got, without what a rule makes of it: of a budget the votes or points, of wegstrepen the first choices. Both
 * depend on all ballots together, and are slow.
 */
function simple(method: Method, items: number): { method: Method; as: (ballot: Ballot) => Ballot } {
  if (method.kind === 'ranked' && method.count === 'runoff') {
    return { method: { kind: 'single' }, as: (ballot) => ({ choose: rankingOn(ballot)[0] ?? null }) };
  }
  const as = (ballot: Ballot) => ballot;
  if (method.kind !== 'budget') return { method, as };
  if (method.ballot === 'points') return { method: { kind: 'points', points: method.points ?? 1 }, as };
  if (method.ballot === 'ranking') return { method: { kind: 'ranked', length: method.max ?? items }, as };
  return { method: { kind: 'approval', max: items }, as };
}

function rankingOn(ballot: Ballot): readonly string[] {
  return 'ranking' in ballot ? ballot.ranking : [];
}
