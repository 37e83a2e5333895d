/**
 * The same ballots by another rule: what else they allow, to be looked at after the reveal. None of it decides. Ballots that
 * say more than the other rule asks are read as it would: of a ranking the first place, of dots who gave any.
 */
import type { Ballot } from '../vote.ts';
import type { Threshold } from './method.ts';
import type { Count } from './tally.ts';

/** Each with one explaining line. */
export const otherIds = [
  'borda', // points for every place
  'runoff', // dropping the last, round by round
  'first', // only who stands first on a ballot
  'each', // one person, one vote an item: who gave it anything
  'high', // how many people gave it at least four fifths of the highest score
  'along', // whoever ties with the last winner wins too
  'lot', // a strict number of winners: the lot chooses among those that tie
  'half', // everything that more than half chose
  'ofCast', // more than half of yes and no
  'ofElectorate', // more than half of all who could vote
  'twoThirds', // more than two thirds of yes and no
  'together', // jurors as one group
  'sharesNone', // equal shares, what is left stays
  'sharesAdd1',
  'sharesAdd1u',
  'sharesU', // equal shares, what is left by most votes
  'greedy', // most votes, as long as it fits
  'strict', // most votes, up to the first that does not fit
  'tenth', // most votes, at least one voter in ten
] as const;
export type OtherId = (typeof otherIds)[number];

type Change = Partial<Pick<Count, 'method' | 'top' | 'cut' | 'threshold' | 'ballots'>>;
type Settled = Omit<Count, 'ballots' | 'items' | 'electorate' | 'seed'>;

/** What another rule counts; null: these ballots do not allow it, or it is the rule that decided. */
export function otherCount(count: Count, id: OtherId): Count | null {
  const change = others[id](count);
  return change && { ...count, ...change };
}

/** The other rules that ballots by these settings allow. */
export function othersOf(settled: Settled): OtherId[] {
  const none: Count = { ...settled, items: [], ballots: [], electorate: 0, seed: '' };
  return otherIds.filter((id) => otherCount(none, id) !== null);
}

const others: Record<OtherId, (count: Count) => Change | null> = {
  borda: ({ method }) =>
    method.kind === 'ranked' && method.count === 'runoff' ? { method: { ...method, count: 'borda' } } : null,
  runoff: ({ method }) =>
    method.kind === 'ranked' && method.count !== 'runoff' ? { method: { ...method, count: 'runoff' } } : null,
  first: ({ method, ballots }) =>
    method.kind === 'ranked'
      ? {
          method: { kind: 'single' },
          ballots: ballots.map((one) => ({ choose: 'ranking' in one ? (one.ranking[0] ?? null) : null })),
        }
      : null,
  each: ({ method, ballots }) =>
    method.kind === 'dots' || method.kind === 'points' ? approving(ballots, amountsOn, (given) => given > 0) : null,
  high: ({ method, ballots }) => {
    if (method.kind !== 'score') return null;
    const { max = 5 } = method;
    return approving(ballots, scoresOn, (given) => given * 5 >= max * 4);
  },
  along: (count) => (cuts(count) && count.cut !== 'along' ? { cut: 'along' } : null),
  lot: (count) => (cuts(count) && count.cut !== 'lot' ? { cut: 'lot' } : null),
  half: ({ method: { kind }, items }) =>
    kind === 'approval' || kind === 'single' || kind === 'tables'
      ? { threshold: { moreThan: '1/2', basis: 'cast' }, top: Math.max(1, items.length), cut: 'along' }
      : null,
  ofCast: (count) => consent(count, { moreThan: '1/2', basis: 'cast' }),
  ofElectorate: (count) => consent(count, { moreThan: '1/2', basis: 'electorate' }),
  twoThirds: (count) => consent(count, { moreThan: '2/3', basis: 'cast' }),
  together: ({ method }) =>
    method.kind === 'jury' && method.groups === 'equal' ? { method: { ...method, groups: 'together' } } : null,
  sharesNone: (count) => budget(count, 'equal-shares', 'none'),
  sharesAdd1: (count) => budget(count, 'equal-shares', 'add1'),
  sharesAdd1u: (count) => budget(count, 'equal-shares', 'add1u'),
  sharesU: (count) => budget(count, 'equal-shares', 'u'),
  greedy: (count) => budget(count, 'greedy'),
  strict: (count) => budget(count, 'strict'),
  tenth: (count) => {
    const { method, ballots } = count;
    if (method.kind !== 'budget' || (method.ballot ?? 'approve') !== 'approve') return null;
    const least = Math.ceil(ballots.length / 10);
    return method.rule === 'threshold' ? null : { method: { ...method, rule: 'threshold', least } };
  },
};

type Rule = Extract<Count['method'], { kind: 'budget' }>['rule'];
type Completion = NonNullable<Extract<Count['method'], { kind: 'budget' }>['completion']>;

/** Vouchers are points for a project. */
function budget({ method, ballots }: Count, rule: Rule, completion?: Completion): Change | null {
  if (method.kind === 'vouchers') {
    const points = ballots.map((one): Ballot => ({ points: 'vouchers' in one ? one.vouchers : {} }));
    const by = { kind: 'budget', budget: method.budget, rule, ballot: 'points' } as const;
    return { method: { ...by, ...(completion && { completion }) }, ballots: points };
  }
  if (method.kind !== 'budget') return null;
  const isSame = method.rule === rule && (!completion || (method.completion ?? 'add1u') === completion);
  return isSame ? null : { method: { ...method, rule, ...(completion && { completion }) } };
}

function consent({ method, threshold }: Count, wanted: Threshold): Change | null {
  if (method.kind !== 'consent') return null;
  const { moreThan, basis, quorum } = threshold ?? { moreThan: '1/2', basis: 'cast' };
  const isSame = moreThan === wanted.moreThan && basis === wanted.basis && quorum === undefined;
  return isSame ? null : { threshold: wanted };
}

/** Do the first so many win? */
function cuts({ method }: Count): boolean {
  if (method.kind === 'ranked') return method.count !== 'runoff';
  return !['consent', 'budget', 'vouchers', 'allocate'].includes(method.kind);
}

type Given = Readonly<Record<string, number | null>>;

function approving(
  ballots: readonly Ballot[],
  given: (ballot: Ballot) => Given,
  counts: (given: number) => boolean,
): Change {
  const approve = (ballot: Ballot) =>
    Object.entries(given(ballot)).flatMap(([id, one]) => (one !== null && counts(one) ? [id] : []));
  return { method: { kind: 'approval', max: 100 }, ballots: ballots.map((one) => ({ approve: approve(one) })) };
}

const amountsOn = (ballot: Ballot): Given => ('dots' in ballot ? ballot.dots : 'points' in ballot ? ballot.points : {});
const scoresOn = (ballot: Ballot): Given => ('scores' in ballot ? ballot.scores : {});
