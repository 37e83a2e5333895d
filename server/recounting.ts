/** The command line of a recount. Exits with 0: equal; 1: different; 2: a file or a question it can not read. */
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { jsonOf } from '../shared/recount/json.ts';
import { recount } from '../shared/recount/recount.ts';
import { tableOf } from '../shared/recount/table.ts';

export interface Streams {
  /** Throws when there is no such file. */
  read(path: string): string;
  out(text: string): void;
  err(text: string): void;
}

const usage = `Usage: kantelbord recount FILE [--method M] [--completion C] [--seed S] [--json]
  FILE          a session export, a ballots export or a Pabulib file (.pb)
  --method      for budgets: equal-shares, greedy, strict or threshold
  --completion  for equal shares: none, add1, add1u or u
  --seed        the seed of the lot
  --json        one JSON object instead of a table
`;

const withheld = 'not counted again: its ballots are not in the file, as they would say whose they were.';

const asked = v.object({
  method: v.optional(v.picklist(['equal-shares', 'greedy', 'strict', 'threshold'])),
  completion: v.optional(v.picklist(['none', 'add1', 'add1u', 'u'])),
  seed: v.optional(v.string()),
  json: v.optional(v.boolean(), false),
  file: v.string(),
});

export function runRecount(args: readonly string[], { read, out, err }: Streams): 0 | 1 | 2 {
  const command = readCommand(args);
  if (typeof command === 'string') return fail(command);
  const { file, json, method, completion, seed } = command;
  if (completion !== undefined && method !== undefined && method !== 'equal-shares') {
    return fail('--completion is for equal-shares.\n');
  }
  let text: string;
  try {
    text = read(file);
  } catch (error) {
    return fail(`${file} can not be read: ${error instanceof Error ? error.message : String(error)}\n`);
  }
  const counted = recount(text, { rule: method, completion, seed });
  if (!counted.ok) return fail(`${file}${counted.line === undefined ? '' : `:${counted.line}`}: ${counted.problem}\n`);
  const left = (counted.withheld ?? []).map(({ phase, run }) => `${phase} ${run}: ${withheld}\n`);
  out(json ? `${JSON.stringify(jsonOf(counted))}\n` : [...counted.votes.map(tableOf), ...left].join('\n'));
  const differences = counted.votes.flatMap((one) => one.differences ?? []);
  for (const sentence of differences) err(`${sentence}\n`);
  return differences.length === 0 ? 0 : 1;

  function fail(sentence: string): 2 {
    err(sentence);
    return 2;
  }
}

/** A string is what was wrong with the command. */
function readCommand(args: readonly string[]): v.InferOutput<typeof asked> | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        method: { type: 'string' },
        completion: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    if (positionals.length !== 1) return usage;
    const parsed = v.safeParse(asked, { ...values, file: positionals[0] });
    return parsed.success ? parsed.output : `${parsed.issues[0].message}\n${usage}`;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${usage}`;
  }
}
