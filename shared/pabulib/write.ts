import type { Channel } from '../channel.ts';
import { chosenOn, type BudgetBallot, type BudgetSettings } from '../tally/budget.ts';
import { total } from '../tally/gather.ts';
import type { Item, Line } from '../tally/method.ts';
import type { VoteType } from './file.ts';
import { writeNote } from './note.ts';
import { writeField } from './rows.ts';

/** What the file says about the vote; dates as `dd.mm.yyyy` or a year, country in English. */
export interface About {
  description: string;
  country: string;
  /** the municipality, and where in it */
  unit: string;
  district?: string;
  subunit?: string;
  instance: string;
  begins: string;
  ends: string;
  /** ISO 639 and ISO 4217 */
  language: string;
  currency: string;
  /** a practice session */
  experimental: boolean;
  /** units of the poll in one euro: 100 when it counts in cents */
  scale: number;
}

export interface Voting {
  settings: BudgetSettings;
  items: readonly Item[];
  ballots: readonly BudgetBallot[];
  /** how each of them came, in the same order; absent: all digitally */
  channels?: readonly Channel[];
  /** the best first, with what it is called and whether it was chosen */
  outcome: { ranking: readonly Pick<Line, 'id' | 'title' | 'wins'>[] };
  seed: string;
}

/**
 * A budget vote as a Pabulib file (DOMAIN 2F), in the order its checker wants. `voters`: fresh ids, at least as many as there
 * are ballots; nothing else is told of a voter. Blank ballots are not in such a file.
 */
export function writePabulib(about: About, voting: Voting, voters: readonly string[]): string {
  const isFilled = (ballot: BudgetBallot) => chosenOn(ballot).length > 0;
  const filled = voting.ballots.filter(isFilled);
  const ways = waysOf(voting).filter((_, index) => isFilled(voting.ballots[index]!));
  const voteType = voteTypeOf(filled);
  const rows = [
    ['META'],
    ['key', 'value'],
    ...metaOf(about, voting, filled, voteType),
    ['PROJECTS'],
    ...projectsOf(about, voting, filled, voteType),
    ['VOTES'],
    [
      'voter_id',
      'vote',
      ...(voteType === 'cumulative' ? ['points'] : []),
      ...(ways.length > 0 ? ['voting_method'] : []),
    ],
    ...filled.map((ballot, index) => [voters[index]!, ...voteOn(ballot), ...ways.slice(index, index + 1)]),
  ];
  return rows.map((fields) => `${fields.map(writeField).join(';')}\n`).join('');
}

/** As Pabulib calls them; none when all came digitally, or so few came one way that it is not told. */
function waysOf({ channels = [] }: Voting): string[] {
  if (!channels.includes('paper') || channels.includes('mixed')) return [];
  return channels.map((channel) => (channel === 'paper' ? 'paper' : 'internet'));
}

function voteTypeOf(ballots: readonly BudgetBallot[]): VoteType {
  if (ballots.some((ballot) => 'points' in ballot)) return 'cumulative';
  return ballots.some((ballot) => 'ranking' in ballot) ? 'ordinal' : 'approval';
}

function metaOf(about: About, { settings, items, seed }: Voting, filled: readonly BudgetBallot[], voteType: VoteType) {
  const { min, max, maxCost, points, least, rule } = settings;
  const mostPoints = points ?? Math.max(0, ...filled.map((ballot) => ('points' in ballot ? total(ballot.points) : 0)));
  const amount = (units: number) => writeAmount(units, about.scale);
  const meta: [string, string | number | undefined][] = [
    ['description', about.description],
    ['country', about.country],
    ['unit', about.unit],
    ['district', about.district],
    ['subunit', about.subunit],
    ['instance', about.instance],
    ['num_projects', items.length],
    ['num_votes', filled.length],
    ['budget', amount(settings.budget)],
    ['vote_type', voteType],
    ['rule', ruleName(settings)],
    ['date_begin', about.begins],
    ['date_end', about.ends],
    ['min_length', min],
    ['max_length', max],
    ['max_sum_cost', maxCost === undefined ? undefined : amount(maxCost)],
    ['max_sum_points', voteType === 'cumulative' ? mostPoints : undefined],
    ['min_project_score_threshold', rule === 'threshold' ? (least ?? 0) : undefined],
    ['language', about.language],
    ['currency', about.currency],
    ['experimental', about.experimental ? 1 : undefined],
    ['comment', writeNote(settings, about.scale, seed)],
  ];
  return meta.flatMap(([key, value]) => (value === undefined ? [] : [[key, `${value}`]]));
}

/** Pabulib has no names for completing by votes: those are `unknown` there, and said in the comment. */
function ruleName({ rule, completion = 'add1u' }: BudgetSettings): string {
  if (rule === 'greedy') return 'greedy';
  if (rule === 'strict') return 'greedy-no-skip';
  if (rule === 'threshold') return 'greedy-threshold';
  return { none: 'equalshares', add1: 'equalshares/add1', add1u: 'unknown', u: 'unknown' }[completion];
}

/** Most votes first, as people read such a list. */
function projectsOf(about: About, { items, outcome }: Voting, filled: readonly BudgetBallot[], voteType: VoteType) {
  const costs = new Map(items.map(({ id, cost = 0 }) => [id, cost]));
  const votes = new Map<string, number>();
  const scores = new Map<string, number>();
  for (const ballot of filled) {
    const chosen = chosenOn(ballot);
    for (const [index, id] of chosen.entries()) {
      votes.set(id, (votes.get(id) ?? 0) + 1);
      const points = 'points' in ballot ? ballot.points[id]! : chosen.length - index;
      scores.set(id, (scores.get(id) ?? 0) + points);
    }
  }
  const scored = voteType !== 'approval';
  return [
    ['project_id', 'cost', 'votes', ...(scored ? ['score'] : []), 'name', 'selected'],
    ...outcome.ranking.map(({ id, title, wins }) => [
      id,
      writeAmount(costs.get(id) ?? 0, about.scale),
      `${votes.get(id) ?? 0}`,
      ...(scored ? [`${scores.get(id) ?? 0}`] : []),
      title,
      wins ? '1' : '0',
    ]),
  ];
}

function voteOn(ballot: BudgetBallot): string[] {
  const chosen = chosenOn(ballot);
  if (!('points' in ballot)) return [chosen.join(',')];
  const { points } = ballot;
  const sorted = chosen.sort((a, b) => points[b]! - points[a]! || (a < b ? -1 : 1));
  return [sorted.join(','), sorted.map((id) => points[id]).join(',')];
}

/** Units as an amount of whole euros, with decimals where it needs them. */
function writeAmount(units: number, scale: number): string {
  const places = Math.round(Math.log10(scale));
  const digits = `${units}`.padStart(places + 1, '0');
  const [whole, rest] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)];
  return /[1-9]/.test(rest) ? `${whole}.${rest}` : whole;
}
