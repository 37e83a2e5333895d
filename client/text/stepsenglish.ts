/** The steps of a count in English; beside `steps.ts`, which has them in Dutch. */
import type { Method } from '../../shared/phases/vote.ts';
import type { Step } from '../../shared/tally/log.ts';
import { rounded } from './exact.ts';
import { en, euroEn, manyEn } from './numbers.ts';

/** What a step is told with: the titles of items, the names of groups, and the method. */
export interface Telling {
  title(id: string): string;
  group(id: string): string;
  method: Method;
}

const money = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const cents = (exact: string) => `€${money.format(rounded(exact, 2))}`;

export function stepsEn(step: Step, { title, group, method }: Telling): string {
  const names = (ids: readonly string[]) => ids.map((id) => `“${title(id)}”`).join(', ');
  const votes = (exact: string) => {
    const points = method.kind === 'budget' && (method.ballot ?? 'approve') !== 'approve';
    return points ? manyEn(Number(exact), 'point', 'points') : manyEn(Number(exact), 'vote', 'votes');
  };
  switch (step.step) {
    case 'ballots':
      return `${manyEn(step.cast, 'vote', 'votes')} came in, of ${en(step.electorate)}. ${step.blank === 0 ? 'None was empty.' : `Empty: ${en(step.blank)}.`}`;
    case 'item':
      return `“${title(step.id)}”: ${countsEn(step.counts, method)}.`;
    case 'unranked':
      return method.kind === 'jury'
        ? `“${title(step.id)}” got marks on all points from nobody. It is not ranked.`
        : `“${title(step.id)}” got ${manyEn(step.given, 'score', 'scores')}. Needed were ${en(rounded(step.needed, 1))}. It is not ranked.`;
    case 'judged':
      return `“${title(step.id)}”${step.group ? `, ${group(step.group)}` : ''}: ${step.totals.map((one) => en(rounded(one, 2))).join(' · ')}. Mean ${en(rounded(step.mean, 2))}.`;
    case 'tie':
      return `Equal: ${names(step.ids)}. ${byEn(step.by)}`;
    case 'quorum':
      return `${en(step.cast)} of ${en(step.electorate)} voted. Needed was ${en(rounded(step.needed, 1, 100))} %. ${step.reached ? 'That was reached.' : 'That was not reached: nothing goes on.'}`;
    case 'cut':
      return cutEn(step, names);
    case 'unmentioned':
      return `On no ballot: ${names(step.ids)}. They drop at once.`;
    case 'round':
      return `Round ${step.round}: ${step.votes.map(({ id, votes: n }) => `“${title(id)}” ${en(n)}`).join(', ')}.${step.exhausted > 0 ? ` ${manyEn(step.exhausted, 'vote counts', 'votes count')} no more: all their choices dropped.` : ''}`;
    case 'majority':
      return `“${title(step.id)}” has ${en(step.votes)} of ${manyEn(step.active, 'vote', 'votes')}: more than half. It wins.`;
    case 'dropped':
      return `“${title(step.id)}” drops with ${manyEn(step.votes, 'vote', 'votes')}.${step.tied.length > 0 ? ` As few: ${names(step.tied)}. ${step.by === 'lot' ? 'The lot chose.' : `It had fewer in round ${step.round ?? 1}.`}` : ''}`;
    case 'left out':
      return `“${title(step.id)}” takes no part: ${{ cost: 'it costs more than there is', votes: 'nobody chose it', barred: step.detail ?? 'it may not', threshold: 'it got too few votes', support: 'it got too few votes for what it costs' }[step.why]}.`;
    case 'free':
      return `“${title(step.id)}” costs nothing and goes on.`;
    case 'all fit':
      return `All fit together: ${names(step.ids)}. That costs ${euroEn(rounded(step.cost, 0))}.`;
    case 'share':
      return `${manyEn(step.voters, 'person gets', 'people get')} ${cents(step.share)} each.`;
    case 'bought':
      return `“${title(step.id)}” goes on. It costs ${euroEn(rounded(step.cost, 0))}. ${manyEn(step.supporters, 'person pays', 'people pay')} for it, ${cents(step.price)} each at most${step.emptied > 0 ? `; ${en(step.emptied)} of them give all they have left` : ''}.${step.tied.length > 0 ? ` As strong: ${names(step.tied)}. ${{ cost: 'The cheapest went first.', votes: 'Most votes went first.', lot: 'The lot chose.' }[step.by ?? 'lot']}` : ''}`;
    case 'unaffordable':
      return `“${title(step.id)}” costs ${euroEn(rounded(step.cost, 0))}. Those who want it have ${cents(step.have)} left together. That is too little.`;
    case 'raised':
      return `Everybody’s share went from ${euroEn(rounded(step.from, 0))} to ${euroEn(rounded(step.to, 0))}, in steps of ${euroEn(rounded(step.by, 0))}. ${step.stop === 'full' ? 'Then nothing more fitted.' : 'One step more would cost more than there is.'}`;
    case 'purses':
      return `What people have left of their share: ${step.tenths
        .map((n, tenth) => (n > 0 ? `${en(n)} have ${tenth * 10} to ${tenth * 10 + 10} %` : ''))
        .filter(Boolean)
        .join(', ')}.`;
    case 'chosen':
      return `“${title(step.id)}” (${votes(step.votes)}) fits for ${euroEn(rounded(step.cost, 0))}. Left: ${euroEn(rounded(step.left, 0))}.`;
    case 'skipped':
      return `“${title(step.id)}” costs ${euroEn(rounded(step.cost, 0))}. Left is ${euroEn(rounded(step.left, 0))}: it does not fit.`;
    case 'stopped':
      return `“${title(step.id)}” costs ${euroEn(rounded(step.cost, 0))}. Left is ${euroEn(rounded(step.left, 0))}: it does not fit, and that is the end.`;
    case 'amount':
      return `“${title(step.id)}”: mean ${en(rounded(step.mean, 2))} %. That is ${cents(step.exact)}, so ${euroEn(rounded(step.amount, 0))}${step.extra ? ', with one loose euro' : ''}.`;
    case 'coverage':
      return `${step.round === 2 ? 'Round 2, with what went to the second choice. ' : ''}“${title(step.id)}”: ${manyEn(step.vouchers, 'voucher', 'vouchers')}, covered for ${en(rounded(step.coverage, 1, 100))} %.`;
    case 'funded':
      return `“${title(step.id)}” goes on for ${euroEn(rounded(step.cost, 0))}. Left: ${euroEn(rounded(step.left, 0))}.`;
  }
}

