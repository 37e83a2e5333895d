import { parsePabulib } from '../pabulib/parse.ts';
import { ballotsOf, itemsOf, methodIn, ruleOf, seedOf, selectedIn, settingsOf, waysIn } from '../pabulib/poll.ts';
import { budget } from '../tally/budget.ts';
import { columnsOf, comeBy } from '../tally/columns.ts';
import { differInWinners } from './differ.ts';
import type { Options, Recount } from './report.ts';
import { chooseRule } from './rule.ts';

export function recountPabulib(text: string, options: Options): Recount {
  const parsed = parsePabulib(text);
  if (!parsed.ok) return { ok: false, problem: parsed.sentence.en, line: parsed.line };
  const { file } = parsed;
  const rule = chooseRule(ruleOf(file), options);
  if (rule === null) {
    const said = file.meta.rule ?? 'nothing';
    return {
      ok: false,
      problem: `The rule in the file is ${said}, which can not be counted: choose one with --method.`,
    };
  }
  const [settings, items, ballots] = [settingsOf(file, rule), itemsOf(file), ballotsOf(file)];
  const poll = {
    items,
    electorate: file.votes.length,
    top: 1,
    cut: 'lot',
    seed: options.seed ?? seedOf(file),
  } as const;
  const outcome = budget.count({ ...poll, method: settings, ballots });
  const columns = columnsOf(
    { ...poll, method: methodIn(file, settings), threshold: undefined },
    comeBy(ballots, waysIn(file)),
  );
  const selected = selectedIn(file);
  const differences = selected === null ? null : differInWinners(selected, outcome.winners);
  const completion = rule.completion ?? null;
  return {
    ok: true,
    of: 'vote',
    votes: [{ vote: null, method: rule.rule, completion, outcome, columns, scale: file.scale, differences }],
  };
}
