/** What a count gives: lines for everybody after the reveal, and the log of every step, which is fetched when somebody asks. */
import { hiddenGroups } from '../../shared/apart.ts';
import { voteKey } from '../../shared/document.ts';
import { isPerTable } from '../../shared/electorate.ts';
import type { Result } from '../../shared/model.ts';
import type { Step } from '../../shared/tally/log.ts';
import type { Outcome } from '../../shared/tally/method.ts';
import { isWhole, linesOf, lotsOf } from '../../shared/tally/tally.ts';
import type { Ballot, VoteRecord } from '../../shared/vote.ts';
import type { Store } from '../store/store.ts';
import { paperCountOf } from './collecting.ts';
import type { Outcomes } from './counts.ts';
import { openedOf, shownOf } from './exposure.ts';

const kind = 'count';

/** Within a transaction. */
export function keepCounted(store: Store, code: string, vote: VoteRecord, outcomes: Outcomes): void {
  const electorate = store.votes.electorate({ session: code, phase: vote.phase, run: vote.run });
  const papers = paperCountOf(store, code, vote);
  const result = resultOf(vote, outcomes, electorate, openedOf(store, code, vote));
  store.results.put(code, { ...result, ...(papers && { papers }) }, false);
  keepSteps(store, code, vote, shownSteps(outcomes.decides.log));
}

export function keepSteps(store: Store, code: string, { phase, run }: VoteRecord, value: Step[]): void {
  store.records.put({ session: code, kind, id: voteKey(phase, run), value });
}

/** Null: it came with an import, and is counted again when somebody asks for the first time. */
export function keptSteps(store: Store, code: string, { phase, run }: VoteRecord): Step[] | null {
  return (store.records.get(code, kind, voteKey(phase, run))?.value as Step[] | undefined) ?? null;
}

/** Of jurors in groups of their own: what a group gave an item is not shown when it would say whose marks they were. */
export function shownSteps(log: readonly Step[]): Step[] {
  const sizes = new Map<string, Map<string, number>>();
  for (const step of log) {
    if (step.step !== 'judged' || step.group === '') continue;
    sizes.set(step.id, new Map(sizes.get(step.id)).set(step.group, step.totals.length));
  }
  const hidden = new Map([...sizes].map(([id, groups]) => [id, hiddenGroups(groups)]));
  return log.filter((step) => step.step !== 'judged' || !hidden.get(step.id)?.has(step.group));
}

/** Would these ballots say whose they are? Of jurors in groups of their own it takes the groups to count them again. */
export function tellWhose({ method }: VoteRecord['settings'], ballots: readonly Ballot[]): boolean {
  if (method.kind !== 'jury' || method.groups !== 'equal') return false;
  const sizes = new Map<string, number>();
  for (const ballot of ballots) {
    const group = ('marks' in ballot && ballot.group) || '';
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  return sizes.size > 1 && hiddenGroups(sizes).size > 0;
}

/** Of a run that was imported without its ballots: it can not be counted again, so there is nothing to tell of it. */
export function keepNoSteps(store: Store, code: string, vote: VoteRecord): void {
  keepSteps(store, code, vote, []);
}

export function resultOf(
  vote: VoteRecord,
  { decides, apart, columns }: Outcomes,
  electorate: number,
  opened = 0,
): Result {
  const exposure = shownOf(vote, opened);
  const { phase, run, settings, items, seed, commit } = vote;
  const { method, top, cut, threshold } = settings;
  const whole = isWhole(method.kind);
  const lines = (outcome: Outcome) => linesOf(outcome, items, whole);
  return {
    phase,
    run,
    method,
    items: settings.items,
    ranking: lines(decides),
    top,
    cut,
    electorate,
    ballots: decides.cast,
    blank: decides.blank,
    seed,
    commit,
    lots: lotsOf(decides),
    ...(isPerTable(settings) ? { per: 'table' as const } : {}),
    ...(settings.tickets ? { tickets: true as const } : {}),
    ...(whole ? {} : { keys: decides.keys }),
    ...(threshold ? { threshold } : {}),
    ...(decides.verdicts.length > 0 ? { verdicts: decides.verdicts } : {}),
    ...(decides.again.length > 0 ? { again: decides.again } : {}),
    ...(apart ? { apart: { ranking: lines(apart), ballots: apart.cast, blank: apart.blank } } : {}),
    ...(columns.length > 0 ? { columns } : {}),
    ...(exposure ? { exposure } : {}),
  };
}
