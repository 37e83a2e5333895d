/** What a run leaves in a file, and how runs that were made apart become one table. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Verdict } from './bounds.ts';
import type { Machine } from './machine.ts';
import { BadOption, type Options } from './options.ts';
import { sumUp, type Results, type Run } from './results.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { serverNames, type ServerName } from './servers/server.ts';

export interface Report {
  machine: Machine;
  options: Options;
  played: [Scenario, Results][];
}

interface Stored {
  machine: Machine;
  options: Options;
  scenarios: { name: string; results: Results; bounds: { text: string; verdict: Verdict | null }[] }[];
}

export function writeReport({ machine, options, played }: Report): void {
  const rows = played.map(([{ name, title, bounds }, results]) => ({
    name,
    title,
    results,
    bounds: bounds.map((bound) => ({ text: bound.text, verdict: bound.judge(results) })),
  }));
  mkdirSync(dirname(options.json), { recursive: true });
  writeFileSync(options.json, JSON.stringify({ machine, options, scenarios: rows }, null, 2));
}

/** All runs of one scenario on one server together, whichever file they are in. Throws `BadOption`. */
export function mergeReports(files: readonly string[], json: string): Report {
  const stored = files.map(read);
  const { machine, options } = stored[0]!;
  const other = stored.find((one) => conditionsOf(one) !== conditionsOf(stored[0]!));
  if (other) throw new BadOption(`--merge: ${conditionsOf(other)} is not ${conditionsOf(stored[0]!)}.`);
  const played = scenarios.flatMap((scenario): Report['played'] => {
    const parts = stored.flatMap((one) => one.scenarios.filter(({ name }) => name === scenario.name));
    return parts.length === 0 ? [] : [[scenario, sumUp(poolRuns(parts.map(({ results }) => results)))]];
  });
  const counts = played.flatMap(([, results]) => Object.values(results).map(({ runs }) => runs.length));
  return { machine, options: { ...options, json, runs: Math.max(...counts) }, played };
}

function poolRuns(results: readonly Results[]): Partial<Record<ServerName, Run[]>> {
  const named = serverNames.flatMap((name): [ServerName, Run[]][] => {
    const runs = results.flatMap((one) => one[name]?.runs ?? []);
    return runs.length === 0 ? [] : [[name, runs]];
  });
  return Object.fromEntries(named);
}

/** What must be the same for figures to be put side by side. */
function conditionsOf({ machine, options }: Stored): string {
  const { clients, cards, seconds, quick } = options;
  return `${machine.commit} on ${machine.cpu}, ${clients} people, ${cards} cards, ${seconds} s${quick ? ', quick' : ''}`;
}

function read(file: string): Stored {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stored;
  } catch (error) {
    throw new BadOption(`--merge: ${file} can not be read: ${(error as Error).message}.`);
  }
}
