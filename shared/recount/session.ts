import * as v from 'valibot';
import { exportFile, type ExportFile } from '../exportfile.ts';
import type { RankedItem } from '../model.ts';
import { isWhole, linesOf, lotsOf, outcomeOf } from '../tally/tally.ts';
import { columnsOf, comeBy } from '../tally/columns.ts';
import { differInColumns, differInLot, differInRanking } from './differ.ts';
import { asksForRule, invalid, onlyBudgets, type Options, type Recount, type Recounted } from './report.ts';

/** All votes of a session whose result was revealed; the others are not in its export. */
export function recountSession(data: object, options: Options): Recount {
  if (asksForRule(options)) return onlyBudgets;
  const parsed = v.safeParse(exportFile, data);
  if (!parsed.success) return invalid(parsed.issues[0]);
  const { votes } = parsed.output;
  const told = votes.filter(({ withheld }) => withheld === undefined).map((vote) => again(vote, options));
  const withheld = votes.filter((vote) => vote.withheld !== undefined).map(({ phase, run }) => ({ phase, run }));
  return { ok: true, of: 'session', votes: told, ...(withheld.length > 0 && { withheld }) };
}

function again(vote: ExportFile['votes'][number], options: Options): Recounted {
  const { phase, run, settings, ballots, electorate } = vote;
  const { method, top, cut, threshold } = settings;
  const items = vote.items.filter(({ struck }) => !struck);
  const seed = options.seed ?? vote.seed;
  const outcome = outcomeOf({ method, items, ballots, electorate, top, cut, threshold, seed });
  const ranking = linesOf(outcome, items, isWhole(method.kind));
  const columns = columnsOf({ method, items, electorate, top, cut, threshold, seed }, comeBy(ballots, vote.channels));
  const values = ({ value, voters, values: exact }: Omit<RankedItem, 'title'>) =>
    exact?.join(', ') ?? `${value} (${voters})`;
  const lotsAs = (groups: string[][]) => groups.map((group) => group.join(' ')).join(', ') || 'nothing';
  const [name, completion] = method.kind === 'budget' ? [method.rule, method.completion] : [method.kind];
  return {
    vote: { phase, run },
    method: name,
    completion: completion ?? null,
    outcome,
    columns,
    scale: 1,
    differences: [
      ...(options.seed === undefined ? differInLot(vote.seed, vote.commit) : []),
      ...differInRanking(vote.ranking, ranking, values),
      ...differ('blank ballots', `${vote.blank}`, `${outcome.blank}`),
      ...differ('what the lot ordered', lotsAs(vote.lots), lotsAs(lotsOf(outcome))),
      ...differInColumns(vote.columns ?? [], columns),
      ...differ('the second round', (vote.again ?? []).join(' '), outcome.again.join(' ')),
    ],
  };
}

function differ(what: string, before: string, now: string): string[] {
  return before === now ? [] : [`Of ${what} the file says ${before}; counted again it is ${now}.`];
}
