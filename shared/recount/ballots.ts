import * as v from 'valibot';
import { ballotFile, type BallotFile } from '../ballotfile.ts';
import type { Method } from '../phases/vote.ts';
import { columnsOf, comeBy } from '../tally/columns.ts';
import { countAll } from '../tally/electorates.ts';
import { count, type BallotOf, type Kind, type SettingsOf } from '../tally/methods.ts';
import { differInLot, differInRanking, differInWinners } from './differ.ts';
import { asksForRule, invalid, onlyBudgets, type Options, type Recount } from './report.ts';
import { chooseRule } from './rule.ts';

export function recountBallots(data: object, options: Options): Recount {
  const parsed = v.safeParse(ballotFile, data);
  if (!parsed.success) return invalid(parsed.issues[0]);
  const file = parsed.output;
  const { method, result, seed, commit, phase, run } = file;
  if (asksForRule(options) && method.kind !== 'budget') return onlyBudgets;
  const settings = method.kind === 'budget' ? { ...method, ...chooseRule(method, options) } : method;
  const outcome = decide(file, settings, options.seed ?? seed);
  if (outcome === null) return { ok: false, problem: 'None of the electorates in this file decides.' };
  const differences = result && [
    ...(options.seed === undefined ? differInLot(seed, commit) : []),
    ...differInWinners(result.winners, outcome.winners),
    ...differInRanking(result.ranking, outcome.ranking, ({ values }) => values.join(', ')),
  ];
  const columns = columnsIn(file, settings, seed);
  const [name, completion] = settings.kind === 'budget' ? [settings.rule, settings.completion] : [settings.kind];
  return {
    ok: true,
    of: 'vote',
    votes: [
      { vote: { phase, run }, method: name, completion: completion ?? null, outcome, columns, scale: 1, differences },
    ],
  };
}

/** Of the electorates that count together. Only the words of a method are not in such a file, and none of them counts. */
function columnsIn({ items, electorates, top, cut, threshold }: BallotFile, kind: SettingsOf<Kind>, seed: string) {
  const method = kind as Method;
  const cast = electorates
    .filter(({ counts }) => counts)
    .flatMap(({ ballots, channels }) => comeBy(ballots as BallotOf<Kind>[], channels));
  return columnsOf({ method, items, electorate: cast.length, top, cut, threshold, seed }, cast);
}

/** The schema has seen that the ballots are of this method. */
function decide({ items, electorates, top, cut, threshold }: BallotFile, method: SettingsOf<Kind>, seed: string) {
  const poll = { method, items, top, cut, threshold, seed };
  const voters = electorates.map((one) => ({ ...one, ballots: one.ballots as BallotOf<Kind>[] }));
  return countAll((one) => count<Kind>(method.kind, one), poll, voters).decided;
}