function countsEn(counts: Record<string, string>, { kind }: Method): string {
  const all = Object.entries(counts).map(([key, n]) => [key, Number(n)] as const);
  const told = all.filter(([, n]) => n > 0);
  if (told.length === 0) return 'nothing';
  return told.map(([key, n]) => partEn(kind, key, n)).join(', ');
}

function partEn(kind: Method['kind'], key: string, n: number): string {
  switch (kind) {
    case 'score':
      return key === 'none' ? `${en(n)} without opinion` : `${en(n)} times ${key}`;
    case 'ranked':
      return `${en(n)} times on place ${key}`;
    case 'pairwise':
      return `${en(n)} times ${{ won: 'won', lost: 'lost', unsure: '“I do not know”' }[key] ?? key}`;
    case 'consent':
      return `${en(n)} ${{ yes: 'yes', no: 'no', none: 'no opinion' }[key] ?? key}`;
    default:
      return `${manyEn(n, 'person gave', 'people gave')} ${kind === 'dots' ? manyEn(Number(key), 'dot', 'dots') : manyEn(Number(key), 'point', 'points')}`;
  }
}

function byEn(by: string): string {
  const how: Record<string, string> = {
    lot: 'The lot put them in order.',
    voters: 'What got something from more people went first.',
    median: 'The middle score gave the order.',
    scores: 'More scores went first.',
    first: 'More first places went first.',
    comparisons: 'What was compared more often went first.',
    yes: 'More yes went first.',
    cost: 'The cheapest went first.',
    earlier: 'An earlier round gave the order.',
    rest: 'Their remainders are equal. The lot chose who got the odd euro.',
  };
  return how[by] ?? 'The heaviest point gave the order.';
}

function cutEn(
  { cut, top, tied, wins, again }: Extract<Step, { step: 'cut' }>,
  names: (ids: readonly string[]) => string,
) {
  const won = wins.length > 0 ? `Chosen: ${names(wins)}.` : 'Nothing was chosen.';
  if (tied.length === 0) return won;
  if (again.length > 0) return `${won} Equal on place ${top}: ${names(again)}. A second round decides.`;
  return `${won} Equal on place ${top}: ${names(tied)}. ${cut === 'lot' ? 'The lot chose.' : 'They all go along.'}`;
}
