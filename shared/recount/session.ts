import * as v from 'valibot';
import { exportFile, type ExportFile } from '../exportfile.ts';
import type { RankedItem } from '../model.ts';
import { outcomeOf, tally } from '../tally/tally.ts';
import { differInLot, differInRanking } from './differ.ts';
import { asksForRule, invalid, onlyBudgets, type Options, type Recount, type Recounted } from './report.ts';

/** All votes of a session whose result was revealed; the others are not in its export. */
export function recountSession(data: object, options: Options): Recount {
  if (asksForRule(options)) return onlyBudgets;
  const parsed = v.safeParse(exportFile, data);
  if (!parsed.success) return invalid(parsed.issues[0]);
  return { ok: true, of: 'session', votes: parsed.output.votes.map((vote) => again(vote, options)) };
}

function again(vote: ExportFile['votes'][number], options: Options): Recounted {
  const { phase, run, settings, ballots, electorate } = vote;
  const { method, top, cut } = settings;
  const items = vote.items.filter(({ struck }) => !struck);
  const asked = { method, items, ballots, top, cut, seed: options.seed ?? vote.seed };
  const { ranking, blank, lots } = tally(asked);
  const values = ({ value, voters }: RankedItem) => `${value} (${voters})`;
  const lotsOf = (groups: string[][]) => groups.map((group) => group.join(' ')).join(', ') || 'nothing';
  return {
    vote: { phase, run },
    method: method.kind,
    completion: null,
    outcome: outcomeOf(asked, electorate),
    scale: 1,
    differences: [
      ...(options.seed === undefined ? differInLot(vote.seed, vote.commit) : []),
      ...differInRanking(vote.ranking, ranking, values),
      ...differ('blank ballots', `${vote.blank}`, `${blank}`),
      ...differ('what the lot ordered', lotsOf(vote.lots), lotsOf(lots)),
    ],
  };
}

function differ(what: string, before: string, now: string): string[] {
  return before === now ? [] : [`Of ${what} the file says ${before}; counted again it is ${now}.`];
}
